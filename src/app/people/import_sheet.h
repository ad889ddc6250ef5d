/* import_sheet.h: the page of one import run: asked, then put together. Inside people only. */
#ifndef PEOPLE_IMPORT_SHEET_H
#define PEOPLE_IMPORT_SHEET_H

#include "people/people_carry.h"
#include "people_views.h"

SUBJECT_ID(import_run, import_run, OF_IMPORT)

struct import_asked {
	struct import_run *run;
	struct file_piece_rows *head;
	struct flaw_line_rows *flaws;
	struct staged_row_rows *changes, *missing;
	struct people_count *missing_n, *was_n;
};

struct import_asked import_sheet_ask(struct rq *rq, import_run_id run);
struct reply import_sheet_show(struct rq *rq, struct import_asked *asked);

/* Two columns cannot hold the same. */
void refuse_doubles(struct rq *rq, const struct mapping *m);
/* Those of the missing whose box was ticked leave; how many. */
int64_t leave_ticked(struct rq *rq, struct import *im, const struct import_go *typed);

#endif
