/* people_pages.c: what the web may ask of people: the directory, one person, units. */
#include "people/people_pages.h"

#include "base/text.h"
#include "db/ask.h"
#include "people/people_names.h"
#include "people_views.h"
#include "views/sheet.h"

#include <string.h>

enum { PAGE = 50, COUNT_MOST = 1000, CHART_MOST = 200, FILE_MOST = 200000 };

/* What the address asks for; nonsense counts as nothing. */
struct wish {
	const char *said, *words, *words_end, *more, *more_end, *after;
	unit_id unit;
	bool left, mine;
	int sort;
};

static bool
asked(struct rq *rq, const char *name)
{
	const char *value = rq_query(rq, name);

	return value != NULL && strcmp(value, "1") == 0;
}

/* What comes after every word that begins so. */
static const char *
word_end(struct rq *rq, const char *word)
{
	return arena_print(rq->arena, "%s\xf4\x8f\xbf\xbf", word);
}

static struct wish
wish_of(struct rq *rq)
{
	static const char *const sorts[] = { "name", "hired", "newest" };
	struct wish w = { .said = rq_query(rq, "words"), .left = asked(rq, "left"), .mine = asked(rq, "mine") };
	const char *words[2], *sort = rq_query(rq, "sort"), *unit = rq_query(rq, "unit");
	size_t n = w.said == NULL ? 0 : name_words(rq->arena, w.said, words, COUNT(words));

	if (n > 0)
		w.words_end = word_end(rq, w.words = words[0]);
	if (n > 1)
		w.more_end = word_end(rq, w.more = words[1]);
	if (unit != NULL)
		text_int(unit, &w.unit.n);
	for (size_t i = 0; w.mine && sort != NULL && i < COUNT(sorts); i++)
		if (strcmp(sort, sorts[i]) == 0)
			w.sort = (int)i;
	w.after = rq_query(rq, "after");
	return w;
}

/* The same lines, with the first day. */
static struct person_line_rows *
with_days(struct rq *rq, const struct person_line_full_rows *full)
{
	struct person_line_rows *rows = NEW(rq->arena, struct person_line_rows);

	rows->n = full->n;
	rows->at = NEW_MANY(rq->arena, struct person_line, full->n);
	for (size_t i = 0; i < full->n; i++) {
		const struct person_line_full *f = &full->at[i];

		rows->at[i] = (struct person_line){
			.person = f->person, .name = f->name, .job = f->job, .unit = f->unit,
			.manager = f->manager, .manager_name = f->manager_name,
			.employed = f->employed, .after_key = f->after_key, .hired = f->hired,
		};
	}
	return rows;
}

/* Asks the lines of the wish; answers. */
static struct person_line_rows *
lines_of(struct rq *rq, const struct wish *w, int64_t most)
{
	struct person_line_full_rows *full;
	struct person_line_rows *lines;

	if (!w->mine) {
		lines = people_list(rq, rq->viewer, w->words, w->words_end, w->more, w->more_end, w->unit,
		    !w->left, w->after, most, PEOPLE_LIST_BY_NAME);
		answers(rq);
		return lines;
	}
	full = people_mine(rq, rq->viewer, w->words, w->words_end, w->more, w->more_end, w->unit,
	    !w->left, w->after, most, w->sort);
	answers(rq);
	return with_days(rq, full);
}

static struct people_count *
total_of(struct rq *rq, const struct wish *w)
{
	if (w->mine)
		return people_mine_total(rq, rq->viewer, w->words, w->words_end, w->more, w->more_end,
		    w->unit, !w->left, COUNT_MOST + 1);
	return people_total(rq, rq->viewer, w->words, w->words_end, w->more, w->more_end, w->unit,
	    !w->left, COUNT_MOST + 1);
}

static struct reply
directory_get(struct rq *rq)
{
	static const char *const sorts[] = { "name", "hired", "newest" };
	struct wish w = wish_of(rq);
	struct directory page = {
		.words = w.said, .unit = w.unit, .left = w.left, .mine = w.mine, .sort = sorts[w.sort],
		.units = units_tree(rq),
	};
	const struct people_count *total = total_of(rq, &w);

	page.people = lines_of(rq, &w, PAGE + 1);
	if (!fine(rq))
		return nothing();
	for (size_t i = 0; i < page.units->n; i++)
		page.units->at[i].chosen = page.units->at[i].id.n == w.unit.n;
	page.more = total->n > COUNT_MOST;
	page.total = clamp(total->n, 0, COUNT_MOST);
	if (page.people->n > PAGE) {
		const struct person_line *last = &page.people->at[PAGE - 1];

		page.people->n = PAGE;
		page.next = cursor_of(rq, last->after_key, last->person.n);
	}
	return directory_page(rq, &page);
}

