/* import_jobs.c: what is left of imports that are over, or that nobody went on with, is cleared away. Knows days; no file. */
#include "people/people_carry.h"

#include <string.h>

enum { CLEAR_HOUR = 4 };
static const int64_t KEPT = INT64_C(30) * 86400 * 1000000;

static void
away_read(struct rq *rq, struct job *j)
{
	j->with = import_away_of(rq, (import_run_id){ j->subject });
}

/* Put away, taken back, put away again: the last time counts. */
static void
away_write(struct rq *rq, struct job *j)
{
	const struct import_away_rows *run = j->with;

	if (run->n == 0 || strcmp(run->at->state, "refused") != 0)
		return;
	if (undo_is_open(run->at->away_at, rq->now))
		job_waits(j, undo_ends(run->at->away_at));
	else
		import_put_away(rq, (import_run_id){ j->subject });
}

/* A slice: one that was never applied, and one whose flaws are old. */
struct clearing {
	const struct import_old_rows *idle, *flawed;
};

static void
clear_read(struct rq *rq, struct job *j)
{
	struct clearing *c = NEW(rq->arena, struct clearing);

	c->idle = imports_idle(rq, rq->now - KEPT, 1);
	c->flawed = imports_flawed(rq, rq->now - KEPT, 1);
	j->with = c;
}

static void
clear_write(struct rq *rq, struct job *j)
{
	const struct clearing *c = j->with;

	for (size_t i = 0; i < c->idle->n; i++) {
		import_run_expire(rq, c->idle->at[i].id, rq->now, rq->now - KEPT);
		import_put_away(rq, c->idle->at[i].id);
		import_flaws_drop(rq, c->idle->at[i].id);
	}
	for (size_t i = 0; i < c->flawed->n; i++)
		import_flaws_drop(rq, c->flawed->at[i].id);
	if (c->idle->n + c->flawed->n > 0)
		job_more(j, "");
}

const struct job_kind people_jobs[] = {
	{ .kind = "import.away", .read = away_read, .write = away_write },
	{ .kind = "import.forget", .rhythm = DAILY, .hour = 3, .write = import_forget },
	{ .kind = "import.clear", .rhythm = DAILY, .hour = CLEAR_HOUR, .read = clear_read, .write = clear_write },
	{ 0 }
};
