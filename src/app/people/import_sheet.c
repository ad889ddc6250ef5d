/* import_sheet.c: puts the page of an import run together: columns, questions, words of flaws. */
#include "people/import_sheet.h"

#include "base/text.h"
#include "views/views.h"

#include <string.h>

enum { EVERYONE_FROM = 10, FLAWS = 200, CHANGES = 200, MISSING = 500, SAMPLES = 3, SAMPLE_MOST = 40 };

struct import_asked
import_sheet_ask(struct rq *rq, import_run_id run)
{
	return (struct import_asked){
		.run = import_run_of(rq, run), .head = import_upload_head(rq, run),
		.flaws = import_flaws(rq, run, FLAWS), .changes = import_rows(rq, run, CHANGES),
		.missing = import_missing(rq, run, MISSING),
		.missing_n = import_missing_count(rq, run), .was_n = import_was_count(rq, run),
	};
}

/* The first cells of each column that are not empty, "Sales · Support · Sales". */
static void
sample(struct rq *rq, struct import_column_rows *columns, const struct import *im)
{
	struct csv *c = NEW(rq->arena, struct csv);
	struct out *texts = NEW_MANY(rq->arena, struct out, columns->n + 1);
	struct csv_row row;

	for (size_t i = 0; i < columns->n; i++)
		out_init(&texts[i], rq->arena);
	csv_open(c, rq->arena, im->file);
	while (csv_next(c, &row) && row.line < im->header_line)
		continue;
	for (int n = 0; n < SAMPLES && csv_next(c, &row); n++)
		for (int i = 0; i < row.n && i < (int)columns->n; i++) {
			const char *cell = name_clean(rq->arena, row.cells[i]);

			if (cell[0] == '\0' || text_length(cell) > SAMPLE_MOST)
				continue;
			put(&texts[i], texts[i].n > 0 ? " · " : "");
			put(&texts[i], cell);
		}
	for (size_t i = 0; i < columns->n; i++)
		columns->at[i].sample = texts[i].at;
}

/* A column without a heading is named by its place. */
static struct import_column_rows *
columns_of(struct rq *rq, const struct import *im)
{
	struct import_column_rows *rows = NEW(rq->arena, struct import_column_rows);

	rows->n = (size_t)im->map.n;
	rows->at = NEW_MANY(rq->arena, struct import_column, rows->n);
	for (int i = 0; i < im->map.n; i++)
		rows->at[i] = (struct import_column){
			.id = { i + 1 },
			.header = im->map.header[i][0] != '\0' ? im->map.header[i] :
			    arena_print(rq->arena, "#%d", i + 1),
			.field = im->map.in[i] == IN_NOTHING ? NULL : field_word(im->map.in[i]),
		};
	sample(rq, rows, im);
	return rows;
}

/* Flaws that are questions about days, with both readings. */
static struct import_question_rows *
questions_of(struct rq *rq, const struct flaw_line_rows *flaws)
{
	struct import_question_rows *rows = NEW(rq->arena, struct import_question_rows);

	rows->at = NEW_MANY(rq->arena, struct import_question, flaws->n + 1);
	for (size_t i = 0; i < flaws->n; i++) {
		const struct flaw_line *f = &flaws->at[i];
		struct import_question q = { .column = f->field, .value = f->value };

		q.mixed = strcmp(f->reason, "days_mixed") == 0;
		if (!q.mixed && strcmp(f->reason, "days_two_ways") != 0)
			continue;
		q.day_first = date_shown(f->value, DATES_DMY, rq->today);
		q.month_first = date_shown(f->value, DATES_MDY, rq->today);
		rows->at[rows->n++] = q;
	}
	return rows;
}

static void
word_flaws(struct rq *rq, struct flaw_line_rows *flaws)
{
	for (size_t i = 0; i < flaws->n; i++) {
		struct flaw_line *l = &flaws->at[i];
		struct flaw f = { .code = l->reason, .value = l->value, .other = l->other };

		l->words = flaw_words(rq, &f);
	}
}

/* "unit manager" as words: "unit, manager". */
static const char *
change_words(struct rq *rq, const char *keys)
{
	struct out o;

	out_init(&o, rq->arena);
	put(&o, "");
	for (size_t n; keys += strspn(keys, " "), *keys != '\0'; keys += n) {
		n = strcspn(keys, " ");
		put(&o, o.n > 0 ? ", " : "");
		put(&o, words(rq->lang, arena_print(rq->arena, "import_change.%.*s", (int)n, keys)));
	}
	return o.at;
}

static void
word_changes(struct rq *rq, struct staged_row_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		rows->at[i].words = change_words(rq, rows->at[i].changes);
}

struct reply
import_sheet_show(struct rq *rq, struct import_asked *asked)
{
	const struct import_run *run = asked->run;
	struct import_sheet page = {
		.run = run, .open = strcmp(run->state, "checked") == 0, .good = run->rows - run->bad,
		.questions = questions_of(rq, asked->flaws), .flaws = asked->flaws,
		.changes = asked->changes, .missing = asked->missing,
		.missing_n = asked->missing_n->n, .missing_more = asked->missing_n->n > MISSING, .missing_many = asked->missing_n->n > EVERYONE_FROM,
		.today = rq->today, .undo = strcmp(run->state, "applied") == 0 && asked->was_n->n > 0,
		.columns = NEW(rq->arena, struct import_column_rows),
	};
	struct import *im = NEW(rq->arena, struct import);

	word_flaws(rq, asked->flaws);
	word_changes(rq, asked->changes);
	word_changes(rq, asked->missing);
	if (page.open && import_reopen(rq, im, run, asked->head)) {
		page.columns = columns_of(rq, im);
		page.dates = im->map.dates == DATES_UNSAID ? NULL : date_form_word(im->map.dates);
	}
	page.all = page.open && page.questions->n == 0 && run->rows > 0 && run->bad == 0;
	page.some = page.open && page.questions->n == 0 && run->bad > 0 && page.good > 0;
	return import_sheet_page(rq, &page);
}

void
refuse_doubles(struct rq *rq, const struct mapping *m)
{
	for (int i = 0; i < m->n; i++)
		if (m->in[i] != IN_NOTHING && mapping_at(m, m->in[i]) != i)
			refuse_value(rq, arena_print(rq->arena, "field.%d", i + 1), "refused.import_double",
			    m->header[mapping_at(m, m->in[i])]);
}

int64_t
leave_ticked(struct rq *rq, struct import *im, const struct import_go *typed)
{
	struct day last = day_none(typed->last) ? rq->today : typed->last;
	int64_t left = 0;

	im->missing_leaves = NEW_MANY(rq->arena, bool, im->n_missing + 1);
	for (size_t i = 0; i < im->n_missing; i++) {
		const struct import_person *p = im->missing[i];

		if (typed->everyone != (int64_t)im->n_missing && rq_field(rq, arena_print(rq->arena, "leave.%lld", (long long)p->id.n)) == NULL)
			continue;
		im->missing_leaves[i] = true;
		import_leave(rq, p, last, typed->reason);
		left++;
	}
	if (left > 0)
		people_chains(rq);
	return left;
}
