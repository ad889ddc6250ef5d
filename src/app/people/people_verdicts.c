/* people_verdicts.c: what each row would change, and who is missing. Judges; changes nothing. */
#include "people/people_import.h"

#include <stdlib.h>
#include <string.h>

static bool
differs(const char *written, const char *was)
{
	if (written == NULL)
		return false;
	return strcmp(written, was == NULL ? "" : was) != 0;
}

static bool
want_differs(const struct wants *w, int want, int64_t was)
{
	return want == INDEX_NONE ? was != 0 : w->at[want].id != was || was == 0;
}

static unsigned
who_changes(const struct import *im, const struct import_line *l)
{
	const struct import_person *was = l->was;
	unsigned changes = 0;

	if (differs(l->name.given, was->given) || differs(l->name.family, was->family))
		changes |= CHANGES_NAME;
	if (differs(l->number, was->number))
		changes |= CHANGES_NUMBER;
	if (differs(l->email, was->email))
		changes |= CHANGES_EMAIL;
	if (differs(l->phone, was->phone))
		changes |= CHANGES_PHONE;
	if (l->lang != NULL && l->lang[0] != '\0' && differs(l->lang, was->lang))
		changes |= CHANGES_LANG;
	return changes;
}

static unsigned
place_changes(const struct import *im, const struct import_line *l)
{
	const struct import_person *was = l->was;
	unsigned changes = 0;
	int64_t boss = l->boss_known == NULL ? 0 : l->boss_known->id.n;

	if (l->want_unit != INDEX_NONE && want_differs(&im->units, l->want_unit, was->unit.n))
		changes |= CHANGES_UNIT;
	if (l->job != NULL && want_differs(&im->jobs, l->want_job, was->job.n))
		changes |= CHANGES_JOB;
	if (l->level != NULL && want_differs(&im->levels, l->want_level, was->level.n))
		changes |= CHANGES_LEVEL;
	if (l->location != NULL && want_differs(&im->locations, l->want_location, was->location.n))
		changes |= CHANGES_LOCATION;
	if (l->manager != NULL && (l->boss_line != NULL && l->boss_line->was == NULL ?
	    true : boss != was->manager.n))
		changes |= CHANGES_MANAGER;
	return changes;
}

/* Has the known person's employment ended, or is its end set? */
static bool
has_end(const struct import_person *p)
{
	return !day_none(p->ends_on) && day_compare(p->ends_on, DAY_EVER) < 0;
}

static bool
gone(const struct import *im, const struct import_person *p)
{
	return day_none(p->ends_on) || day_compare(p->ends_on, im->known->today) <= 0;
}

/* A new employment after the old one, the old one taken up again, or another last day. */
static unsigned
spell_changes(const struct import *im, const struct import_line *l)
{
	const struct import_person *was = l->was;
	bool starts = !day_none(l->starts) && day_compare(l->starts, was->starts_on) != 0;
	struct day ends_on = day_none(l->ends) ? DAY_EVER : day_plus(l->ends, 1);

	if (was->spell.n == 0)
		return CHANGES_BACK;
	if (gone(im, was) && starts && day_compare(l->starts, was->ends_on) >= 0)
		return CHANGES_BACK | CHANGES_STARTS;
	if (l->ends_unmapped)
		return (starts ? CHANGES_STARTS : 0) | (gone(im, was) ? CHANGES_BACK : 0);
	if (day_none(l->ends))
		return (starts ? CHANGES_STARTS : 0) | (has_end(was) ? CHANGES_BACK : 0);
	return (starts ? CHANGES_STARTS : 0) |
	    (day_compare(ends_on, was->ends_on) != 0 ? CHANGES_ENDS : 0);
}

/* Someone who has left, and leaves in the file too: where they stood is the past. */
static bool
still_gone(const struct import *im, const struct import_line *l)
{
	return gone(im, l->was) && !day_none(l->ends) && day_compare(l->ends, im->known->today) < 0 &&
	    (day_none(l->starts) || day_compare(l->starts, l->was->ends_on) < 0);
}

