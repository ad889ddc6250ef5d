/*
 * people_apply.c: the good rows of a judged import become people, employments, placements and
 * lines, in one change. Decides nothing: people_verdicts.c has said what each row changes.
 */
#include "people/people_carry.h"

enum { SLICE = 200, WORDS_MOST = 24, WORDS_ONCE = 8 };

struct people_hooks people_hooks;

/* ---- units, jobs, levels, locations the rows name --------------------------------------- */

/* Units are as old as the first who works in them. */
static struct day
oldest_start(const struct import *im)
{
	struct day oldest = im->known->today;

	for (size_t i = 0; i < im->n; i++) {
		struct day d = im->lines[i].starts;

		if (line_good(&im->lines[i]) && !day_none(d) && day_compare(d, oldest) < 0)
			oldest = d;
	}
	return oldest;
}

static void
make_units(struct rq *rq, struct import *im)
{
	struct day since = oldest_start(im);

	for (int i = 0; i < im->units.n; i++) {
		struct want *w = &im->units.at[i];
		unit_id parent = { 0 };

		if (w->id != 0)
			continue;
		w->id = new_id(rq);
		if (w->parent != INDEX_NONE)
			parent.n = im->units.at[w->parent].id;
		unit_add(rq, (unit_id){ w->id }, w->key, w->name, parent.n == 0 ? "organisation" : "unit",
		    since, DAY_EVER);
		unit_place_add(rq, (unit_place_id){ new_id(rq) }, (unit_id){ w->id }, parent, w->name,
		    since, DAY_EVER);
	}
}

static void
make_wants(struct rq *rq, struct import *im)
{
	make_units(rq, im);
	for (int i = 0; i < im->jobs.n; i++)
		if (im->jobs.at[i].id == 0)
			job_add(rq, (job_id){ im->jobs.at[i].id = new_id(rq) }, im->jobs.at[i].key,
			    im->jobs.at[i].name);
	for (int i = 0; i < im->levels.n; i++)
		if (im->levels.at[i].id == 0)
			level_add(rq, (level_id){ im->levels.at[i].id = new_id(rq) }, im->levels.at[i].key,
			    im->levels.at[i].name, i + 1);
	for (int i = 0; i < im->locations.n; i++)
		if (im->locations.at[i].id == 0)
			location_add(rq, (location_id){ im->locations.at[i].id = new_id(rq) },
			    im->locations.at[i].name, im->known->zone);
}

/* ---- who they are ------------------------------------------------------------------------ */

void
import_words(struct rq *rq, person_id person, const struct who *w)
{
	const char *words[WORDS_MOST + WORDS_ONCE];
	size_t n = name_words(rq->arena, w->shown, words, WORDS_MOST - 8), open = n;

	if (w->number != NULL)
		words[n++] = name_word(rq->arena, w->number);
	if (w->email != NULL)
		n += name_words(rq->arena, w->email, words + n, WORDS_MOST - n);
	for (size_t i = n; i < WORDS_MOST + WORDS_ONCE; i++)
		words[i] = NULL;
	for (size_t i = 0; i < n; i += WORDS_ONCE) {
		const char **at = words + i;

		person_words_add(rq, person, (int64_t)open - (int64_t)i, at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]);
	}
}

static void
add_person(struct rq *rq, struct import_line *l)
{
	struct who w = who_of(rq->arena, l);

	l->id.n = new_id(rq);
	person_add(rq, l->id, w.number, w.number_key, w.email, w.email_key, w.given, w.family, w.shown,
	    w.sort_key, w.phone, w.lang, l->starts);
	import_words(rq, l->id, &w);
	if (w.number_key != NULL)
		person_source_add(rq, w.number_key, l->id);
}

static void
rename_person(struct rq *rq, const struct import_line *l)
{
	struct who w = who_of(rq->arena, l);

	if (l->changes & CHANGES_WHO) {
		person_rename(rq, l->id, w.number, w.number_key, w.email, w.email_key, w.given, w.family,
		    w.shown, w.sort_key);
		person_words_drop(rq, l->id);
		import_words(rq, l->id, &w);
	}
	if ((l->changes & CHANGES_NUMBER) && w.number_key != NULL)
		person_source_add(rq, w.number_key, l->id);
	if (l->changes & (CHANGES_PHONE | CHANGES_LANG))
		person_reach(rq, l->id, w.phone, w.lang);
}

