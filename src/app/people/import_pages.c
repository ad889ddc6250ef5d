/* import_pages.c: what the web may do with an import: upload, match columns, apply, put away. */
#include "people/import_sheet.h"
#include "people/people_pages.h"

#include "base/text.h"
#include "jobs/jobs.h"
#include "views/views.h"

#include <string.h>

enum { RUNS = 20, NAME_MOST = 120 };

struct reply
import_get(struct rq *rq)
{
	struct import_start page = { .runs = import_runs(rq, rq->viewer, RUNS) };

	answers(rq);
	return import_start_page(rq, &page);
}

/* The last part of what the browser calls the file, at most so long. */
static const char *
file_name(struct rq *rq, const char *name)
{
	const char *clean = name_clean(rq->arena, name), *cut;

	if ((cut = strrchr(clean, '/')) != NULL || (cut = strrchr(clean, '\\')) != NULL)
		clean = cut + 1;
	if (clean[0] == '\0' || text_length(clean) > NAME_MOST)
		return "people.csv";
	return clean;
}

/* Judged against everybody, and kept as the run's check. */
static void
check(struct rq *rq, struct import *im, import_run_id run)
{
	const struct import_known *known = import_ask(rq);

	if (known == NULL)
		return;
	import_judge(im, known);
	import_stage(rq, im, run);
}

struct reply
import_post(struct rq *rq)
{
	const char *name = NULL;
	struct blob file = rq_file(rq, "file", &name);
	import_run_id run;
	struct import im;

	if (file.n == 0)
		refuse(rq, "file", "refused.file_missing");
	else if (!import_open(&im, rq->arena, file))
		refuse(rq, "file", arena_print(rq->arena, "import_flaw.%s", im.lack));
	if (refused(rq))
		return again(rq);
	import_recall(rq, &im);
	im.map.dates = DATES_UNSAID;
	run = import_begin(rq, &im, file_name(rq, name));
	check(rq, &im, run);
	return go(rq, "/import/%lld", (long long)run.n);
}

struct reply
import_run_get(struct rq *rq)
{
	import_run_id run = rq_import_run(rq);
	struct import_asked asked = import_sheet_ask(rq, run);

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	return import_sheet_show(rq, &asked);
}

/* The whole file again, with its mapping; refused when the run is over. */
static bool
reopen(struct rq *rq, struct import *im)
{
	import_run_id run = rq_import_run(rq);
	const struct import_run *head = import_run_of(rq, run);
	const struct file_piece_rows *pieces = import_upload(rq, run);

	if (!answers(rq))
		return false;
	if (strcmp(head->state, "checked") == 0 && import_reopen(rq, im, head, pieces))
		return true;
	refuse(rq, "", "refused.import_closed");
	return false;
}

struct reply
import_mapping_post(struct rq *rq)
{
	struct import_mapping typed = import_mapping_read(rq);
	struct import im;

	if (refused(rq) || !reopen(rq, &im))
		return again(rq);
	im.map.dates = typed.dates == NULL ? DATES_UNSAID : date_form_of(typed.dates);
	for (size_t i = 0; i < typed.n_column; i++) {
		int64_t at = typed.column[i].id.n - 1;
		const char *field = typed.column[i].field;

		if (at >= 0 && at < im.map.n)
			im.map.in[at] = field == NULL ? IN_NOTHING : field_named(rq->arena, field);
	}
	refuse_doubles(rq, &im.map);
	if (refused(rq))
		return again(rq);
	check(rq, &im, rq_import_run(rq));
	return go(rq, "/import/%lld", (long long)rq_import_run(rq).n);
}

/* Why the judged file cannot be applied, if it cannot. */
static void
refuse_apply(struct rq *rq, const struct import *im, bool good)
{
	if (import_may(im, good))
		return;
	refuse(rq, "", im->asks ? "refused.import_question" :
	    im->lack != NULL || im->rejected == (int64_t)im->n ? "refused.import_nothing" :
	    "refused.import_flaws");
}

struct reply
import_apply_post(struct rq *rq)
{
	struct import_go typed = import_go_read(rq);
	const struct import_known *known;
	import_run_id run = rq_import_run(rq);
	struct import im;

	if (refused(rq) || !reopen(rq, &im))
		return again(rq);
	known = import_ask(rq);
	if (known == NULL)
		return nothing();
	import_judge(&im, known);
	refuse_apply(rq, &im, typed.good);
	if (typed.everyone != NONE && typed.everyone != (int64_t)im.n_missing)
		refuse_value(rq, "everyone", "refused.import_everyone", arena_print(rq->arena, "%zu", im.n_missing));
	if (refused(rq))
		return again(rq);
	import_apply(rq, &im);
	im.ended += leave_ticked(rq, &im, &typed);
	import_remember(rq, &im, run);
	import_keep(rq, &im, run);
	import_put_away(rq, run);
	return go(rq, "/import/%lld", (long long)run.n);
}

