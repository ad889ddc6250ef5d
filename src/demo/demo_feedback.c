/* demo_feedback.c: what people tell each other through the year, whom they ask, what they note. Knows no page. */
#include "demo/demo_goals_words.h"
#include "demo/demo_world.h"
#include "demo/plan_truth.h"
#include "feedback/feedback.h"
#include "feedback_queries.h"
#include "people_queries.h"

#include <string.h>

enum { SLICE = 100, USUAL = 3300, OF_HUNDRED = 45, MANY_PEOPLE = 1500, ASK_DAYS = 14, ASKED_OF = 3 };
enum { GIVEN, ASKED, NOTED };

static const struct { const char *name, *meaning; } values[] = {
	{ "We finish what we promise", "A date given is a date kept, or moved early and openly." },
	{ "We say it to each other", "Praise and doubt reach the person first, and soon." },
	{ "Customers notice", "What we do well is seen by those who use it." },
};

static void
make_values(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->viewer = w->people[plan_with(w->plan, ROLE_DIRECTOR, NOBODY)];
	for (size_t i = 0; i < COUNT(values); i++)
		company_value_add(rq, (company_value_id){ new_id(rq) }, values[i].name, values[i].meaning, rq->today, DAY_EVER);
	ask_template_add(rq, (template_id){ new_id(rq) }, "A talk or a meeting", "How was it for you? What should I keep, and what one thing would you change next time?",
	    "How was it for you? What should they keep, and what one thing would you change next time?");
	ask_template_add(rq, (template_id){ new_id(rq) }, "A handover", "What did you know after the handover, and what did you miss?", "What did you know after their handover, and what did you miss?");
}

static bool
writes(const struct world *w, int who, struct day on)
{
	const struct plan_person *p = &w->plan->people[who];

	return !p->outside && p->email != NULL && day_none(p->left) && day_compare(day_plus(p->hired, 20), on) < 0;
}

/* Who may have seen it: the manager, somebody of the same unit, a report; NOBODY when none was here by then. */
static int
witness(const struct world *w, int who, struct day on, uint64_t roll)
{
	const struct plan *p = w->plan;
	int from = (int)(roll % (uint64_t)p->employed), boss = p->people[who].manager;

	if (roll / 7 % 3 == 0 && boss != NOBODY && writes(w, boss, on))
		return boss;
	for (int k = 0; k < p->employed; k++) {
		int at = (from + k) % p->employed;

		if (at != who && writes(w, at, on) && (p->people[at].unit == p->people[who].unit || p->people[at].manager == who))
			return at;
	}
	return NOBODY;
}

/* A pattern that names no later month: nobody tells what has not happened. */
static const char *
pattern_of(const char *const *list, size_t n, uint64_t roll)
{
	for (size_t k = 0; k < n; k++)
		if (strstr(list[(roll + k) % n], "{later}") == NULL)
			return list[(roll + k) % n];
	return list[0];
}

static person_id
boss_of(const struct world *w, int who)
{
	int boss = w->plan->people[who].manager;

	return (person_id){ boss == NOBODY ? 0 : w->people[boss].n };
}

/* Good months are praised, of others one learns; who sees it is the author's choice. */
static struct feedback_gift
gift_of(struct rq *rq, const struct world *w, int who, int author, uint64_t roll)
{
	const struct plan_person *to = &w->plan->people[who];
	struct day happened = roll % 3 ? day_plus(rq->today, -(int)(roll / 19 % 6)) : rq->today;
	struct writing about = plan_writing_in(w->plan, who, false, happened);
	const struct patterns *of = patterns_of(to->reports > 0 ? LEADING : to->function);
	bool good = plan_month(w->plan, who, plan_month_of(rq->today)) + (int64_t)(roll % 900) - 300 > USUAL;
	uint64_t turn = (uint64_t)who * 7 + (uint64_t)plan_month_of(rq->today);         /* another thing each month */
	const char *behaviour = good ? pattern_of(of->did, of->n_did, turn) : pattern_of(of->learnt, of->n_learnt, turn);
	uint64_t seen = roll / 11 % 10;

#define FILL(list, by) pattern_fill(rq->arena, &about, list[(by) % list##_n], roll)
	return (struct feedback_gift){
		.said = {
			.kind = good ? "praise" : "suggestion", .situation = roll % 2 ? FILL(demo_situations, roll / 5) : NULL,
			.behaviour = pattern_fill(rq->arena, &about, behaviour, roll), .impact = good && roll % 4 ? FILL(demo_impacts, roll / 13) : NULL,
			.next_step = good ? NULL : FILL(demo_tries, roll / 17),
			.happened = roll % 3 ? happened : (struct day){ 0 }, .given = rq->today,
		},
		.author = w->people[author], .receiver = w->people[who], .goal = NONE,
		.seen_by = good && seen < 2 ? "all" : seen < 6 ? "manager" : "receiver",
	};
#undef FILL
}

/* Most say thank you; about half say whether it was of use. */
static void
answer(struct rq *rq, const struct world *w, feedback_id id, int who, uint64_t roll)
{
	if (!writes(w, who, rq->today))
		return;
	rq->viewer = w->people[who];
	rq->now += INT64_C(3600) * 1000000;
	if (roll % 3)
		feedback_thank(rq, id, rq->viewer, rq->now);
	if (roll / 3 % 2)
		feedback_mark(rq, id, rq->viewer, roll / 6 % 7 != 0);
	if (roll / 6 % 20 == 0)
		feedback_reply_add(rq, (reply_id){ new_id(rq) }, id, rq->viewer, rq->now, "Which part do you mean? I would like to keep it.");
}

