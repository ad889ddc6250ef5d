/* health.h: the server's own routes. */
#ifndef HTTP_HEALTH_H
#define HTTP_HEALTH_H

#include "http/house.h"

extern const struct route *const health_routes[];
void health_of(const struct house *h);

#endif
