/* cycle_run_remind.c: reminders by rule, each thing once a rule; and those of one click. Jobs; no text of anybody's. */
#include "reviews/cycle_run_jobs.h"

#include "http/web.h"
#include "jobs/mail.h"
#include "jobs/notice.h"
#include "views/views.h"

#include <string.h>

enum { HEIRS_MOST = 100 };

struct ruled {
	const struct errand_rule_rows *rule;
	const struct errand_due_rows *due;
	struct reminder_window window;
	const char *relation;
};

void
remind_errand_read(struct rq *rq, struct errand_now *e)
{
	struct ruled *r = NEW(rq->arena, struct ruled);
	int64_t rule, after;

	e->with = r;
	errand_place(e->row->place, &rule, &after);
	r->rule = errand_rule(rq, rule);
	if (!answers(rq) || r->rule->n == 0)
		return;
	r->window = reminder_window(r->rule->at->days, rq->today);
	r->relation = strcmp(r->rule->at->verb, "review.self") == 0 ? "self" : "manager";
	r->due = errand_due(rq, r->rule->at->id, r->rule->at->cycle, r->relation, r->window.from, r->window.until,
	    r->rule->at->id.n == rule ? after : 0, ERRAND_SLICE);
}

static void
letter(struct rq *rq, const struct errand_rule *rule, person_id to, const char *email, const char *what, const char *link)
{
	if (to.n == 0 || email == NULL || rule->rehearsal == 1)
		return;
	mail_leave(rq, to.n, email, what, words_value(rq, arena_print(rq->arena, "mail.%s.subject", what), rule->cycle_name),
	    words_value(rq, arena_print(rq->arena, "mail.%s.text", what), link));
}

static void
remind_one(struct rq *rq, const struct ruled *r, const struct errand_due *d)
{
	const struct errand_rule *rule = r->rule->at;
	bool late = day_compare(d->due, rq->today) < 0;

	reminded_by_rule(rq, rule->id, rule->cycle, d->person, r->relation, r->window.from, r->window.until);
	nudge_mark_quiet(rq, rule->cycle, d->person, rq->now);
	notice_leave(rq, d->person.n, late ? "review.late" : "review.due", "part", d->subject);
	letter(rq, rule, d->person, d->email, late ? "review-late" : "review-due", arena_print(rq->arena, "%s/reviews", site_url()));
	if (rule->escalates == NULL || d->boss.n == 0)
		return;
	notice_leave(rq, d->boss.n, "review.escalated", "person", d->person.n);
	letter(rq, rule, d->boss, d->boss_email, "review-escalated", arena_print(rq->arena, "%s/people/%lld", site_url(), (long long)d->person.n));
}

void
remind_errand_write(struct rq *rq, struct errand_now *e)
{
	const struct ruled *r = e->with;
	long long rule;

	if (strcmp(e->row->place, "0:0") == 0)
		waiting_second_heirs(rq, new_ids(rq, HEIRS_MOST + 1), rq->now, HEIRS_MOST);
	if (r->due == NULL)
		return;
	rule = (long long)r->rule->at->id.n;
	for (size_t i = 0; i < r->due->n; i++)
		remind_one(rq, r, &r->due->at[i]);
	e->next = r->due->n == ERRAND_SLICE ? arena_print(rq->arena, "%lld:%lld", rule, (long long)r->due->at[r->due->n - 1].person.n)
	    : arena_print(rq->arena, "%lld:0", rule + 1);
}

struct clicked {
	const struct errand_cycle_rows *cycle;
	const struct errand_person_rows *late;
	int64_t by;
};

/* The place is who clicked, and how far it came: each reaches their own units. */
void
nudge_errand_read(struct rq *rq, struct errand_now *e)
{
	struct clicked *c = NEW(rq->arena, struct clicked);
	cycle_id id = { e->row->subject };
	int64_t after;

	e->with = c;
	errand_place(e->row->place, &c->by, &after);
	c->cycle = errand_cycle(rq, id);
	c->late = late_slice(rq, (person_id){ c->by }, id, rq->today, instant_of_day(rq->today), after, ERRAND_SLICE);
}

void
nudge_errand_write(struct rq *rq, struct errand_now *e)
{
	const struct clicked *c = e->with;

	if (c->cycle->n == 0 || strcmp(c->cycle->at->state, "launched") != 0)
		return;
	rq->viewer = (person_id){ c->by };
	for (size_t i = 0; i < c->late->n; i++)
		nudge_one(rq, c->cycle->at, c->late->at[i].person, c->late->at[i].email, rq->now);
	e->next = errand_after(rq, arena_print(rq->arena, "%lld", (long long)c->by), c->late);
}