static void
give(struct rq *rq, struct world *w, int who, uint64_t roll, ask_id asked)
{
	int author = witness(w, who, rq->today, roll);
	struct feedback_gift gift;
	feedback_id id;

	if (author == NOBODY)
		return;
	gift = gift_of(rq, w, who, author, roll);
	gift.ask = asked;
	rq->viewer = w->people[author];
	id = feedback_give(rq, &gift, boss_of(w, who));
	answer(rq, w, id, who, roll / 23);
}

/* Of those who are asked the first answers, the second has no time; the third is still asked. */
static void
ask_three(struct rq *rq, struct world *w, int who, uint64_t roll)
{
	struct writing about = plan_writing_in(w->plan, who, true, rq->today);
	struct day due = day_plus(rq->today, ASK_DAYS);
	ask_id id = { new_id(rq) };
	int last = NOBODY;

	rq->viewer = w->people[who];
	ask_add(rq, id, rq->viewer, rq->viewer, pattern_fill(rq->arena, &about, demo_asks[roll % demo_asks_n], roll), due, rq->now);
	for (int k = 0, n = 0; k < w->plan->employed && n < ASKED_OF; k++) {
		int at = (int)((roll + (uint64_t)k) % (uint64_t)w->plan->employed);

		if (at == who || !writes(w, at, rq->today) || w->plan->people[at].unit != w->plan->people[who].unit || at == last)
			continue;
		asked_add(rq, id, w->people[at]);
		asked_waits(rq, (waiting_id){ new_id(rq) }, id, w->people[at], w->people[who], rq->now, due);
		if (n++ == 1) {
			rq->viewer = w->people[at];
			asked_declined(rq, id, w->people[at], pattern_fill(rq->arena, &about, demo_declines[roll % demo_declines_n], roll));
			feedback_waiting_closed(rq, id.n, "feedback.answer", w->people[at], rq->now);
		}
		last = at;
	}
}

/* One's own note; of what went well about half is shown to the manager. */
static void
note(struct rq *rq, struct world *w, int who, uint64_t roll)
{
	struct writing about = plan_writing_in(w->plan, who, true, rq->today);
	bool good = plan_month(w->plan, who, plan_month_of(rq->today)) > USUAL;
	const char *kind = good ? "achievement" : roll % 2 ? "challenge" : "learning", *words;
	note_id id;

	words = good ? demo_achieved[roll / 3 % demo_achieved_n] : demo_hard[roll / 3 % demo_hard_n];
	words = pattern_fill(rq->arena, &about, words, roll);
	rq->viewer = w->people[who];
	id = note_write(rq, rq->viewer, rq->viewer, rq->today, kind, words);
	if (good && roll / 7 % 2)
		note_share(rq, (shared_id){ new_id(rq) }, id, rq->viewer, kind, rq->today, words, 0, rq->now);
}

static void
happen(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->door = DOOR_WEB;
	for (size_t m = w->from; m < w->to && fine(rq); m++) {
		const struct moment *at = &w->moments[m];
		uint64_t roll = mix(w->seed, (uint64_t)at->who, (uint64_t)at->at) >> 8;

		rq->now = at->at;
		rq->today = day_of_instant(rq->now);
		if (at->what == ASKED)
			ask_three(rq, w, at->who, roll);
		else if (at->what == NOTED)
			note(rq, w, at->who, roll);
		else
			give(rq, w, at->who, roll, (ask_id){ 0 });
	}
	answers(rq);
}

static void
expect(struct world *w, int what, int who, struct day d)
{
	w->moments[w->n_moments++] = (struct moment){ working_hour(d, (uint64_t)who + (uint64_t)what), what, who };
}

/* In some months something is said to somebody, more to some than to others. */
static void
expect_all(struct world *w)
{
	const struct plan *p = w->plan;
	int last = plan_month_of(p->today), share = p->employed > MANY_PEOPLE ? OF_HUNDRED / 4 : OF_HUNDRED;

	for (int who = 1; who < p->employed; who++)
		for (int m = plan_month_of(w->live) + 1; m <= last; m++) {
			uint64_t roll = mix(w->seed + 301, (uint64_t)who, (uint64_t)m);
			struct day on = { (int16_t)(m / 12), (int8_t)(m % 12 + 1), (int8_t)(1 + roll / 100 % 28) };

			if (roll % 100 < (uint64_t)share && writes(w, who, on) && day_compare(on, p->today) < 0)
				expect(w, GIVEN, who, on);
			if (who % 3 == 0 && roll / 7 % 2 && writes(w, who, on) && day_compare(on, p->today) < 0)
				expect(w, NOTED, who, on);
			if (roll / 2800 % 40 == 0 && writes(w, who, on) && day_compare(on, p->today) < 0)
				expect(w, ASKED, who, on);
		}
	moments_sort(w);
}

static void
lapse(struct rq *rq, void *arg)
{
	struct world *w = arg;

	rq->today = w->plan->today;
	feedback_turn(rq);
	answers(rq);
}

bool
world_feedback(struct world *w)
{
	size_t months = (size_t)(plan_month_of(w->plan->today) - plan_month_of(w->live)) + 1;

	w->at = working_hour(w->live, 11);
	if (!world_change(w, make_values))
		return false;
	w->moments = NEW_MANY(w->call->arena, struct moment, 3 * months * (size_t)w->plan->employed + 1);
	w->n_moments = 0;
	expect_all(w);
	if (!world_slices(w, w->n_moments, SLICE, happen))
		return false;
	w->at = working_hour(w->plan->today, 2);
	return world_change(w, lapse);
}
