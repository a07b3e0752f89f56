/* help: the pages of `spbe help`, and the completion of shells.
 *
 * Pages of commands come from the tables of command.h, so a command without help cannot be written.
 * Topics are plain files, templates/help/<language>/TOPIC.txt, whose first line is their title; the
 * page `limits` is made from limit.h. A topic and a group of commands may share a name ("evidence"):
 * its page shows both. Exports command_help_table (declared in command.h). */
#ifndef SPBE_HELP_H
#define SPBE_HELP_H

#include "command.h"
#include "error.h"

#include <stdbool.h>
#include <stdio.h>

/* Writes the overview: how a call looks, all commands, all topics. */
void help_overview(FILE *out);
/* Writes the page of one command. */
void help_command(const struct command *command, FILE *out);
/* Writes the page of a command ("rules show"), a group ("rules") or a topic ("exit").
 * Fails with HELP_UNKNOWN or HELP_NEAREST, the word as place. */
bool help_topic(const char *topic, FILE *out, struct error *err);

/* Names of all topics in the present language, sorted, NULL-terminated; each and the array yours to
 * free. Empty when the help files are missing. */
char **help_topics(void);

/* Writes what may stand for the last of `count` words of a call (without the program's name), one a
 * line: commands, topics of help, options; nothing where a file is due. templates/help/completion.bash
 * asks for it through the hidden command `complete`. */
void help_complete(char *const *words, size_t count, FILE *out);

#endif
