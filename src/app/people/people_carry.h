/* people_carry.h: what the command and the pages of the import share. Inside people only. */
#ifndef PEOPLE_CARRY_H
#define PEOPLE_CARRY_H

#include "people/people.h"
#include "people/people_import.h"
#include "people/people_stand.h"

/* Asks everything an import compares with; answers. NULL when the request has failed. */
const struct import_known *import_ask(struct rq *rq);
/* The mapping kept for these headers, over the proposed one; answers. */
bool import_recall(struct rq *rq, struct import *im);
/* The good rows come in, all in this change. The judged import must be one that may be applied. */
void import_apply(struct rq *rq, struct import *im);
/* Keeps what became of a run that was begun with import_run_add, and its mapping. */
void import_keep(struct rq *rq, const struct import *im, import_run_id run);
/* A run of the page: its file kept, then what a check of it found; and when it is over, no bytes. */
import_run_id import_begin(struct rq *rq, const struct import *im, const char *name);
void import_stage(struct rq *rq, const struct import *im, import_run_id run);
/* Put away unapplied; nobody is waited for any more. */
void import_end(struct rq *rq, import_run_id run);
void import_put_away(struct rq *rq, import_run_id run);
/* The file of a run (or its beginning) with its mapping; false when its bytes are gone. */
bool import_reopen(struct rq *rq, struct import *im, const struct import_run *run,
    const struct file_piece_rows *pieces);
/* A person whose last day was set by hand: a proposed leaver who was ticked. */
void import_leave(struct rq *rq, const struct import_person *p, struct day last, const char *reason);

/* Who a judged import has changed, as they were: after import_apply, before what was known is read anew. */
void import_remember(struct rq *rq, const struct import *im, import_run_id run);
/* All as it was before that; known is how things stand. In a change; answers. */
void import_put_back(struct rq *rq, const struct import_known *known, const struct import_was_row_rows *was);
/* The words a person is found by; and one person's employment, place and line moved to where s says. */
void import_words(struct rq *rq, person_id person, const struct who *w);
void import_rework(struct rq *rq, struct import_line *l, const struct stand *s);

/* One flaw as a sentence, in the viewer's language. */
const char *flaw_words(struct rq *rq, const struct flaw *f);
/* "unit manager": what of a row changes, as keys of words. */
const char *changes_text(struct arena *a, unsigned changes);

/* A slice of a job: what can no longer be undone is let go (people_undo.c). */
void import_forget(struct rq *rq, struct job *j);

#endif
