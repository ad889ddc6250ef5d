/* listen.h: sockets to listen on, and who is at the other end. */
#ifndef HTTP_LISTEN_H
#define HTTP_LISTEN_H

#include "base/base.h"

/* "127.0.0.1:8080", "[::1]:8080", "unix:PATH". -1 with a sentence in *why. */
int listen_on(const char *address, const char **why);
void listen_end(const char *address);           /* removes a unix socket's file */
void listen_stop(int fd);                       /* nobody new is let in; fd may still be closed */

struct sockaddr;
/* "192.0.2.1", "::1", "unix". */
void peer_name(const struct sockaddr *a, char *text, size_t n);

#endif
