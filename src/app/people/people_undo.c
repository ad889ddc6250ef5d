/*
 * people_undo.c: what an import found before it changed it, and the change that puts that back. One change
 * more: what the import did stays in the history. Judges nothing of who may.
 */
#include "people/people_carry.h"

#include "people/people_stand.h"

#include <string.h>

enum { SLICE = 200, DAY_US_MONTH = 30 };

/* ---- remembered when it is applied ------------------------------------------------------ */

static void
remember(struct rq *rq, import_run_id run, person_id person, const char *kind, const struct import_person *was)
{
	static const struct import_person nobody = { .lang = "en", .given = "", .family = "" };
	const struct import_person *w = was == NULL ? &nobody : was;

	import_was_add(rq, run, person, kind, w->number, w->email, w->given, w->family, w->phone, w->lang, w->spell, w->starts_on,
	    w->ends_on, w->end_reason, w->unit, w->job, w->level, w->location, w->manager);
}

static void
remember_line(struct rq *rq, const struct import *im, const struct import_line *l, import_run_id run)
{
	bool again = l->was != NULL && l->was->spell.n != 0 && stand_of(im, l).again;

	remember(rq, run, l->id, l->was == NULL || l->was->spell.n == 0 ? "new" : again ? "again" : "changed", l->was);
}

/* Whose manager goes with the import, and so loses the line, though their own row changes nothing. */
static void
remember_reports(struct rq *rq, const struct import *im, import_run_id run)
{
	const struct import_person_rows *people = im->known->people;
	bool *goes = NEW_MANY(rq->arena, bool, people->n + 1);

	for (size_t i = 0; i < im->n; i++)
		if (im->lines[i].was != NULL && line_good(&im->lines[i]) && (im->lines[i].changes & (CHANGES_ENDS | CHANGES_STARTS | CHANGES_BACK)))
			goes[im->lines[i].was - people->at] = true;
	for (size_t i = 0; i < im->n_missing; i++)
		goes[im->missing[i] - people->at] = im->missing_leaves != NULL && im->missing_leaves[i];
	for (size_t i = 0; i < people->n; i++) {
		const struct import_person *boss = import_person_of(people, people->at[i].manager);

		if (goes[i] || (boss != NULL && goes[boss - people->at]))
			remember(rq, run, people->at[i].id, "changed", &people->at[i]);
	}
}

void
import_remember(struct rq *rq, const struct import *im, import_run_id run)
{
	for (size_t i = 0; i < im->n && fine(rq); i++) {
		const struct import_line *l = &im->lines[i];

		if (line_good(l) && l->verdict != ROW_SAME)
			remember_line(rq, im, l, run);
		if (i % SLICE == SLICE - 1)
			answers(rq);
	}
	remember_reports(rq, im, run);
	answers(rq);
}

/* ---- put back -------------------------------------------------------------------------------- */

