/* people_stand.c: where a row leaves its person. Pure: what the row says over what was. */
#include "people/people_stand.h"

/* What the column says; where no column holds it, what was; NULL for nothing. */
static const char *
over(const char *written, const char *was)
{
	if (written == NULL)
		return was;
	return written[0] == '\0' ? NULL : written;
}

struct who
who_of(struct arena *a, const struct import_line *l)
{
	static const struct import_person nobody = { .lang = "en" };
	const struct import_person *was = l->was != NULL ? l->was : &nobody;
	bool email = l->email != NULL, number = l->number != NULL && l->number[0] != '\0';

	return (struct who){
		.number = number ? l->number : was->number,
		.number_key = number ? l->number_key : was->number_key,
		.email = over(l->email, was->email),
		.email_key = email ? l->email_key : was->email_key,
		.given = l->name.given,
		.family = l->name.family,
		.shown = name_shown(a, l->name),
		.sort_key = name_sort(a, l->name),
		.phone = over(l->phone, was->phone),
		.lang = l->lang != NULL && l->lang[0] != '\0' ? l->lang : was->lang,
	};
}

struct day
day_later(struct day a, struct day b)
{
	return day_compare(a, b) < 0 ? b : a;
}

static int64_t
want_id(const struct wants *w, int want)
{
	return want == INDEX_NONE ? 0 : w->at[want].id;
}

static struct day
end_of(const struct import_line *l)
{
	if (!day_none(l->ends))
		return day_plus(l->ends, 1);
	if (l->ends_unmapped && l->was != NULL && !(l->changes & CHANGES_BACK))
		return l->was->ends_on;
	return DAY_EVER;
}

/* Without a hire day: the day of the import, or the last day if that is past. */
static struct day
start_of(const struct import *im, const struct import_line *l, bool again)
{
	if (!day_none(l->starts))
		return l->starts;
	if (!again)
		return l->was->starts_on;
	if (!day_none(l->ends) && day_compare(l->ends, im->known->today) < 0)
		return l->ends;
	return im->known->today;
}

static void
place(const struct import *im, const struct import_line *l, struct stand *s)
{
	const struct import_person *was = l->was;

	s->unit.n = l->want_unit != INDEX_NONE ? im->units.at[l->want_unit].id :
	    was != NULL && was->unit.n != 0 ? was->unit.n : im->units.at[0].id;
	s->job.n = l->job != NULL || was == NULL ? want_id(&im->jobs, l->want_job) : was->job.n;
	s->level.n = l->level != NULL || was == NULL ? want_id(&im->levels, l->want_level) : was->level.n;
	s->location.n = l->location != NULL || was == NULL ?
	    want_id(&im->locations, l->want_location) : was->location.n;
}

static bool
works(const struct import *im, struct day starts_on, struct day ends_on)
{
	return day_compare(starts_on, im->known->today) <= 0 &&
	    day_compare(ends_on, im->known->today) > 0;
}

static void
manager(const struct import *im, const struct import_line *l, struct stand *s)
{
	const struct import_line *boss = l->boss_line;

	if (l->manager == NULL && l->was != NULL && !s->again) {
		s->manager = l->was->manager;
		s->manager_here = true;
		return;
	}
	if (boss != NULL) {
		s->manager = boss->id;
		s->manager_here = day_none(boss->starts) ||
		    day_compare(boss->starts, im->known->today) <= 0;
	} else if (l->boss_known != NULL) {
		s->manager = l->boss_known->id;
		s->manager_here = l->boss_known->employed;
	}
}

struct stand
stand_of(const struct import *im, const struct import_line *l)
{
	const struct import_person *was = l->was;
	struct stand s = { 0 };

	s.again = was == NULL || was->spell.n == 0 ||
	    ((l->changes & CHANGES_BACK) && (l->changes & CHANGES_STARTS) &&
	        day_compare(l->starts, was->ends_on) >= 0);
	s.spell.n = s.again ? 0 : was->spell.n;
	s.starts_on = start_of(im, l, s.again);
	s.ends_on = end_of(l);
	s.hired_on = was == NULL ? l->starts : s.starts_on;
	s.employed = works(im, s.starts_on, s.ends_on);
	s.over = day_compare(s.ends_on, im->known->today) <= 0;
	place(im, l, &s);
	if (!s.over)
		manager(im, l, &s);
	s.sort_key = name_sort(im->arena, l->name);
	return s;
}
