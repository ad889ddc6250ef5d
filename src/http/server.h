/* server.h: starting and stopping the server. */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "http/house.h"

/* Serves until SIGTERM or SIGINT, then drains (H37). Returns an exit code. today: {0} is the real
 * day; else the clock's day is moved to it (demo and test databases). */
int serve(struct store *s, const struct house *h, struct day today);

#endif
