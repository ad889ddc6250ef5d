/* relay_wire.h: how a command and its answer lie on the socket. For relay*.c only. */
#ifndef DB_RELAY_WIRE_H
#define DB_RELAY_WIRE_H

#include "base/base.h"

enum { RELAY_ARGS = 256, RELAY_ARG = 64 * 1024, RELAY_INPUT = 256 * 1024 * 1024, RELAY_SILENCE_S = 20 };

/* All n bytes; false when the line broke or fell silent. */
bool wire_read(int fd, void *at, size_t n);
bool wire_write(int fd, const void *at, size_t n);
/* A number of four bytes; this machine's order: both ends are on it. */
bool wire_number(int fd, uint32_t *n);
bool wire_put_number(int fd, uint32_t n);

/* A socket bound to (or connected with) FILE.sock, however long its folder's name; -1. */
enum wire_end { WIRE_LISTENS, WIRE_ASKS };
int wire_open(const char *file, enum wire_end end);
/* Is the other end our own user, or root? */
bool wire_ours(int fd);

#endif