static void
put_traits(struct rq *rq, const struct import_line *l)
{
	char day[11];

	if (l->gender != NULL && l->gender[0] != '\0')
		trait_put(rq, l->id, "gender", l->gender);
	if (day_none(l->born))
		return;
	day_write(l->born, day);
	trait_put(rq, l->id, "birth-day", arena_copy(rq->arena, day));
}

/* ---- one row ------------------------------------------------------------------------------ */

static void
add_work(struct rq *rq, struct import_line *l, const struct stand *s)
{
	spell_add(rq, s->spell, l->id, s->starts_on, s->ends_on, l->end_reason);
	placement_add(rq, (placement_id){ new_id(rq) }, l->id, s->spell, s->unit, s->job, s->level,
	    s->location, s->starts_on, s->ends_on);
	if (s->manager.n != 0)
		line_add(rq, (line_id){ new_id(rq) }, l->id, s->manager, s->starts_on, s->ends_on,
		    s->employed && s->manager_here);
}

/* Placements and lines, up and down, end with the employment. */
static void
end_work(struct rq *rq, person_id person, struct day ends_on)
{
	placements_late_drop(rq, person, ends_on);
	placements_end(rq, person, ends_on);
	lines_late_drop(rq, person, ends_on);
	lines_end(rq, person, ends_on, day_compare(ends_on, rq->today) > 0);
}

void
import_leave(struct rq *rq, const struct import_person *p, struct day last, const char *reason)
{
	struct day ends_on = day_plus(day_later(last, p->starts_on), 1);

	spell_end(rq, p->spell, p->id, ends_on, reason);
	end_work(rq, p->id, ends_on);
	if (day_compare(ends_on, rq->today) > 0)
		return;
	now_leave(rq, p->id);
	if (people_hooks.account_close_for != NULL)
		people_hooks.account_close_for(rq, p->id);
}

/* The end of an employment: set, moved or taken back. */
static void
change_end(struct rq *rq, const struct import_line *l, const struct stand *s)
{
	struct day was_on = l->was->ends_on;

	if (l->changes & CHANGES_BACK)
		spell_resume(rq, s->spell, l->id, s->ends_on);
	else
		spell_end(rq, s->spell, l->id, s->ends_on, l->end_reason);
	if (day_compare(s->ends_on, was_on) > 0) {
		placements_resume(rq, s->spell, was_on, s->ends_on);
		lines_resume(rq, l->id, was_on, s->ends_on, rq->today);
		return;
	}
	end_work(rq, l->id, s->ends_on);
}

static void
change_start(struct rq *rq, const struct import_line *l, const struct stand *s)
{
	spell_shift(rq, s->spell, l->id, l->was->starts_on, s->starts_on);
	joined_shift(rq, l->id, s->starts_on);
	placements_shift(rq, s->spell, l->was->starts_on, s->starts_on);
	lines_shift(rq, l->id, l->was->starts_on, s->starts_on);
}

/* The row that holds is closed today and the next begins; one that begins today is changed. */
static void
change_placement(struct rq *rq, const struct import_line *l, const struct stand *s)
{
	const struct import_person *was = l->was;

	if (was->placement.n != 0 && day_compare(was->placed_on, rq->today) >= 0) {
		placement_change(rq, was->placement, s->unit, s->job, s->level, s->location);
		return;
	}
	if (was->placement.n != 0)
		placement_close(rq, was->placement, rq->today);
	placement_add(rq, (placement_id){ new_id(rq) }, l->id, s->spell, s->unit, s->job, s->level,
	    s->location, day_later(rq->today, s->starts_on), s->ends_on);
}

static void
change_line(struct rq *rq, const struct import_line *l, const struct stand *s)
{
	const struct import_person *was = l->was;
	bool young = was->line.n != 0 && day_compare(was->lined_on, rq->today) >= 0;

	if (young && s->manager.n != 0) {
		line_change(rq, was->line, s->manager);
		return;
	}
	if (young)
		line_drop(rq, was->line);
	else if (was->line.n != 0)
		line_stop(rq, was->line, rq->today);
	if (s->manager.n != 0)
		line_add(rq, (line_id){ new_id(rq) }, l->id, s->manager,
		    day_later(rq->today, s->starts_on), s->ends_on, s->employed && s->manager_here);
}

