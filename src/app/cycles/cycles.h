/* cycles.h: the door of cycles: the clock of a review, and whom it takes. */
#ifndef CYCLES_CYCLES_H
#define CYCLES_CYCLES_H

#include "access/subject.h"
#include "cycles/phase_judge.h"
#include "cycles/phase_plan.h"
#include "cycles/reminder_judge.h"
#include "cycles_queries.h"

extern const struct route cycles_routes[];
extern const struct subject_kind cycles_kinds[];

SUBJECT_ID(cycle, cycle, OF_CYCLE)

/* The page where a draft is prepared; reviews shows it again when a launch is refused. */
struct reply cycle_setup_get(struct rq *rq);

/*
 * A draft of kind "review" (or "midyear") with its phases from `start` on, the template and one unit with all below it
 * (unit 0: everybody). For the page and for the demo. In a change.
 */
cycle_id cycle_make(struct rq *rq, const char *name, struct day from, struct day to, struct day start);
cycle_id cycle_make_kind(struct rq *rq, const char *kind, const char *name, struct day from, struct day to, struct day start);
void cycle_ask_form(struct rq *rq, cycle_id cycle, form_id form);
void cycle_take_unit(struct rq *rq, cycle_id cycle, unit_id unit);

/* A draft like another cycle, so many months later, with the newest editions of its templates. In a change. */
cycle_id cycle_copy(struct rq *rq, const struct cycle_head *from, const struct phase_rows *phases, const char *name, int months);

/* The reminders a new cycle proposes. In a change. */
void reminders_propose(struct rq *rq, cycle_id cycle);

/*
 * The turn of the day: phases open and close, each once and with its event; reminders by rule are left to be
 * done. In a change. What is left is done in slices by reviews (cycle_errands).
 */
void cycles_turn(struct rq *rq);
/* Leaves work to be done in slices: kinds "cycle.phase" of a phase, "cycle.remind", "cycle.nudge" of a cycle. once: NULL or a key. */
void cycle_errand(struct rq *rq, const char *kind, int64_t subject, const char *place, const char *once);

/*
 * Kept sums (cycle_count): adds up to `most` rows of changes into them. In a change; a job calls it each
 * second while counts_unfolded says there are some. Pages add what is not folded yet.
 */
void cycles_fold(struct rq *rq, int64_t most);

/* The phase of that name ("self", "manager", "release", "talk"), or NULL. */
const struct phase *phase_named(const struct phase_rows *phases, const char *name);

#endif
