/* corrections.h: the door of corrections: what people say is wrong in records about them. Knows people; changes no record. */
#ifndef CORRECTIONS_CORRECTIONS_H
#define CORRECTIONS_CORRECTIONS_H

#include "access/subject.h"
#include "corrections_queries.h"

extern const struct route corrections_routes[];
extern const struct subject_kind corrections_kinds[];

SUBJECT_ID(correction, correction, OF_CORRECTION)

/* Asks for one, in a change: it waits on the homes of those who answer. ref: the record's number, or NONE. */
correction_id correction_ask(struct rq *rq, const char *about, int64_t ref, const char *words);

/* Answers it as the viewer: verdict "mended" or "declined". */
void correction_close(struct rq *rq, const struct correction_head *head, const char *verdict, const char *answer);

#endif
