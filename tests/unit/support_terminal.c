#include "support_terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

void terminal_open(struct terminal *terminal, unsigned short columns)
{
    terminal->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal->master < 0 || grantpt(terminal->master) != 0 || unlockpt(terminal->master) != 0) {
        abort();
    }
    int slave = open(ptsname(terminal->master), O_RDWR | O_NOCTTY);
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    struct termios mode;
    if (slave < 0 || ioctl(slave, TIOCSWINSZ, &size) != 0 || tcgetattr(slave, &mode) != 0) {
        abort();
    }
    cfmakeraw(&mode);
    tcsetattr(slave, TCSANOW, &mode);
    terminal->program = fdopen(slave, "r+");
}

void terminal_close(struct terminal *terminal)
{
    fclose(terminal->program);
    close(terminal->master);
}

void terminal_seen(struct terminal *terminal, char *out, size_t size)
{
    size_t length = 0;
    fflush(terminal->program);
    struct pollfd ready = {.fd = terminal->master, .events = POLLIN};
    while (length + 1 < size && poll(&ready, 1, 50) == 1) {
        ssize_t got = read(terminal->master, out + length, size - 1 - length);
        if (got <= 0) {
            break;
        }
        length += (size_t)got;
    }
    out[length] = '\0';
}
