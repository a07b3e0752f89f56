#include "document.h"

#include "file.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens a file that may become evidence; -1 after setting the error. */
static int open_document(const char *path, struct error *err)
{
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &about) != 0) {
        error_set(err, M_FILE_OPEN, path, error_cause(errno));
    } else if (S_ISDIR(about.st_mode)) {
        error_set(err, M_FILE_FOLDER, path);
    } else if (!S_ISREG(about.st_mode)) {
        error_set(err, M_DOCUMENT_SPECIAL, path);
    } else if (about.st_size == 0) {
        error_set(err, M_DOCUMENT_EMPTY, path);
    } else if (about.st_size > LIMIT_DOCUMENT_BYTES) {
        error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_DOCUMENT_BYTES);
    } else {
        return fd;
    }
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}

/* Reads until `room` is full or the file ends; -1 after setting the error. */
static ssize_t read_piece(int fd, const char *path, char *room, struct error *err)
{
    size_t have = 0;
    while (have < DATABASE_PIECE_BYTES) {
        ssize_t got = read(fd, room + have, DATABASE_PIECE_BYTES - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            error_set(err, M_FILE_READ, path, error_cause(errno));
            return -1;
        }
        if (got == 0) {
            break;
        }
        have += (size_t)got;
    }
    return (ssize_t)have;
}

/* Reads a file piece by piece; `piece` may be NULL. */
static bool stream_file(const char *path, char sha256[HASH_HEX + 1], int64_t *size,
                        bool (*piece)(void *context, int64_t number, const void *bytes,
                                      size_t length, struct error *err),
                        void *context, struct error *err)
{
    int fd = open_document(path, err);
    if (fd < 0) {
        return false;
    }
    char *room = memory_get(DATABASE_PIECE_BYTES);
    struct hash *hash = hash_new();
    int64_t number = 0;
    ssize_t got = 0;
    bool ok = true;
    *size = 0;
    while (ok && (got = read_piece(fd, path, room, err)) > 0) {
        hash_add(hash, room, (size_t)got);
        *size += got;
        ok = (*size <= LIMIT_DOCUMENT_BYTES ||
              error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_DOCUMENT_BYTES)) &&
             (piece == NULL || piece(context, number++, room, (size_t)got, err));
    }
    hash_end(hash, sha256);
    hash_free(hash);
    free(room);
    close(fd);
    return ok && got == 0;
}

bool document_hash(const char *path, char sha256[HASH_HEX + 1], int64_t *size, struct error *err)
{
    return stream_file(path, sha256, size, NULL, NULL, err);
}

struct putting {
    struct database *database;
    const char *sha256;
};

static bool put_piece(void *context, int64_t number, const void *bytes, size_t length,
                      struct error *err)
{
    const struct putting *putting = context;
    struct statement *statement = database_prepare(
        putting->database, "INSERT INTO chunk (sha256, piece, bytes) VALUES (?1, ?2, ?3)");
    statement_bind_text(statement, 1, putting->sha256);
    statement_bind_int(statement, 2, number);
    statement_bind_bytes(statement, 3, bytes, length);
    statement_step(statement);
    return statement_end(statement, err);
}

bool document_put(struct database *database, const char *path, const char *sha256,
                  struct error *err)
{
    struct putting putting = {database, sha256};
    char now[HASH_HEX + 1];
    int64_t size = 0;
    return stream_file(path, now, &size, put_piece, &putting, err) &&
           (strcmp(now, sha256) == 0 || error_set(err, M_DOCUMENT_CHANGED, path));
}

bool document_read(struct database *database, const char *sha256,
                   bool (*take)(void *context, const void *bytes, size_t length, struct error *err),
                   void *context, int64_t *size, struct error *err)
{
    struct statement *statement =
        database_prepare(database, "SELECT bytes FROM chunk WHERE sha256 = ?1 ORDER BY piece");
    statement_bind_text(statement, 1, sha256);
    struct hash *hash = hash_new();
    char computed[HASH_HEX + 1];
    int64_t total = 0;
    bool taken = true;
    while (taken && statement_step(statement)) {
        size_t length = 0;
        const void *bytes = statement_bytes(statement, 0, &length);
        hash_add(hash, bytes, length);
        total += (int64_t)length;
        taken = take == NULL || take(context, bytes, length, err);
    }
    hash_end(hash, computed);
    hash_free(hash);
    if (size != NULL) {
        *size = total;
    }
    return statement_end(statement, err) && taken &&
           (strcmp(computed, sha256) == 0 ||
            error_set(err, M_DOCUMENT_ALTERED, database_path(database), sha256));
}

