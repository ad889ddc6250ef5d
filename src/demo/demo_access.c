/* demo_access.c: roles, accounts, circles. Knows one password; no reviews. */
#include "access/access.h"
#include "demo/demo_world.h"

enum { SLICE = 500, SEEN_DAYS = 20 };

static const int64_t MINUTE = INT64_C(60) * 1000000;

/* Who works here and has an e-mail, from the beginning or their first day; most were seen lately. */
static void
put_accounts(struct rq *rq, void *arg)
{
	struct world *w = arg;
	int64_t begun = rq->now;

	for (size_t i = w->from; i < w->to; i++) {
		const struct plan_person *who = &w->plan->people[i];
		uint64_t roll = mix(w->seed, i, 31);
		struct day seen = day_plus(w->plan->today, -1 - (int)(roll % SEEN_DAYS));

		if (who->email == NULL)
			continue;
		if (roll % 16 == 0 || day_compare(seen, who->hired) < 0)
			seen = (struct day){ 0 };
		rq->now = day_compare(who->hired, w->live) > 0 ? working_hour(who->hired, i) + MINUTE : begun;
		demo_account(rq, (account_id){ new_id(rq) }, w->people[i], sign_in_key(rq->arena, who->email), w->secret, seen);
	}
	answers(rq);
}

static void
give(struct rq *rq, struct world *w, int to, int unit, int by, const char *reason)
{
	enum plan_role role = w->plan->people[to].role;

	rq->viewer = w->people[by];
	grant_first(rq, (role_grant_id){ new_id(rq) }, w->people[to], plan_role_word(role), w->units[unit], rq->today,
	    DAY_EVER, w->people[by], reason);
}

/* Each division has a partner; with few partners one looks after several. */
static void
give_partners(struct rq *rq, struct world *w, int director)
{
	const struct plan *p = w->plan;
	int partner = NOBODY;

	for (int u = 1; u < p->n_units; u++) {
		if (p->units[u].depth != 1)
			continue;
		partner = plan_with(p, ROLE_PARTNER, partner);
		if (partner == NOBODY)
			partner = plan_with(p, ROLE_PARTNER, NOBODY);
		give(rq, w, partner, u, director, arena_print(rq->arena, "HR partner of %s", p->units[u].name));
	}
}

/* The chief gives the director's role, the director the others; the Board asks for the chief's figures. */
static void
put_roles(struct rq *rq, void *arg)
{
	static const char *const reasons[] = {
		[ROLE_PERFORMANCE] = "Runs the review cycles", [ROLE_ANALYST] = "People figures for planning",
		[ROLE_EXECUTIVE] = "Figures of the organisation", [ROLE_ADMIN] = "Keeps the system running",
	};
	struct world *w = arg;
	int director = plan_with(w->plan, ROLE_DIRECTOR, NOBODY);

	rq->door = DOOR_COMMAND;
	rq->today = day_of_instant(rq->now);
	give(rq, w, director, 0, 0, "Answers for the review programme");
	give_partners(rq, w, director);
	for (int r = ROLE_PERFORMANCE; r <= ROLE_ADMIN; r++)
		give(rq, w, plan_with(w->plan, (enum plan_role)r, NOBODY), 0, director, reasons[r]);
	answers(rq);
	access_rebuild(rq);
	answers(rq);
}

bool
world_access(struct world *w)
{
	w->at = working_hour(day_plus(w->live, 1), 2);
	return world_slices(w, (size_t)w->plan->employed, SLICE, put_accounts) && world_change(w, put_roles);
}
