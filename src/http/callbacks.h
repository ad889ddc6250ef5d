/* callbacks.h: what libmicrohttpd calls. */
#ifndef HTTP_CALLBACKS_H
#define HTTP_CALLBACKS_H

#include "http/exchange.h"

#include <microhttpd.h>

void *on_target(void *server, const char *target, struct MHD_Connection *conn);
size_t on_unescape(void *nothing_of_ours, struct MHD_Connection *conn, char *text);
enum MHD_Result on_request(void *server, struct MHD_Connection *conn, const char *url,
    const char *method, const char *version, const char *data, size_t *n, void **exchange);
void on_completed(void *server, struct MHD_Connection *conn, void **exchange,
    enum MHD_RequestTerminationCode code);
void on_connection(void *server, struct MHD_Connection *conn, void **context,
    enum MHD_ConnectionNotificationCode code);

#endif
