/* gate.c: is this request well formed and for us? Pure; knows no sockets, sessions or routes. */
#include "http/gate.h"
#include "http/body.h"

#include <string.h>
#include <strings.h>

static const struct verdict come_in = { 0, NULL };

static struct verdict
no(int status, const char *why)
{
	return (struct verdict){ status, why };
}

static bool
is_named(const struct heading *h, const char *name)
{
	return h->name_n == strlen(name) && strncasecmp(h->name, name, h->name_n) == 0;
}

/* The only header of that name; *how_many says how often it came. */
static const struct heading *
only(const struct asked *q, const char *name, int *how_many)
{
	const struct heading *found = NULL;

	*how_many = 0;
	for (size_t i = 0; i < q->n; i++)
		if (is_named(&q->at[i], name)) {
			found = found ? found : &q->at[i];
			++*how_many;
		}
	return found;
}

const char *
gate_header(struct arena *a, const struct asked *q, const char *name)
{
	int n;
	const struct heading *h = only(q, name, &n);

	return h ? arena_copy_n(a, h->value, h->value_n) : NULL;
}

/* RFC 9110's token: so a space before the colon is refused too. */
static bool
is_token(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)at[i];

		if (c <= ' ' || c >= 0x7f || strchr("\"(),/:;<=>?@[\\]{}", c))
			return false;
	}
	return n > 0;
}

static bool
is_clean_value(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)at[i];

		if ((c < ' ' && c != '\t') || c == 0x7f)
			return false;
	}
	return true;
}

static struct verdict
judge_headers(const struct asked *q)
{
	size_t total = 0;

	if (q->n > GATE_HEADERS)
		return no(431, "too many headers");
	for (size_t i = 0; i < q->n; i++) {
		const struct heading *h = &q->at[i];

		total += h->name_n + h->value_n;
		if (!is_token(h->name, h->name_n))
			return no(400, "a header's name is not a token");
		if (!is_clean_value(h->value, h->value_n))
			return no(400, "control bytes in a header");
		if (h->value_n > GATE_VALUE || total > GATE_TOTAL)
			return no(431, "headers too large");
	}
	return come_in;
}

/* Where the body ends must have one answer only: anything else is how requests are smuggled. */
static struct verdict
judge_length(const struct asked *q, struct passed *p)
{
	int lengths, codings;
	const struct heading *length = only(q, "content-length", &lengths);
	const struct heading *coding = only(q, "transfer-encoding", &codings);

	p->length = -1;
	p->has_body = lengths || codings;
	if (lengths && codings)
		return no(400, "Content-Length with Transfer-Encoding");
	if (lengths > 1 || codings > 1)
		return no(400, "two lengths");
	if (codings && (coding->value_n != 7 || strncasecmp(coding->value, "chunked", 7) != 0))
		return no(400, "a Transfer-Encoding other than chunked");
	if (codings && strcmp(q->version, "HTTP/1.1") != 0)
		return no(400, "Transfer-Encoding before HTTP/1.1");
	if (!lengths)
		return come_in;
	if (length->value_n == 0 || length->value_n > 15)
		return no(400, "a Content-Length that is no number");
	p->length = 0;
	for (size_t i = 0; i < length->value_n; i++) {
		if (length->value[i] < '0' || length->value[i] > '9')
			return no(400, "a Content-Length that is no number");
		p->length = p->length * 10 + (length->value[i] - '0');
	}
	return come_in;
}

/* host[:port] of letters, digits, dots, dashes and [v6], in lower case. */
static struct verdict
judge_host(struct arena *a, const struct heading *h, struct passed *p)
{
	char host[GATE_HOST];

#ifndef PLANT
	if (h->value_n == 0 || h->value_n >= sizeof host)
		return no(400, "a Host of no or too many bytes");
#endif
	for (size_t i = 0; i < h->value_n; i++) {
		char c = h->value[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr(".-_:[]", c))))
			return no(400, "a Host that is none");
		host[i] = c;
	}
	p->host = arena_copy_n(a, host, h->value_n);
	return come_in;
}

static struct verdict
judge_site(struct arena *a, const struct asked *q, const struct ours *ours, struct passed *p)
{
	int n, forwarded;
	const struct heading *h = only(q, "host", &n);
	const struct heading *f = only(q, "x-forwarded-host", &forwarded);
	struct verdict v;

	if (n == 0)
		return no(400, "no Host");
	if (n > 1)
		return no(400, "two Hosts");
	v = judge_host(a, ours->behind_proxy && forwarded == 1 ? f : h, p);
	if (v.status)
		return v;
	if (ours->host && strcmp(p->host, ours->host) != 0)
		return no(421, "a Host that is not ours");
	return come_in;
}