static void
judge(struct import *im, struct import_line *l)
{
	bool over = !day_none(l->ends) && day_compare(l->ends, im->known->today) < 0;

	if (l->was == NULL) {
		l->verdict = ROW_INSERT;
		im->inserted++;
		return;
	}
	l->changes = who_changes(im, l) | spell_changes(im, l);
	if (!over && !still_gone(im, l))
		l->changes |= place_changes(im, l);
	if ((l->changes & CHANGES_BACK) && gone(im, l->was) && l->was->spell.n != 0 && !(l->changes & CHANGES_STARTS))
		flaw_warn(im, l, l->number != NULL ? IN_NUMBER : IN_EMAIL, "person_back", name_shown(im->arena, l->name));
	if (l->changes == 0) {
		l->verdict = ROW_SAME;
		im->same++;
	} else if ((l->changes & CHANGES_ENDS) && !gone(im, l->was)) {
		l->verdict = ROW_END;
		im->ended++;
	} else {
		l->verdict = ROW_UPDATE;
		im->updated++;
	}
}

/* Whoever came by import, works here, and is not in the file: proposed, never ended. */
static void
find_missing(struct import *im)
{
	const struct import_person_rows *people = im->known->people;
	bool *seen = NEW_MANY(im->arena, bool, people->n + 1);

	for (size_t i = 0; i < im->n; i++)
		if (im->lines[i].was != NULL)
			seen[im->lines[i].was - people->at] = true;
	im->missing = NEW_MANY(im->arena, const struct import_person *, people->n + 1);
	for (size_t i = 0; i < people->n; i++)
		if (!seen[i] && people->at[i].employed && people->at[i].number_key != NULL &&
		    !has_end(&people->at[i]))
			im->missing[im->n_missing++] = &people->at[i];
}

static void
clean_lang(struct import *im, struct import_line *l)
{
	const char *lang;

	if (l->lang == NULL || l->lang[0] == '\0')
		return;
	lang = name_lang(im->arena, l->lang);
	if (lang == NULL)
		flaw_warn(im, l, IN_LANG, "lang_unknown", l->lang);
	l->lang = lang == NULL ? "" : lang;
}

static int
by_line(const void *a, const void *b)
{
	const struct flaw *x = *(struct flaw *const *)a, *y = *(struct flaw *const *)b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* Flaws are found in several passes, and read from top to bottom. */
static void
sort_flaws(struct import *im)
{
	struct flaw **all = NEW_MANY(im->arena, struct flaw *, (size_t)im->n_flaws + 1);
	size_t n = 0;

	for (struct flaw *f = im->flaws; f != NULL; f = f->next)
		all[n++] = f;
	qsort(all, n, sizeof *all, by_line);
	for (size_t i = 0; i < n; i++)
		all[i]->next = all[i + 1];
	im->flaws = all[0];
}

void
import_verdicts(struct import *im)
{
	for (size_t i = 0; i < im->n; i++)
		if (line_good(&im->lines[i])) {
			im->lines[i].ends_unmapped = im->at[IN_ENDS] < 0;
			clean_lang(im, &im->lines[i]);
			judge(im, &im->lines[i]);
		} else {
			im->rejected += im->lines[i].verdict == ROW_REJECT;
		}
	find_missing(im);
	sort_flaws(im);
}

/* False when there is nothing to judge; the flaw says why. */
static bool
read_all(struct import *im)
{
	im->lack = mapping_lack(&im->map);
	if (im->lack == NULL) {
		import_lines(im);
		if (im->lack != NULL)
			return false;           /* import_lines said it */
		if (im->n > 0)
			return true;
		im->lack = "file_empty";
	}
	flaw_file(im, 1, "", im->lack, "");
	return false;
}

void
import_judge(struct import *im, const struct import_known *known)
{
	im->known = known;
	if (!read_all(im))
		return;
	import_match(im);
	import_bosses(im);
	import_places(im);
	import_verdicts(im);
}

bool
import_may(const struct import *im, bool good)
{
	if (im->lack != NULL || im->asks)
		return false;
	return im->rejected == 0 || (good && im->rejected < (int64_t)im->n);
}

/* What is said every time and changes nothing is no question. */
static bool
only_said(const struct flaw *f)
{
	static const char *const codes[] = { "manager_outside", "row_earlier", "day_short_year" };

	for (size_t i = 0; i < COUNT(codes); i++)
		if (strcmp(f->code, codes[i]) == 0)
			return true;
	return false;
}

bool
import_asks(const struct import *im)
{
	for (const struct flaw *f = im->flaws; f != NULL; f = f->next)
		if (!only_said(f))
			return true;
	return im->n_missing > 0 || !import_may(im, false);
}