/* The page's list, all of it: the same words, unit and order in the address, the same rows to the same viewer. */
static struct reply
directory_file_get(struct rq *rq)
{
	static const char *const heads[] = { "people_sheet.name", "people_sheet.job", "people_sheet.unit", "people_sheet.manager", "people_sheet.hired" };
	struct wish w = wish_of(rq);
	const struct person_line_rows *people;
	struct sheet s;

	w.after = NULL;
	people = lines_of(rq, &w, FILE_MOST);
	if (!fine(rq))
		return nothing();
	sheet_begin(&s, rq);
	sheet_heads(&s, heads, COUNT(heads) - !w.mine);
	for (size_t i = 0; i < people->n; i++) {
		const struct person_line *p = &people->at[i];

		sheet_text(&s, p->name);
		sheet_text(&s, p->job);
		sheet_text(&s, p->unit);
		sheet_text(&s, p->manager_name);
		if (w.mine)
			sheet_day(&s, p->hired);
		sheet_row(&s);
	}
	return sheet_reply(&s, "people.csv");
}

/* The day before the open end; whether there is an end at all. */
static struct day
last_day(struct day ends_on, int64_t *ended)
{
	*ended = day_compare(ends_on, DAY_EVER) < 0;
	return *ended ? day_plus(ends_on, -1) : (struct day){ 0 };
}

static struct reply
person_get(struct rq *rq)
{
	person_id person = rq_person(rq);
	struct person_open *card = person_card_of(rq, person);
	struct person_sheet page = {
		.card = card, .reports = person_reports(rq, person),
		.spells = person_spells(rq, rq->viewer, person),
		.placements = person_placements(rq, rq->viewer, person),
		.lines = person_lines(rq, rq->viewer, person),
	};

	answers(rq);
	if (!may(rq, SEE_PERSON))
		card->email = card->location = NULL;
	for (size_t i = 0; i < page.spells->n; i++) {
		page.spells->at[i].first = i == 0;
		page.spells->at[i].last = last_day(page.spells->at[i].ends_on, &page.spells->at[i].ended);
	}
	for (size_t i = 0; i < page.placements->n; i++)
		page.placements->at[i].last = last_day(page.placements->at[i].ends_on,
		    &page.placements->at[i].ended);
	for (size_t i = 0; i < page.lines->n; i++)
		page.lines->at[i].last = last_day(page.lines->at[i].ends_on, &page.lines->at[i].ended);
	return person_sheet_page(rq, &page);
}

/* Level by level: so a reply is small however large the organisation. */
static struct reply
chart_get(struct rq *rq)
{
	struct chart_line_rows *reports = chart_reports(rq, rq_person(rq), CHART_MOST + 1);
	struct person_chart page = { .name = rq_subject(rq)->name, .path = chart_path(rq, rq_person(rq)), .reports = reports, .most = NONE };

	answers(rq);
	if (reports->n > CHART_MOST) {
		reports->n = CHART_MOST;
		page.most = CHART_MOST;
	}
	return person_chart_page(rq, &page);
}

static struct reply
units_get(struct rq *rq)
{
	struct unit_list page = { .units = units_list(rq, rq->viewer) };

	answers(rq);
	return unit_list_page(rq, &page);
}

const struct route people_routes[] = {
	{ GET,  "/people",             directory_get,       SEE_PEOPLE,    OF_NOBODY },
	{ GET,  "/people/file",        directory_file_get,  SEE_PEOPLE,    OF_NOBODY, SLOW },
	{ GET,  "/people/:person",     person_get,          SEE_CARD,      OF_PERSON },
	{ GET,  "/people/:person/chart", chart_get,         SEE_CARD,      OF_PERSON },
	{ GET,  "/units",              units_get,           SEE_PEOPLE,    OF_NOBODY },
	{ GET,  "/values",             values_get,          SEE_VALUES,    OF_NOBODY },
	{ POST, "/values",             values_post,         EDIT_VALUES,   OF_NOBODY, .again = values_get },
	{ POST, "/values/:value",      value_post,          EDIT_VALUES,   OF_NOBODY, .again = values_get },
	{ POST, "/values/:value/end",  value_end_post,      EDIT_VALUES,   OF_NOBODY, .again = values_get },
	{ GET,  "/import",             import_get,          SEE_IMPORT,    OF_NOBODY },
	{ POST, "/import",             import_post,         IMPORT_PEOPLE, OF_NOBODY, UPLOAD, .again = import_get },
	{ GET,  "/import/:import",        import_run_get,      SEE_IMPORT,    OF_IMPORT },
	{ GET,  "/import/:import/rejects", import_rejects_get, SEE_IMPORT,    OF_IMPORT, SLOW },
	{ GET,  "/import/:import/missing", import_missing_get, SEE_IMPORT,    OF_IMPORT, SLOW },
	{ POST, "/import/:import/mapping", import_mapping_post, IMPORT_PEOPLE, OF_IMPORT, .again = import_run_get },
	{ POST, "/import/:import/apply",  import_apply_post,   IMPORT_PEOPLE, OF_IMPORT, .again = import_run_get },
	{ POST, "/import/:import/undo",   import_undo_post,    IMPORT_PEOPLE, OF_IMPORT, .again = import_run_get },
	{ POST, "/import/:import/away",   import_away_post,    IMPORT_PEOPLE, OF_IMPORT, .again = import_run_get },
	{ POST, "/import/:import/back",   import_back_post,    IMPORT_PEOPLE, OF_IMPORT },
	{ 0 }
};
