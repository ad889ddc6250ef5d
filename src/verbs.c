/* verbs.c: how a verb reads its words and reaches the database. Knows no verb's business. */
#include "verbs.h"

#include "base/clock.h"

#include <stdio.h>
#include <string.h>

const char *
call_option(const struct call *c, const char *name)
{
	for (int i = 1; i + 1 < c->argc; i++)
		if (strcmp(c->argv[i], name) == 0)
			return c->argv[i + 1];
	return NULL;
}

bool
call_flag(const struct call *c, const char *name)
{
	for (int i = 1; i < c->argc; i++)
		if (strcmp(c->argv[i], name) == 0)
			return true;
	return false;
}

static bool
takes_value(const char *option, const char *const *valued)
{
	for (; valued && *valued; valued++)
		if (strcmp(option, *valued) == 0)
			return true;
	return false;
}

const char *
call_word(const struct call *c, int n, const char *const *valued)
{
	for (int i = 0; i < c->argc; i++) {
		if (i > 0 && c->argv[i][0] == '-' && c->argv[i][1]) {
			i += takes_value(c->argv[i], valued);
			continue;
		}
		if (n-- == 0)
			return c->argv[i];
	}
	return NULL;
}

struct errand {
	struct call *call;
	void (*work)(struct rq *, void *);
	void *arg;
	bool fine;
};

static bool
run_errand(struct conn *conn, void *arg)
{
	struct errand *e = arg;
	struct arena *a = arena_new();
	int64_t now = clock_now();
	struct rq *rq = rq_new(a, e->call->store, conn, now, clock_today(now));

	rq->door = DOOR_COMMAND;
	e->work(rq, e->arg);
	answers(rq);
	e->fine = rq->outcome == FINE;
	arena_free(a);
	return e->fine;
}

static void
read_errand(struct conn *conn, void *arg)
{
	run_errand(conn, arg);
}

bool
call_change(struct call *c, void (*work)(struct rq *, void *), void *arg)
{
	struct errand e = { c, work, arg, false };

	return store_change(c->store, run_errand, &e) == FAULT_NONE && e.fine;
}

bool
call_read(struct call *c, void (*work)(struct rq *, void *), void *arg)
{
	struct errand e = { c, work, arg, false };

	return store_read(c->store, read_errand, &e, 0) == FAULT_NONE && e.fine;
}

enum { HEX = 8 };

void
call_pack(const struct call *c, struct out *answer)
{
	put_format(answer, "%08zx", c->said->n);
	put_n(answer, c->said->at ? c->said->at : "", c->said->n);
	put_n(answer, c->aside->at ? c->aside->at : "", c->aside->n);
}

void
call_unpack(struct call *c, const struct out *answer)
{
	size_t n = 0;

	if (answer->n < HEX || sscanf(answer->at, "%8zx", &n) != 1 || n > answer->n - HEX) {
		put_n(c->said, answer->at ? answer->at : "", answer->n);
		return;
	}
	put_n(c->said, answer->at + HEX, n);
	put_n(c->aside, answer->at + HEX + n, answer->n - HEX - n);
}

int
(*verb_relayed(const char *name))(struct call *)
{
	static const struct { const char *name; int (*run)(struct call *); } verbs[] = {
		{ "import", verb_import }, { "token", verb_token }, { "admin", verb_admin }, { "jobs", verb_jobs },
	};

	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return verbs[i].run;
	return NULL;
}
