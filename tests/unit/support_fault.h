/* fault: SQLite with memory that ends and a disk that fails, at the n-th call.
 *
 * fault_install puts counting shims under SQLite, once, before it is used; until something is armed
 * they only count. Armed for the n-th call, that one fails, once or (`lasting`) with all that
 * follow.
 *
 *     fault_install();
 *     for (long n = 1; fault_arm(FAULT_DISK, n, false), action(), fault_disarm(); n++) { check(); }
 *
 * FAULT_DISK fails with an I/O error, FAULT_FULL with a full disk, FAULT_SHORT after half of the
 * bytes. With FAULT_POWER the n-th call is a power cut: nothing works any more until fault_disarm,
 * and of what was written since the last sync of each file, every write is kept, lost, or lost in
 * part, by a die; a file that was never synced may be gone. */
#ifndef SPBE_SUPPORT_FAULT_H
#define SPBE_SUPPORT_FAULT_H

#include <stdbool.h>

enum fault_kind { FAULT_MEMORY, FAULT_DISK, FAULT_FULL, FAULT_SHORT, FAULT_POWER };

/* Puts the shims in place; before SQLite is used at all. */
void fault_install(void);
/* From now on the n-th call of the kind's (memory: allocations; all others: writes, syncs and the like) fails, 1 = the
 * next; `lasting`: and all that follow. */
void fault_arm(enum fault_kind kind, long n, bool lasting);
/* Everything works again. True when the call that was armed has come. */
bool fault_disarm(void);

#endif
