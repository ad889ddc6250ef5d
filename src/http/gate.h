/* gate.h: is this request well formed and for us? Pure: bytes in, a verdict out. */
#ifndef HTTP_GATE_H
#define HTTP_GATE_H

#include "http/web.h"

enum {
	GATE_TARGET = 8192,     /* bytes of path and query */
	GATE_HEADERS = 64,      /* how many */
	GATE_VALUE = 8192,      /* bytes of one header's value */
	GATE_TOTAL = 16384,     /* bytes of all of them */
	GATE_HOST = 256
};

/* One header as it came: not NUL-terminated as far as the gate is concerned. */
struct heading {
	const char *name, *value;
	size_t name_n, value_n;
};

/* What was asked, raw: target is path and query, undecoded. */
struct asked {
	const char *method, *target, *version;
	struct heading at[GATE_HEADERS + 1];
	size_t n;               /* GATE_HEADERS + 1 when there were more */
};

/* What is ours: host[:port] in lower case, NULL for any; base is "" or "/meridian". */
struct ours {
	const char *host, *base;
	bool behind_proxy;      /* it came from a trusted proxy: X-Forwarded-Host counts */
};

/* What came through. */
struct passed {
	enum method method;
	bool head, has_body;
	const char *path;       /* decoded, without base path */
	const char *target;     /* raw path and query, without base path */
	const char *host;
	struct field *query;
	int64_t length;         /* announced; -1 when chunked or none */
};

/* status 0: come in; else the answer, and why in a few words without what was sent. */
struct verdict {
	int status;
	const char *why;
};

struct verdict gate_judge(struct arena *a, const struct asked *q, const struct ours *ours,
    struct passed *p);
/* The first header of that name (any case), copied; NULL when absent. */
const char *gate_header(struct arena *a, const struct asked *q, const char *name);

/* A place inside this site: "/…" and nothing a browser could read as another host. */
bool path_is_local(const char *path);

#endif