/* Where a document's bytes go. */
struct sink {
    int fd;
    const char *path; /* as the user named it */
};

static bool write_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    const struct sink *sink = context;
    const char *at = bytes;
    while (length > 0) {
        ssize_t done = write(sink->fd, at, length);
        if (done < 0 && errno != EINTR) {
            return error_set(err, M_FILE_WRITE, sink->path, error_cause(errno));
        }
        at += done < 0 ? 0 : done;
        length -= done < 0 ? 0 : (size_t)done;
    }
    return true;
}

static bool write_file(struct database *database, const char *sha256, const char *out,
                       struct error *err)
{
    char *temporary = NULL;
    if (!file_temporary(out, &temporary, err)) {
        return false;
    }
    struct sink sink = {open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC), out};
    bool ok = sink.fd >= 0 ? document_read(database, sha256, write_piece, &sink, NULL, err)
                           : error_set(err, M_FILE_WRITE, out, error_cause(errno));
    if (sink.fd >= 0 && close(sink.fd) != 0 && ok) {
        ok = error_set(err, M_FILE_WRITE, out, error_cause(errno));
    }
    if (ok) {
        ok = file_commit(temporary, out, err);
    } else {
        file_abandon(temporary);
    }
    free(temporary);
    return ok;
}

bool document_write(struct database *database, const char *sha256, const char *out,
                    struct error *err)
{
    if (strcmp(out, "-") != 0) {
        return write_file(database, sha256, out, err);
    }
    /* What went to a pipe cannot be taken back: look at all of it first. */
    struct sink sink = {STDOUT_FILENO, out};
    return document_read(database, sha256, NULL, NULL, NULL, err) &&
           document_read(database, sha256, write_piece, &sink, NULL, err);
}

bool document_drop(struct database *database, const char *sha256, struct error *err)
{
    struct statement *statement = database_prepare(database, "DELETE FROM chunk WHERE sha256 = ?1");
    statement_bind_text(statement, 1, sha256);
    statement_step(statement);
    return statement_end(statement, err);
}

bool document_put_rule(struct database *database, const char *name, const void *bytes,
                       size_t length, struct error *err)
{
    struct statement *statement =
        database_prepare(database, "UPDATE rule_file SET bytes = ?2 WHERE name = ?1");
    statement_bind_text(statement, 1, name);
    statement_bind_bytes(statement, 2, bytes, length);
    statement_step(statement);
    return statement_end(statement, err);
}

bool document_rule(struct database *database, const char *sha256, struct arena *arena,
                   const char **bytes, size_t *length, struct error *err)
{
    char computed[HASH_HEX + 1] = "";
    struct statement *statement =
        database_prepare(database, "SELECT bytes FROM rule_file WHERE sha256 = ?1 LIMIT 1");
    statement_bind_text(statement, 1, sha256);
    *bytes = NULL;
    if (statement_step(statement)) {
        const void *found = statement_bytes(statement, 0, length);
        *bytes = arena_copy(arena, found == NULL ? "" : found, *length);
        hash_of(*bytes, *length, computed);
    }
    bool ok = statement_end(statement, err);
    return ok && (*bytes == NULL || strcmp(computed, sha256) == 0 ||
                  error_set(err, M_DOCUMENT_ALTERED, database_path(database), sha256));
}

bool document_each_rule(struct database *database,
                        void (*visit)(void *context, const char *name, const char *recorded,
                                      const char *computed),
                        void *context, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *statement =
        database_prepare(database, "SELECT name, coalesce(sha256, ''), bytes FROM rule_file "
                                   "ORDER BY name");
    while (statement_step(statement)) {
        char computed[HASH_HEX + 1];
        size_t length = 0;
        const char *name = statement_text(statement, 0, &arena);
        const char *recorded = statement_text(statement, 1, &arena);
        const void *bytes = statement_bytes(statement, 2, &length);
        hash_of(bytes == NULL ? "" : bytes, length, computed);
        if (name != NULL && recorded != NULL) {
            visit(context, name, recorded, computed);
        }
    }
    arena_release(&arena);
    return statement_end(statement, err);
}
