/* verbs_small.c: the short verbs: migrate, token, jobs, routes, audit, dump. */
#include "access/access.h"
#include "access/policy_words.h"
#include "base/clock.h"
#include "jobs/jobs.h"
#include "jobs/mail.h"
#include "modules.h"
#include "reviews/record_seal.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

static void
mark_test(struct rq *rq, void *arg)
{
	(void)arg;
	setting_put(rq, "kind", "test");
}

int
verb_migrate(struct call *c)
{
	const char *why = NULL;
	int steps = store_migrate(c->store, &why);

	if (steps < 0)
		return put_format(c->said, "%s\n", why), EXIT_NOTHING;
	if (call_flag(c, "--test") && !call_change(c, mark_test, NULL))
		return EXIT_NOTHING;
	put(c->said, "The schema is up to date.\n");
	return EXIT_FINE;
}

struct token_wish {
	const char *email, *name;
	int64_t hours;
	char text[TOKEN_TEXT];
	bool made;
};

static void
make_token(struct rq *rq, void *arg)
{
	struct token_wish *w = arg;

	w->made = token_make_for(rq, w->email, w->name, w->hours, w->text);
}

int
verb_token(struct call *c)
{
	static const char *const valued[] = { "--hours", "--name", NULL };
	const char *hours = call_option(c, "--hours"), *name = call_option(c, "--name");
	struct token_wish w = { .email = call_word(c, 1, valued), .name = name ? name : "made by command",
		.hours = hours ? atoll(hours) : TOKEN_HOURS };

	if (w.email == NULL || w.hours < 1 || w.hours > 8760)
		return EXIT_USAGE;
	if (!call_change(c, make_token, &w) || !w.made)
		return put_format(c->said, "Nobody with an open account has the address %s.\n", w.email), EXIT_NOTHING;
	put_format(c->said, "%s\n", w.text);
	return EXIT_FINE;
}

/* Turned, queued and done as on that day: at noon, and at its end. False: the database did not answer. */
static bool
live_day(struct call *c, struct day d, int64_t *done)
{
	static const int hours[] = { 12, 24 };

	modules_turn(c->store, d);
	for (size_t i = 0; i < COUNT(hours); i++) {
		int64_t now = clock_at(d, hours[i]) - (hours[i] == 24);

		jobs_schedule(c->store, now);
		int some = jobs_run(c->store, now, JOBS_ALL);
		if (some < 0)
			return false;
		*done += some;
		modules_jobs(c->store);
	}
	return true;
}

static bool
run_now(struct call *c, int64_t now, int64_t *done)
{
	jobs_schedule(c->store, now);
	int some = jobs_run(c->store, now, JOBS_ALL);

	modules_jobs(c->store);
	*done = some;
	return some >= 0;
}

int
verb_jobs(struct call *c)
{
	struct day until;
	int64_t now = clock_now(), done = 0;
	const char *why = NULL;
	bool fine = true;

	if (!mail_ready(&why))
		return put_format(c->said, "%s\n", why), EXIT_NOTHING;
	modules_begin(c->store);
	if (!moved_day(c, "--until", &until))
		return EXIT_USAGE;
	if (day_none(until))
		fine = run_now(c, now, &done);
	for (struct day d = clock_today(now); fine && !day_none(until) && day_compare(d, until) <= 0; d = day_plus(d, 1))
		fine = live_day(c, d, &done);
	if (!fine)
		return put(c->said, "The database did not answer.\n"), EXIT_NOTHING;
	put_format(c->said, call_flag(c, "--json") ? "{\"done\":%lld}\n" : "%lld done\n", (long long)done);
	return EXIT_FINE;
}

static void
say_route(struct call *c, const struct route *r, bool json, bool first)
{
	static const char *const methods[] = { "", "GET", "POST", "PUT", "DELETE" };
	static const char *const subjects[] = {
		[OF_NOBODY] = "nobody", [OF_VIEWER] = "viewer", [OF_PERSON] = "person", [OF_UNIT] = "unit", [OF_IMPORT] = "import",
		[OF_FORM] = "form", [OF_CYCLE] = "cycle", [OF_REVIEW] = "review", [OF_PART] = "part", [OF_SAY] = "say", [OF_FORMER] = "former",
		[OF_GOAL] = "goal",
		[OF_TASK] = "task",
		[OF_FEEDBACK] = "feedback", [OF_ASK] = "ask", [OF_NOTE] = "note", [OF_SHARED] = "shared-note", [OF_CORRECTION] = "correction",
	};
	_Static_assert(COUNT(subjects) == SUBJECTS, "a kind of subject without its word");
	const char *may = capability_word((enum capability)r->may);

	if (json)
		put_format(c->said, "%s{\"method\":\"%s\",\"path\":\"%s\",\"permission\":\"%s\",\"subject\":\"%s\"}", first ? "[" : ",\n ",
		    methods[r->method], r->path, may, subjects[r->of]);
	else
		put_format(c->said, "%s %s %s %s\n", methods[r->method], r->path, may, subjects[r->of]);
}

int
verb_routes(struct call *c)
{
	bool json = call_flag(c, "--json"), first = true;

	for (const struct route *const *list = modules_routes; *list; list++)
		for (const struct route *r = *list; r->method; r++, first = false)
			say_route(c, r, json, first);
	if (json)
		put(c->said, "]\n");
	return EXIT_FINE;
}

int
verb_audit(struct call *c)
{
	if (c->argc < 2 || strcmp(c->argv[1], "verify") != 0 || call_option(c, "--record") == NULL)
		return EXIT_USAGE;
	return record_verify_verb(c->argc - 1, c->argv + 1, c->input, c->said);
}

static void
dump_line(void *arg, const char *line)
{
	put(arg, line);
	put_char(arg, '\n');
}

int
verb_dump(struct call *c)
{
	return store_dump(c->store, dump_line, c->said) ? EXIT_FINE : EXIT_NOTHING;
}