static void
change_work(struct rq *rq, struct import_line *l, const struct stand *s)
{
	if (s->again) {
		add_work(rq, l, s);
		return;
	}
	if (l->changes & CHANGES_STARTS)
		change_start(rq, l, s);
	if (l->changes & (CHANGES_BACK | CHANGES_ENDS))
		change_end(rq, l, s);
	if (l->changes & CHANGES_PLACE)
		change_placement(rq, l, s);
	if (l->changes & CHANGES_MANAGER)
		change_line(rq, l, s);
}

static void
tell_accounts(struct rq *rq, const struct import_line *l, const struct stand *s)
{
	struct who w = who_of(rq->arena, l);
	bool comes = l->was == NULL || (l->changes & (CHANGES_EMAIL | CHANGES_BACK));

	if (s->over && l->was != NULL && l->was->employed && people_hooks.account_close_for != NULL)
		people_hooks.account_close_for(rq, l->id);
	if (!s->over && comes && w.email != NULL && people_hooks.account_open_for != NULL)
		people_hooks.account_open_for(rq, l->id, w.email);
}

static void
stand_now(struct rq *rq, person_id person, const struct stand *s)
{
	now_put(rq, person, s->employed, s->sort_key, s->spell, s->hired_on, s->employed ? s->manager : (person_id){ 0 }, s->unit, s->job,
	    s->level, s->location);
}

void
import_rework(struct rq *rq, struct import_line *l, const struct stand *s)
{
	change_work(rq, l, s);
	stand_now(rq, l->id, s);
	if (l->changes & (CHANGES_PLACE | CHANGES_MANAGER))
		person_move(rq, l->id, s->unit, s->job, s->level, s->location, s->employed ? s->manager : (person_id){ 0 });
}

static void
apply_line(struct rq *rq, struct import *im, struct import_line *l)
{
	struct stand s;

	put_traits(rq, l);
	if (l->verdict == ROW_SAME)
		return;
	s = stand_of(im, l);
	if (s.again)
		s.spell.n = new_id(rq);
	if (l->was == NULL) {
		add_work(rq, l, &s);
	} else {
		rename_person(rq, l);
		change_work(rq, l, &s);
	}
	stand_now(rq, l->id, &s);
	if (s.again && l->was != NULL)
		person_return(rq, l->id, s.spell, s.starts_on);
	else if (l->changes & (CHANGES_PLACE | CHANGES_MANAGER))
		person_move(rq, l->id, s.unit, s.job, s.level, s.location, s.employed ? s.manager :
		    (person_id){ 0 });
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* Everybody first: a manager may stand below in the file. */
static void
people_first(struct rq *rq, struct import *im)
{
	for (size_t i = 0; i < im->n && fine(rq); i++) {
		struct import_line *l = &im->lines[i];

		if (!line_good(l))
			continue;
		if (l->was == NULL)
			add_person(rq, l);
		else
			l->id = l->was->id;
		if (i % SLICE == SLICE - 1)
			answers(rq);
	}
}

void
import_apply(struct rq *rq, struct import *im)
{
	make_wants(rq, im);
	people_first(rq, im);
	for (size_t i = 0; i < im->n && fine(rq); i++) {
		if (line_good(&im->lines[i]))
			apply_line(rq, im, &im->lines[i]);
		if (i % SLICE == SLICE - 1)
			answers(rq);
	}
	if (im->inserted + im->updated + im->ended > 0)
		people_chains(rq);
	for (size_t i = 0; i < im->n && fine(rq); i++) {
		struct import_line *l = &im->lines[i];
		struct stand s;

		if (!line_good(l) || l->verdict == ROW_SAME)
			continue;
		s = stand_of(im, l);
		tell_accounts(rq, l, &s);
	}
	answers(rq);
}

void
people_chains(struct rq *rq)
{
	managers_now(rq);
	reports_now(rq);
	chain_clear(rq);
	chain_build(rq);
	unit_chain_clear(rq);
	unit_chain_build(rq);
	answers(rq);
	if (people_hooks.people_moved != NULL)
		people_hooks.people_moved(rq);
}
