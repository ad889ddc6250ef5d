/* setup_pages.c: the page behind the one-time link that an empty organisation prints. */
#include "access/session.h"
#include "access/setup.h"
#include "access/sign_in.h"
#include "access/pages.h"
#include "access_views.h"

#include "base/clock.h"
#include "base/zone.h"

#include <string.h>

static bool
is_good(const struct link_row_rows *l, const struct count_row *accounts, int64_t now)
{
	return accounts->n == 0 && l->n && l->at->ends_at > now && l->at->uses_left > 0 && strcmp(l->at->kind, "setup") == 0;
}

static struct reply
gone(struct rq *rq)
{
	struct reply r = link_gone_page(rq, &(struct link_gone){ .setup = 1 });

	if (r.status == 200)
		r.status = 410;
	return r;
}

struct reply
setup_get(struct rq *rq)
{
	const char *key = rq->web->words[0];
	const struct link_row_rows *l = link_of(rq, key_digest(rq->arena, key));
	const struct count_row *accounts = accounts_count(rq);

	answers(rq);
	return is_good(l, accounts, rq->now) ? setup_page(rq, &(struct setup){ .key = key }) : gone(rq);
}

static bool
is_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at != text && at[1] && !strchr(at + 1, '@') && !strpbrk(text, " \t<>,;\"");
}

static void
judge(struct rq *rq, const struct setup_entry *typed)
{
	if (!is_email(typed->email))
		refuse(rq, "email", "refused.email");
	if (!zone_exists(typed->zone))
		refuse(rq, "zone", "refused.zone");
	secret_judge(rq, "password", typed->password, arena_print(rq->arena, "%s %s", typed->given, typed->family), typed->email, rq->web->slow);
}

static struct reply
make(struct rq *rq, const struct setup_entry *typed, unit_id root)
{
	struct first f = { typed->organisation, typed->zone, typed->given, typed->family, typed->email, rq->web->slow };

	rq->door = DOOR_LINK;
	link_use(rq, key_digest(rq->arena, rq->web->words[0]), rq->now);
	setup_make(rq, &f, root);
	clock_zone(typed->zone);        /* the running server's day, from now on; read from the setting at the next start */
	tell(rq, "told.set_up");
	return session_start(rq, f.account, f.person, NULL);
}

struct reply
setup_post(struct rq *rq)
{
	struct setup_entry typed = setup_entry_read(rq);
	const struct link_row_rows *l = link_of(rq, key_digest(rq->arena, rq->web->words[0]));
	const struct count_row *accounts = accounts_count(rq);
	const struct unit_row_rows *roots = unit_roots(rq);

	answers(rq);
	if (!is_good(l, accounts, rq->now))
		return gone(rq);
	if (!refused(rq))
		judge(rq, &typed);
	if (refused(rq))
		return again(rq);
	return make(rq, &typed, roots->n ? roots->at->id : (unit_id){ 0 });
}
