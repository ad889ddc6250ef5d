/* demo_lives.c: who came, moved and left, in the order of time. Knows people's rows; no roles. */
#include "base/text.h"
#include "demo/demo_world.h"
#include "people/people.h"
#include "people/people_names.h"

enum { SLICE = 200, WORDS = 24, COMES, MOVES, LEAVES };

static const struct {
	const char *why;
	int voluntary;
} reasons[] = {
	{ "Own wish", 1 }, { "Another employer", 1 }, { "Moved away", 1 }, { "Retirement", 1 },
	{ "End of a fixed term", 0 }, { "Position closed", 0 },
};

static struct day
later(struct day a, struct day b)
{
	return day_compare(a, b) < 0 ? b : a;
}

static size_t
reason_of(const struct world *w, int i)
{
	return (size_t)(mix(w->seed, (uint64_t)i, 21) % COUNT(reasons));
}

static bool
left(const struct plan_person *who)
{
	return !day_none(who->left);
}

static void
put_search_words(struct rq *rq, person_id id, const struct plan_person *who)
{
	const char *words[WORDS];
	size_t n = name_words(rq->arena, who->shown, words, 8);

	n += name_words(rq->arena, who->given, words + n, 4);
	n += name_words(rq->arena, who->family, words + n, 4);
	size_t open = n;

	if (!who->outside)
		words[n++] = arena_print(rq->arena, "%d", who->number);
	if (who->email)
		n += name_words(rq->arena, who->email, words + n, 6);
	for (size_t i = 0; i < n; i++)
		person_word_add(rq, words[i], id, i >= open);
}

static const char *
sort_of(struct arena *a, const struct plan_person *who)
{
	return name_sort(a, (struct name){ who->given, who->family });
}

static void
put_person(struct rq *rq, struct world *w, int i)
{
	const struct plan_person *who = &w->plan->people[i];
	const char *number = who->outside ? NULL : arena_print(rq->arena, "%d", who->number);

	demo_person(rq, w->people[i], who->outside ? "outside" : "employee", number, who->email,
	    who->email ? name_key(rq->arena, who->email) : NULL, who->given, who->family, who->shown, who->pronouns,
	    sort_of(rq->arena, who), who->hired);
	put_search_words(rq, w->people[i], who);
	if (number)
		person_source_add(rq, number, w->people[i]);
}

static void
place(struct rq *rq, struct world *w, int i, bool earlier, struct day from, struct day to)
{
	const struct plan_person *who = &w->plan->people[i];

	demo_placement(rq, (placement_id){ new_id(rq) }, w->people[i], w->spells[i], w->units[who->unit],
	    w->jobs[earlier ? who->earlier_job : who->job], w->levels[earlier ? who->earlier_level : who->level],
	    w->towns[who->town], who->share, from, to);
}

static void
put_work(struct rq *rq, struct world *w, int i)
{
	const struct plan_person *who = &w->plan->people[i];
	struct day end = left(who) ? who->left : DAY_EVER, since = who->hired;
	bool known = left(who) && day_compare(who->left, w->live) <= 0;
	size_t why = reason_of(w, i);

	demo_spell(rq, w->spells[i], w->people[i], who->hired, known ? end : DAY_EVER,
	    known ? reasons[why].why : NULL, known ? reasons[why].voluntary : NONE);
	if (!day_none(who->moved)) {
		place(rq, w, i, true, who->hired, who->moved);
		since = who->moved;
	}
	place(rq, w, i, false, since, end);
}

static void
put_now(struct rq *rq, struct world *w, int i)
{
	const struct plan_person *who = &w->plan->people[i];
	bool here = !left(who);

	now_put(rq, w->people[i], here, sort_of(rq->arena, who), w->spells[i], who->hired,
	    (person_id){ here && who->manager != NOBODY ? w->people[who->manager].n : 0 },
	    w->units[who->unit], w->jobs[who->job], w->levels[who->level], w->towns[who->town]);
}

