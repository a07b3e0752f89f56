#include "pdf_text.h"

#include "channel.h"
#include "error.h"
#include "file.h"
#include "limit.h"
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

bool pdf_text_is_pdf(int fd)
{
    enum { HEAD = 1024 }; /* readers look for the mark in so many bytes */
    char head[HEAD];
    ssize_t length = pread(fd, head, sizeof head, 0);
    return length > 0 && memmem(head, (size_t)length, "%PDF-", 5) != NULL;
}

static bool is_program(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, X_OK) == 0;
}

char *pdf_text_program(void)
{
    const char *path = getenv("PATH");
    for (const char *at = path == NULL ? "" : path; *at != '\0';) {
        size_t length = strcspn(at, ":");
        struct text name = TEXT_EMPTY;
        text_append(&name, at, length);
        text_add(&name, "/pdftotext");
        /* Only whole paths: what lies in the working folder is somebody's document. */
        if (at[0] == '/' && is_program(name.bytes)) {
            return text_take(&name);
        }
        text_release(&name);
        at += length + (at[length] == ':');
    }
    return NULL;
}

/* Starts `pdftotext` by our own program, which bounds itself first; returns an errno. */
static int spawn(pid_t *pid, const char *own, const char *pdftotext, int document, int out)
{
    char pages[16];
    snprintf(pages, sizeof pages, "%d", LIMIT_INSPECT_PAGES);
    const char *words[] = {"spbe", "--limited", pdftotext, "-q",  "-enc",      "UTF-8",
                           "-eol", "unix",      "-l",      pages, "/dev/fd/0", "-"};
    enum { WORDS = sizeof words / sizeof words[0] };
    char *arguments[WORDS + 1] = {NULL};
    char *environment[] = {NULL};
    for (size_t i = 0; i < WORDS; i++) {
        arguments[i] = memory_copy(words[i], strlen(words[i]));
    }
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, document, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    int problem = posix_spawn(pid, own, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    for (size_t i = 0; i < WORDS; i++) {
        free(arguments[i]);
    }
    return problem;
}

/* How a reading of the pipe ended. */
enum reading { READING_END, READING_ENOUGH, READING_STOPPED };

/* Reads until the writer ends, until there is enough, or until the deadline. */
static enum reading read_pipe(int fd, long long deadline, struct text *out)
{
    char bytes[16384];
    while (out->length < LIMIT_INSPECT_BYTES) {
        long long left = deadline - channel_clock_ms();
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        int ready = left <= 0 ? 0 : poll(&wait, 1, (int)left);
        if (ready == 0) {
            return READING_STOPPED;
        }
        size_t room = LIMIT_INSPECT_BYTES - out->length;
        ssize_t got = ready < 0 ? -1 : read(fd, bytes, room < sizeof bytes ? room : sizeof bytes);
        if (got == 0) {
            return READING_END;
        }
        if (got > 0) {
            text_append(out, bytes, (size_t)got);
        } else if (errno != EINTR) {
            return READING_STOPPED;
        }
    }
    return READING_ENOUGH;
}

/* Waits for a process that has closed its output until the deadline; false when it is still there. */
static bool ends_itself(pid_t pid, long long deadline, int *status)
{
    enum { PAUSE_MS = 5 };
    pid_t gone = waitpid(pid, status, WNOHANG);
    while (gone == 0 && channel_clock_ms() < deadline) {
        poll(NULL, 0, PAUSE_MS);
        gone = waitpid(pid, status, WNOHANG);
    }
    return gone == pid;
}

/* Ends the process, however it is; true when what it wrote can be used. */
static bool end(pid_t pid, enum reading reading, long long deadline)
{
    int status = 0;
    if (reading == READING_END && ends_itself(pid, deadline, &status)) {
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return reading == READING_ENOUGH;
}

static enum pdf_text_end run(const char *own, const char *pdftotext, int document, struct text *out)
{
    int ends[2];
    pid_t pid = 0;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return PDF_TEXT_FAILED;
    }
    int problem = spawn(&pid, own, pdftotext, document, ends[1]);
    close(ends[1]);
    long long deadline = channel_clock_ms() + LIMIT_INSPECT_MS;
    bool done = problem == 0 && end(pid, read_pipe(ends[0], deadline, out), deadline);
    close(ends[0]);
    return done ? PDF_TEXT_DONE : PDF_TEXT_FAILED;
}

enum pdf_text_end pdf_text_read(int fd, struct text *out)
{
    struct error ignored = {.kind = ERROR_NONE};
    text_clear(out);
    char *pdftotext = pdf_text_program();
    if (pdftotext == NULL) {
        return PDF_TEXT_MISSING;
    }
    char *own = file_program(&ignored);
    enum pdf_text_end end = own == NULL ? PDF_TEXT_FAILED : run(own, pdftotext, fd, out);
    free(own);
    free(pdftotext);
    return end;
}
