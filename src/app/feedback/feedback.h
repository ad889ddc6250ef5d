/* feedback.h: the door of feedback: what people tell each other through the year, and what they note for themselves. */
#ifndef FEEDBACK_FEEDBACK_H
#define FEEDBACK_FEEDBACK_H

#include "access/subject.h"
#include "feedback/feedback_help.h"
#include "feedback/feedback_judge.h"

extern const struct route feedback_routes[];
extern const struct subject_kind feedback_kinds[];

SUBJECT_ID(feedback, feedback, OF_FEEDBACK)
SUBJECT_ID(ask, ask, OF_ASK)
SUBJECT_ID(note, note, OF_NOTE)
SUBJECT_ID(shared, shared, OF_SHARED)

/* The turn of the day: requests whose day is over run out. In a change. */
void feedback_turn(struct rq *rq);

/* One piece of feedback as it is given. happened: no day when its author named none. */
struct feedback_gift {
	struct feedback_said said;
	person_id author, receiver;
	ask_id ask;                     /* 0: unasked */
	const char *seen_by;
	company_value_id value;
	int64_t goal;                   /* NONE: about no goal */
};
/* A note of the author's journal, sealed; about: themself or somebody of their line. In a change. */
note_id note_write(struct rq *rq, person_id author, person_id about, struct day happened, const char *kind, const char *words);

/* Writes it, with its signals, and leaves notices for those who may read it. In a change. */
feedback_id feedback_give(struct rq *rq, const struct feedback_gift *gift, person_id manager);

/* While its author fills in the form: what would make the field looked at easier to use. */
void feedback_advise(struct rq *rq, const struct feedback_said *said);

#endif
