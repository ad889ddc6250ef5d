/* people_runs.c: what is kept of an import: its bytes while it is looked at, flaws, figures. */
#include "people/people_carry.h"

#include "base/digest.h"

#include <string.h>

enum { PART = 256 << 10, FLAWS_MOST = 2000, ROWS_MOST = 200 };

static void
keep_file(struct rq *rq, import_run_id run, const char *name, struct blob file)
{
	file_id id = { new_id(rq) };

	import_file_add(rq, id, run, rq->viewer.n, rq->now, name, (int64_t)file.n,
	    digest_take(rq->arena, file.at, file.n));
	for (size_t at = 0; at < file.n; at += PART)
		import_part_add(rq, id, (int64_t)(at / PART), (struct blob){ (const char *)file.at + at,
		    file.n - at < PART ? file.n - at : PART });
}

import_run_id
import_begin(struct rq *rq, const struct import *im, const char *name)
{
	import_run_id run = { new_id(rq) };

	import_run_add(rq, run, rq->viewer.n, rq->now, name,
	    digest_take(rq->arena, im->file.at, im->file.n), mapping_text(&im->map, rq->arena));
	keep_file(rq, run, name, im->file);
	return run;
}

static const char *
verdict_word(enum row_verdict v)
{
	return v == ROW_INSERT ? "insert" : v == ROW_END ? "end" : "update";
}

static void
keep_rows(struct rq *rq, const struct import *im, import_run_id run)
{
	int kept = 0;

	for (size_t i = 0; i < im->n && kept < ROWS_MOST; i++) {
		const struct import_line *l = &im->lines[i];

		if (!line_good(l) || l->verdict == ROW_SAME)
			continue;
		import_row_add(rq, run, l->line, verdict_word(l->verdict),
		    l->was == NULL ? (person_id){ 0 } : l->was->id, l->number,
		    name_shown(rq->arena, l->name), changes_text(rq->arena, l->changes));
		kept++;
	}
	for (size_t i = 0; i < im->n_missing; i++) {
		const struct import_person *p = im->missing[i];

		import_row_add(rq, run, -1 - (int64_t)i, "end", p->id, p->number,
		    name_shown(rq->arena, (struct name){ p->given, p->family }), "");
	}
}

void
import_stage(struct rq *rq, const struct import *im, import_run_id run)
{
	int64_t place = 0;

	import_rows_drop(rq, run);
	import_flaws_drop(rq, run);
	for (const struct flaw *f = im->flaws; f != NULL && place < FLAWS_MOST; f = f->next)
		import_flaw_add(rq, run, place++, f->line, f->field, f->code, f->value, f->other, f->warning);
	keep_rows(rq, im, run);
	import_run_checked(rq, run, rq->now, mapping_text(&im->map, rq->arena), (int64_t)im->n, im->inserted,
	    im->updated, im->same, im->ended, im->rejected);
}

void
import_keep(struct rq *rq, const struct import *im, import_run_id run)
{
	import_map_put(rq, (import_map_id){ new_id(rq) }, mapping_digest(&im->map, rq->arena),
	    mapping_text(&im->map, rq->arena));
	import_run_applied(rq, run, rq->now, (int64_t)im->n, im->inserted, im->updated, im->same,
	    im->ended, im->rejected);
}

void
import_put_away(struct rq *rq, import_run_id run)
{
	import_waiting_closed(rq, run, rq->now);
	import_parts_drop(rq, run);
	import_file_drop(rq, run);
	import_rows_drop(rq, run);
}

void
import_end(struct rq *rq, import_run_id run)
{
	import_run_refused(rq, run, rq->now);
	import_waiting_closed(rq, run, rq->now);
	job_leave(rq, "import.away", run.n, "", undo_ends(rq->now), NULL);
}

static struct blob
joined(struct arena *a, const struct file_piece_rows *pieces)
{
	size_t n = 0;
	char *all;

	for (size_t i = 0; i < pieces->n; i++)
		n += pieces->at[i].body.n;
	all = arena_take(a, n + 1);
	n = 0;
	for (size_t i = 0; i < pieces->n; i++) {
		memcpy(all + n, pieces->at[i].body.at, pieces->at[i].body.n);
		n += pieces->at[i].body.n;
	}
	return (struct blob){ all, n };
}

/* Pieces and mapping of a run as an opened import; false when its bytes are gone. */
bool
import_reopen(struct rq *rq, struct import *im, const struct import_run *run,
    const struct file_piece_rows *pieces)
{
	if (pieces->n == 0 || !import_open(im, rq->arena, joined(rq->arena, pieces)))
		return false;
	return mapping_read(&im->map, rq->arena, run->mapping);
}