static void
moves(struct rq *rq, struct world *w, int i)
{
	const struct plan_person *who = &w->plan->people[i];

	person_move(rq, w->people[i], w->units[who->unit], w->jobs[who->job], w->levels[who->level],
	    w->towns[who->town], (person_id){ who->manager == NOBODY ? 0 : w->people[who->manager].n });
}

static void
happen(struct rq *rq, void *arg)
{
	struct world *w = arg;

	for (size_t m = w->from; m < w->to && fine(rq); m++) {
		int i = w->moments[m].who;

		rq->now = w->moments[m].at;
		rq->today = day_of_instant(rq->now);
		if (w->moments[m].what == LEAVES) {
			demo_left(rq, w->spells[i], w->people[i], w->plan->people[i].left, reasons[reason_of(w, i)].why,
			    reasons[reason_of(w, i)].voluntary);
		} else if (w->moments[m].what == MOVES) {
			moves(rq, w, i);
		} else {
			put_person(rq, w, i);
			if (!w->plan->people[i].outside) {
				put_work(rq, w, i);
				put_now(rq, w, i);
			}
		}
	}
	answers(rq);
}

/* A line can only begin when both are here. */
static void
report(struct rq *rq, struct world *w, int i, int manager, struct day from, struct day to)
{
	const struct plan *p = w->plan;

	if (manager == NOBODY)
		return;
	if (manager != p->board)
		from = later(from, p->people[manager].hired);
	if (day_compare(from, to) < 0)
		demo_line(rq, (line_id){ new_id(rq) }, w->people[i], w->people[manager], "solid", from, to,
		    day_compare(to, p->today) > 0);
}

/* After everybody is there: lines name two people. */
static void
put_lines(struct rq *rq, void *arg)
{
	struct world *w = arg;

	for (size_t i = w->from; i < w->to; i++) {
		const struct plan_person *who = &w->plan->people[i];
		struct day end = left(who) ? who->left : DAY_EVER, since = later(who->hired, who->moved);

		if (who->earlier_manager != NOBODY) {
			report(rq, w, (int)i, who->earlier_manager, who->hired, since);
			report(rq, w, (int)i, who->manager, since, end);
		} else {
			report(rq, w, (int)i, who->manager, who->hired, end);
		}
		if (who->dotted == NOBODY)
			continue;
		demo_line(rq, (line_id){ new_id(rq) }, w->people[i], w->people[who->dotted], "dotted",
		    later(since, w->plan->people[who->dotted].hired), DAY_EVER, 1);
		demo_dotted(rq, w->people[who->dotted], w->people[i]);
	}
	answers(rq);
}

static void
put_heads(struct rq *rq, void *arg)
{
	struct world *w = arg;

	for (int u = 0; u < w->plan->n_units; u++)
		demo_head(rq, w->units[u], w->people[w->plan->units[u].head]);
	people_chains(rq);
	answers(rq);
}

static void
expect(struct world *w, int what, int who, struct day d)
{
	bool before = day_compare(d, w->live) <= 0;

	w->moments[w->n_moments++] = (struct moment){
		working_hour(before ? w->live : d, before ? 1 : (uint64_t)who), what, who
	};
}

/* What came before the beginning with Meridian is told on that day, all at once. */
static void
expect_all(struct world *w)
{
	const struct plan *p = w->plan;

	for (int i = 0; i < p->n_people; i++) {
		const struct plan_person *who = &p->people[i];

		expect(w, COMES, i, who->outside ? w->live : who->hired);
		if (!day_none(who->moved) && day_compare(who->moved, w->live) > 0)
			expect(w, MOVES, i, who->moved);
		if (left(who) && day_compare(who->left, w->live) > 0)
			expect(w, LEAVES, i, who->left);
	}
	moments_sort(w);
}

bool
world_people(struct world *w)
{
	w->moments = NEW_MANY(w->call->arena, struct moment, 3 * (size_t)w->plan->n_people);
	expect_all(w);
	return world_slices(w, w->n_moments, SLICE, happen)
	    && world_slices(w, (size_t)w->plan->board, SLICE, put_lines)
	    && world_change(w, put_heads);
}
