/* draft.h: what somebody typed into a form and has not sent: kept for its author alone. Inside access only. */
#ifndef ACCESS_DRAFT_H
#define ACCESS_DRAFT_H

#include "access/who.h"

/* A person has at most so many, of so many bytes, for so many days. */
enum { DRAFTS_MOST = 30, DRAFT_BYTES = 64 * 1024, DRAFT_DAYS = 90 };

/* Queues the drafts of whoever holds this digest; on a DRAFTS page. */
const struct draft_row_rows *drafts_ask(struct rq *rq, struct blob who);
/* Opens them for the page. */
void drafts_show(struct rq *rq, const struct draft_row_rows *rows);

struct reply draft_post(struct rq *rq);
struct reply draft_discard_post(struct rq *rq);

#endif
