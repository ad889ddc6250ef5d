/* verbs_people.c: import, and the administrator's commands. Knows the doors of people and access. */
#include "access/access.h"
#include "base/chance.h"
#include "base/clock.h"
#include "http/web.h"
#include "modules.h"
#include "people/people.h"
#include "src_queries.h"
#include "verbs.h"

#include <string.h>

int
verb_import(struct call *c)
{
	int64_t now = clock_now();

	modules_begin(c->store);
	now = clock_now();
	return people_import_verb(c->store, now, clock_today(now), c->argc, c->argv, c->input, c->said, c->aside);
}

struct wish {
	const char *email, *role;
	char path[64];
	const char *lack;
};

enum { LINK_HOURS = 24 };

static void
make_link(struct rq *rq, void *arg)
{
	struct wish *w = arg;
	const struct account_key_rows *account = account_of_key(rq, sign_in_key(rq->arena, w->email));
	char key[33];

	if (!answers(rq) || account->n == 0) {
		w->lack = "Nobody has that address.";
		return;
	}
	chance_hex(key, 16);
	link_add(rq, key_digest(rq->arena, key), "sign-in", account->at->person, rq->now, rq->now + LINK_HOURS * INT64_C(3600000000));
	event_leave(rq, "account.link_made", "account", account->at->id.n, account->at->person.n, "{}");
	memcpy(w->path, "/link/", 6);
	memcpy(w->path + 6, key, sizeof key);
}

/* A role over the whole organisation; given by another person who may, or by whoever set it up. */
static void
give_role(struct rq *rq, void *arg)
{
	struct wish *w = arg;
	const struct account_key_rows *account = account_of_key(rq, sign_in_key(rq->arena, w->email));
	const struct unit_row_rows *roots = unit_roots(rq);

	if (!answers(rq) || account->n == 0 || roots->n == 0) {
		w->lack = "Nobody has that address.";
		return;
	}
	const struct giver_rows *giver = giver_for(rq, account->at->person);
	const struct role_there_rows *role = role_there(rq, w->role);

	if (!answers(rq) || role->n == 0 || giver->n == 0) {
		w->lack = role->n == 0 ? "There is no such role; roles are partner director performance analyst executive admin."
		    : "Nobody else is there to give it.";
		return;
	}
	grant_first(rq, (role_grant_id){ new_id(rq) }, account->at->person, w->role, roots->at->id, rq->today, DAY_EVER, giver->at->id,
	    "given by command");
	scope_build(rq, account->at->person);
}

/* Sessions, tokens and links of it end at once; the person and their records stay. */
static void
close_account(struct rq *rq, void *arg)
{
	struct wish *w = arg;
	const struct account_key_rows *account = account_of_key(rq, sign_in_key(rq->arena, w->email));

	if (!answers(rq) || account->n == 0) {
		w->lack = "Nobody has that address.";
		return;
	}
	account_close_hook(rq, account->at->person);
}

int
verb_admin(struct call *c)
{
	const char *what = call_word(c, 1, NULL);
	struct wish w = { .email = call_word(c, 2, NULL), .role = call_word(c, 3, NULL) };
	static const struct { const char *name; void (*work)(struct rq *, void *); bool role; } works[] = {
		{ "link", make_link, false }, { "grant", give_role, true }, { "close", close_account, false },
	};
	size_t k = 0;

	while (k < COUNT(works) && (what == NULL || strcmp(works[k].name, what) != 0))
		k++;
	if (k == COUNT(works) || w.email == NULL || (works[k].role && w.role == NULL))
		return EXIT_USAGE;
	modules_begin(c->store);
	if (!call_change(c, works[k].work, &w) || w.lack)
		return put_format(c->said, "%s\n", w.lack ? w.lack : "It could not be done; the log says why."), EXIT_NOTHING;
	if (w.path[0])
		put_format(c->said, "%s%s\n", site_url(), w.path);
	else if (!works[k].role)
		put_format(c->said, "The account of %s is closed.\n", w.email);
	else
		put_format(c->said, "%s now holds the role %s.\n", w.email, w.role);
	return EXIT_FINE;
}