enum { RESTS = 4 };

/* "Ana Duarte, Bo Lind": whose later changes hang on the import. */
static const char *
names_of(struct rq *rq, const struct import_rests_rows *rests)
{
	struct out o;

	out_init(&o, rq->arena);
	put(&o, "");
	for (size_t i = 0; i < rests->n && i < RESTS - 1; i++)
		put_format(&o, "%s%s", i > 0 ? ", " : "", rests->at[i].name);
	if (rests->n == RESTS)
		put(&o, ", …");
	return o.at;
}

/* NULL when the import may not be taken back; the refusal says why. */
static const struct import_was_row_rows *
undo_asked(struct rq *rq, import_run_id run)
{
	const struct import_run *head = import_run_of(rq, run);
	const struct import_was_row_rows *was = import_was_of(rq, run);
	const struct import_rests_rows *rests;
	const struct people_count *cycles = NULL;

	if (!answers(rq))
		return NULL;
	rests = import_rests_on(rq, run, head->applied_at, rq->today, RESTS);
	if (people_hooks.cycles_with != NULL)
		cycles = people_hooks.cycles_with(rq, run);
	if (!answers(rq))
		return NULL;
	if (strcmp(head->state, "applied") != 0 || was->n == 0)
		refuse(rq, "", "refused.import_undo_none");
	else if (rests->n > 0)
		refuse_value(rq, "", "refused.import_undo_later", names_of(rq, rests));
	else if (cycles != NULL && cycles->n > 0)
		refuse(rq, "", "refused.import_undo_cycle");
	return refused(rq) ? NULL : was;
}

struct reply
import_undo_post(struct rq *rq)
{
	import_run_id run = rq_import_run(rq);
	const struct import_was_row_rows *was = undo_asked(rq, run);
	const struct import_known *known = was == NULL ? NULL : import_ask(rq);

	if (known == NULL)
		return refused(rq) ? again(rq) : nothing();
	import_put_back(rq, known, was);
	import_run_undone(rq, run, rq->now);
	return go(rq, "/import/%lld", (long long)run.n);
}

struct reply
import_away_post(struct rq *rq)
{
	long long run = (long long)rq_import_run(rq).n;

	import_end(rq, rq_import_run(rq));
	tell_undo(rq, "told.import_away", "/import/%lld/back", run);
	return go(rq, "/import");
}

/* It was put away by mistake: its file is still there. */
struct reply
import_back_post(struct rq *rq)
{
	const struct import_away_rows *run = import_away_of(rq, rq_import_run(rq));

	if (!answers(rq))
		return nothing();
	if (run->n == 0 || strcmp(run->at->state, "refused") != 0 || !undo_is_open(run->at->away_at, rq->now))
		return end_with(rq, CONFLICT, "undo"), nothing();
	import_run_back(rq, rq_import_run(rq), run->at->away_at);
	tell(rq, "told.import_back");
	return go(rq, "/import/%lld", (long long)rq_import_run(rq).n);
}

static const char *
reason(void *arg, const struct flaw *f)
{
	return flaw_words(arg, f);
}

struct reply
import_rejects_get(struct rq *rq)
{
	const struct import_known *known;
	struct import im;
	struct reply r;
	struct out rows;

	if (!reopen(rq, &im) || (known = import_ask(rq)) == NULL)
		return again(rq);
	import_judge(&im, known);
	out_init(&rows, rq->arena);
	put(&rows, "\xef\xbb\xbf");
	import_rejects(&im, &rows, reason, rq, words(rq->lang, "said.reason"));
	r = reply_bytes("text/csv; charset=utf-8", (struct blob){ rows.at, rows.n });
	r.file_name = "not-taken.csv";
	return r;
}

/* Everybody who was missing at the check, as a file. */
struct reply
import_missing_get(struct rq *rq)
{
	const struct staged_row_rows *missing = import_missing(rq, rq_import_run(rq), CSV_ROWS);
	struct out rows;
	struct reply r;

	if (!answers(rq))
		return nothing();
	out_init(&rows, rq->arena);
	put(&rows, "\xef\xbb\xbf");
	put_format(&rows, "%s,%s\r\n", words(rq->lang, "import_field.number"), words(rq->lang, "import_field.name"));
	for (size_t i = 0; i < missing->n; i++) {
		csv_put(&rows, missing->at[i].number == NULL ? "" : missing->at[i].number, ',');
		put(&rows, ",");
		csv_put(&rows, missing->at[i].shown, ',');
		put(&rows, "\r\n");
	}
	r = reply_bytes("text/csv; charset=utf-8", (struct blob){ rows.at, rows.n });
	r.file_name = "not-in-the-file.csv";
	return r;
}
