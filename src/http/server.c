/* server.c: libmicrohttpd's callbacks; nothing else knows its events. */
#include "base/log.h"
#include "http/callbacks.h"
#include "http/listen.h"

#include <string.h>

void *
on_target(void *server, const char *target, struct MHD_Connection *conn)
{
	struct server *s = server;
	struct line *line = MHD_get_connection_info(conn, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
	    ->socket_context;
	struct exchange *x = line_carries(line);

	/* One whose head never became whole: its end was not told. */
	if (x)
		exchange_drop(x);
	x = exchange_new(s, line, target);
	x->conn = conn;
	line_carry(line, x);
	line_begins(s->reaper, line);
	return x;
}

/* Paths and queries are decoded by the gate. */
size_t
on_unescape(void *nothing_of_ours, struct MHD_Connection *conn, char *text)
{
	(void)nothing_of_ours;
	(void)conn;
	return strlen(text);
}

static enum MHD_Result
on_header(void *exchange, enum MHD_ValueKind kind, const char *name, size_t name_n,
    const char *value, size_t value_n)
{
	struct asked *q = ((struct exchange *)exchange)->asked;

	(void)kind;
	if (q->n > GATE_HEADERS)
		return MHD_NO;
	q->at[q->n++] = (struct heading){ name, value ? value : "", name_n, value_n };
	return MHD_YES;
}

static enum MHD_Result
on_head(struct exchange *x, const char *method, const char *version)
{
	x->begun = true;
	x->asked = NEW(x->arena, struct asked);
	x->asked->method = arena_copy(x->arena, method);
	x->asked->version = arena_copy(x->arena, version);
	x->asked->target = x->raw;
	MHD_get_connection_values_n(x->conn, MHD_HEADER_KIND, on_header, x);
	if (exchange_arrive(x))
		return MHD_YES;
	line_whole(x->server->reaper, x->line);
	return send_reply(x);
}

enum MHD_Result
on_request(void *server, struct MHD_Connection *conn, const char *url, const char *method,
    const char *version, const char *data, size_t *n, void **exchange)
{
	struct exchange *x = *exchange;

	(void)server;
	(void)conn;
	(void)url;
	if (!x->begun)
		return on_head(x, method, version);
	if (*n) {
		line_got(x->server->reaper, x->line, *n);
		if (!exchange_body(x, data, *n))
			return MHD_NO;
		*n = 0;
		return MHD_YES;
	}
	if (!atomic_load_explicit(&x->ready, memory_order_acquire)) {
		line_whole(x->server->reaper, x->line);
		dispatch(x);
		if (!atomic_load_explicit(&x->ready, memory_order_acquire))
			return MHD_YES;
	}
	return send_reply(x);
}

static const char *
method_word(const struct exchange *x)
{
	static const char *const words[] = { "-", "GET", "POST", "PUT", "DELETE" };

	return x->passed.head ? "HEAD" : words[x->passed.method];
}

static void
say_done(const struct exchange *x)
{
	log_line("request.done", "method=%s route=%s status=%d us=%lld bytes=%zu rounds=%d%s%s",
	    method_word(x), x->route ? x->route->path : "-", x->sent_status,
	    (long long)(clock_steady() - x->began), x->sent_bytes, x->rq ? x->rq->rounds : 0,
	    x->abandoned ? " abandoned=1" : "", x->sent_status ? "" : " gone=1");
}

void
on_completed(void *server, struct MHD_Connection *conn, void **exchange,
    enum MHD_RequestTerminationCode code)
{
	struct server *s = server;
	struct exchange *x = *exchange;

	(void)conn;
	(void)code;
	if (!x)
		return;
	*exchange = NULL;
	say_done(x);
	line_carry(x->line, NULL);
	line_idle(s->reaper, x->line);
	exchange_drop(x);
}

void
on_connection(void *server, struct MHD_Connection *conn, void **context,
    enum MHD_ConnectionNotificationCode code)
{
	struct server *s = server;
	struct line *line = *context;

	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		int fd = MHD_get_connection_info(conn, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		const struct sockaddr *a =
		    MHD_get_connection_info(conn, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
		char name[64];

		peer_name(a, name, sizeof name);
		line = line_open(s->reaper, fd, strcmp(name, "unix") != 0);
		line_name(line, name);
		*context = line;
		return;
	}
	if (line_carries(line))
		exchange_drop(line_carries(line));
	line_close(s->reaper, line);
	*context = NULL;
}