static bool
same_text(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static void
put_back_name(struct rq *rq, const struct import_was_row *w, const struct import_person *is)
{
	struct name name = { w->given, w->family };
	struct who who = { .number = w->number, .email = w->email, .shown = name_shown(rq->arena, name), };

	if (!same_text(w->phone, is->phone) || !same_text(w->lang, is->lang))
		person_reach(rq, w->person, w->phone, w->lang);
	if (same_text(w->given, is->given) && same_text(w->family, is->family) && same_text(w->number, is->number) &&
	    same_text(w->email, is->email))
		return;
	person_rename(rq, w->person, w->number, w->number == NULL ? NULL : name_key(rq->arena, w->number), w->email,
	    w->email == NULL ? NULL : name_key(rq->arena, w->email), w->given, w->family, who.shown, name_sort(rq->arena, name));
	person_words_drop(rq, w->person);
	import_words(rq, w->person, &who);
}

/* An employment that should not have begun: it goes, and with it what hung on it. */
static void
unmake(struct rq *rq, const struct import_was_row *w, const struct import_person *is)
{
	if (is->spell.n == 0)
		return;
	if (strcmp(w->kind, "new") == 0)
		own_lines_drop(rq, w->person);
	else
		lines_late_drop(rq, w->person, is->starts_on);
	placements_drop(rq, is->spell);
	spell_drop(rq, is->spell, w->person);
	now_unmake(rq, w->person);
	if (strcmp(w->kind, "new") == 0)
		joined_drop(rq, w->person);
	else
		now_put(rq, w->person, 0, name_sort(rq->arena, (struct name){ w->given, w->family }), w->spell, w->starts_on, (person_id){ 0 },
		    w->unit, w->job, w->level, w->location);
	if (people_hooks.account_close_for != NULL)
		people_hooks.account_close_for(rq, w->person);
}

static unsigned
differences(const struct import_was_row *w, const struct import_person *is, bool over)
{
	int later = day_compare(w->ends_on, is->ends_on);
	unsigned changes = later > 0 ? CHANGES_BACK : later < 0 ? CHANGES_ENDS : 0;

	if (day_compare(w->starts_on, is->starts_on) != 0)
		changes |= CHANGES_STARTS;
	if (over)
		return changes;
	if (w->unit.n != is->unit.n || w->job.n != is->job.n || w->level.n != is->level.n || w->location.n != is->location.n)
		changes |= CHANGES_PLACE;
	return changes | (w->manager.n != is->manager.n ? CHANGES_MANAGER : 0);
}

/* Where they stood before, said as a row of a file would say it. */
static void
put_back(struct rq *rq, const struct import_known *known, const struct import_was_row *w, const struct import_person *is)
{
	const struct import_person *boss = import_person_of(known->people, w->manager);
	struct import_line l = { .was = is, .id = w->person, .starts = w->starts_on, .name = { w->given, w->family }, .email = w->email, .end_reason = w->end_reason };
	struct stand s = {
		.spell = w->spell, .starts_on = w->starts_on, .ends_on = w->ends_on, .hired_on = w->starts_on, .unit = w->unit, .job = w->job,
		.level = w->level, .location = w->location, .manager = w->manager, .manager_here = boss != NULL,
		.sort_key = name_sort(rq->arena, l.name),
	};

	put_back_name(rq, w, is);
	s.over = day_compare(s.ends_on, known->today) <= 0;
	s.employed = !s.over && day_compare(s.starts_on, known->today) <= 0;
	if (s.over)
		s.manager = (person_id){ 0 };
	l.changes = differences(w, is, s.over);
	if (l.changes != 0)
		import_rework(rq, &l, &s);
	if (s.over && is->employed && people_hooks.account_close_for != NULL)
		people_hooks.account_close_for(rq, w->person);
	if (s.employed && w->email != NULL && (!is->employed || !same_text(w->email, is->email)) && people_hooks.account_open_for != NULL)
		people_hooks.account_open_for(rq, w->person, w->email);
}

/* People who were here are put back first: so that nobody stands under one who goes. */
void
import_put_back(struct rq *rq, const struct import_known *known, const struct import_was_row_rows *was)
{
	for (int going = 0; going < 2; going++)
		for (size_t i = 0; i < was->n && fine(rq); i++) {
			const struct import_was_row *w = &was->at[i];
			const struct import_person *is = import_person_of(known->people, w->person);
			bool changed = strcmp(w->kind, "changed") == 0;

			if (is == NULL || changed == (going == 1))
				continue;
			if (changed)
				put_back(rq, known, w, is);
			else
				unmake(rq, w, is);
			if (!changed && strcmp(w->kind, "again") == 0)
				put_back_name(rq, w, is);
			if (i % SLICE == SLICE - 1)
				answers(rq);
		}
	people_chains(rq);
}

/* ---- forgotten after a month -------------------------------------------------------------------- */

void
import_forget(struct rq *rq, struct job *j)
{
	int64_t before = rq->now - DAY_US_MONTH * INT64_C(86400000000);

	import_was_forget(rq, before);
	import_flaws_forget(rq, before);
	j->end = JOB_DONE;
}