static struct verdict
judge_method(const struct asked *q, struct passed *p)
{
	static const struct { const char *name; enum method method; } all[] = {
		{ "GET", GET }, { "HEAD", GET }, { "POST", POST }, { "PUT", PUT }, { "DELETE", DELETE },
	};

	if (strcmp(q->version, "HTTP/1.1") != 0 && strcmp(q->version, "HTTP/1.0") != 0)
		return no(505, "another version of HTTP");
	p->head = strcmp(q->method, "HEAD") == 0;
	for (size_t i = 0; i < COUNT(all); i++)
		if (strcmp(q->method, all[i].name) == 0) {
			p->method = all[i].method;
			return come_in;
		}
	return no(405, "a method we do not know");
}

/* "." and ".." as whole parts would mean one thing here and another in a proxy. */
static bool
has_dots(const char *path)
{
	for (const char *at = path; (at = strchr(at, '/')) != NULL;) {
		size_t n = strcspn(++at, "/");

		if ((n == 1 && at[0] == '.') || (n == 2 && at[0] == '.' && at[1] == '.'))
			return true;
	}
	return false;
}

static struct verdict
judge_path(struct arena *a, const char *target, size_t n, const struct ours *ours, struct passed *p)
{
	size_t base = strlen(ours->base);
	char *path;

	for (size_t i = 0; i + 2 < n; i++)
		if (target[i] == '%' && ((target[i + 1] == '2' && (target[i + 2] | 32) == 'f') ||
		    (target[i + 1] == '5' && (target[i + 2] | 32) == 'c')))
			return no(400, "a slash in disguise");
	if (!percent_decode(a, target, n, false, &path))
		return no(400, "a path that is not UTF-8, or with %00");
	if (!is_clean_value(path, strlen(path)) || strchr(path, '\\') || has_dots(path))
		return no(400, "a path with control bytes, backslashes or dots");
	p->path = path;
	p->target = arena_copy(a, target);
	if (strcmp(path, "/healthz") == 0 || strcmp(path, "/readyz") == 0 || !base)
		return come_in;
	if (strncmp(path, ours->base, base) != 0 || (path[base] != '/' && path[base] != '\0'))
		return no(404, "outside the base path");
	p->path = path[base] ? path + base : "/";
	p->target = strncmp(target, ours->base, base) == 0 && target[base] == '/'
	    ? arena_copy(a, target + base) : "/";
	return come_in;
}

static struct verdict
judge_target(struct arena *a, const struct asked *q, const struct ours *ours, struct passed *p)
{
	size_t n = strlen(q->target), path_n = strcspn(q->target, "?");
	struct verdict v;

	if (n > GATE_TARGET)
		return no(414, "an address too long");
	if (q->target[0] != '/')
		return no(400, "an address that is not a path");
	for (size_t i = 0; i < n; i++)
		if (q->target[i] <= ' ' || q->target[i] >= 0x7f || q->target[i] == '#')
			return no(400, "bytes in the address that should be encoded");
	v = judge_path(a, q->target, path_n, ours, p);
	if (v.status || path_n == n)
		return v;
	if (body_urlencoded(a, (struct blob){ q->target + path_n + 1, n - path_n - 1 }, &p->query))
		return no(400, "a query that is not UTF-8, or with %00");
	return come_in;
}

struct verdict
gate_judge(struct arena *a, const struct asked *q, const struct ours *ours, struct passed *p)
{
	struct verdict v = judge_headers(q);

	*p = (struct passed){ 0 };
	if (!v.status)
		v = judge_length(q, p);
	if (!v.status)
		v = judge_method(q, p);
	if (!v.status)
		v = judge_target(a, q, ours, p);
	if (v.status)
		return v;
	v = judge_site(a, q, ours, p);
	/* A probe asks by address, not by name. */
	if (v.status == 421 && (!strcmp(p->path, "/healthz") || !strcmp(p->path, "/readyz")))
		return come_in;
	return v;
}

bool
path_is_local(const char *path)
{
	if (!path || path[0] != '/' || path[1] == '/')
		return false;
	for (const char *c = path; *c; c++)
		if (*c == '\\' || (unsigned char)*c < ' ' || (unsigned char)*c == 0x7f)
			return false;
	return strlen(path) <= GATE_TARGET;
}
