/* cycle_run_phase.c: who a phase concerns is told that it opened or closed. A job; nothing of what anybody wrote. */
#include "reviews/cycle_run_jobs.h"

#include "http/web.h"
#include "jobs/mail.h"
#include "jobs/notice.h"
#include "views/views.h"

#include <string.h>

enum { SAY_DAYS = 14 };

struct told_phase {
	const struct errand_phase_rows *phase;
	const struct errand_person_rows *people;
	bool opened;
};

/* Opened: whoever has something to do in it. Closed: whoever has not done it. */
static const struct errand_person_rows *
concerned(struct rq *rq, const struct errand_phase *p, bool opened, int64_t after)
{
	if (strcmp(p->name, "self") == 0 || strcmp(p->name, "manager") == 0)
		return errand_writers(rq, p->cycle, p->name, after, ERRAND_SLICE);
	if (opened && strcmp(p->name, "release") == 0)
		return errand_releasers(rq, after, ERRAND_SLICE);
	if (opened && strcmp(p->name, "talk") == 0)
		return errand_talkers(rq, p->cycle, after, ERRAND_SLICE);
	if (!opened && strcmp(p->name, "talk") == 0)
		return errand_participants(rq, p->cycle, after, ERRAND_SLICE);
	return NEW(rq->arena, struct errand_person_rows);
}

void
phase_errand_read(struct rq *rq, struct errand_now *e)
{
	struct told_phase *t = NEW(rq->arena, struct told_phase);
	int64_t ignored, after;

	e->with = t;
	errand_place(e->row->place, &ignored, &after);
	t->opened = strncmp(e->row->place, "opened", 6) == 0;
	t->phase = errand_phase(rq, (phase_id){ e->row->subject });
	if (answers(rq) && t->phase->n == 1)
		t->people = concerned(rq, t->phase->at, t->opened, after);
}

/* The talks are over: whoever took part is asked what it was worth. */
static void
ask_worth(struct rq *rq, const struct errand_phase *p, person_id who)
{
	if (p->rehearsal != 1)
		waiting_opened(rq, (waiting_id){ new_id(rq) }, who, "cycle.say", "say", p->cycle.n, who, rq->now, day_plus(rq->today, SAY_DAYS));
}

/* A notice for each; a letter too when there is now something to write. */
static void
tell_one(struct rq *rq, const struct told_phase *t, const struct errand_person *who)
{
	const struct errand_phase *p = t->phase->at;
	const char *verb = arena_print(rq->arena, "phase.%s.%s", p->name, t->opened ? "opened" : "closed");
	bool writes = strcmp(p->name, "self") == 0 || strcmp(p->name, "manager") == 0, releases = strcmp(p->name, "release") == 0;

	if (!t->opened && strcmp(p->name, "talk") == 0) {
		ask_worth(rq, p, who->person);
		return;
	}
	notice_leave(rq, who->person.n, verb, writes ? "part" : releases ? "cycle" : "review", releases ? p->cycle.n : who->subject);
	if (writes && t->opened && who->email != NULL && p->rehearsal != 1)
		mail_leave(rq, who->person.n, who->email, "phase-opened", words_value(rq, "mail.phase-opened.subject", p->cycle_name),
		    words_value(rq, "mail.phase-opened.text", arena_print(rq->arena, "%s/reviews", site_url())));
}

void
phase_errand_write(struct rq *rq, struct errand_now *e)
{
	const struct told_phase *t = e->with;

	if (t->people == NULL)
		return;
	for (size_t i = 0; i < t->people->n; i++)
		tell_one(rq, t, &t->people->at[i]);
	e->next = errand_after(rq, t->opened ? "opened" : "closed", t->people);
}
