/* plan_people.c: names, days and lives for the posts; those who left, and the Board. No rows. */
#include "demo/demo_plan.h"

#include "base/out.h"
#include "base/text.h"
#include "demo/demo_names.h"

#include <stdlib.h>
#include <string.h>

enum { YEARS = 12, YEAR = 365, BUCKETS = 32768, TRIES = 40 };

/* E-mail names that are taken; open addressing. */
struct taken {
	const char *at[BUCKETS];
};

/* False when it was there already. */
static bool
take(struct taken *t, const char *local)
{
	uint64_t at = 0;

	for (const char *c = local; *c; c++)
		at = mix(at, (unsigned char)*c, 7);
	for (at %= BUCKETS; t->at[at]; at = (at + 1) % BUCKETS)
		if (strcmp(t->at[at], local) == 0)
			return false;
	t->at[at] = local;
	return true;
}

/* Folded to ASCII: "İbrahim" is "ibrahim", "Thị Hương" is "thi-huong". */
static const char *
ascii(struct arena *a, struct blob name)
{
	char *to, *text = text_fold(a, arena_copy_n(a, name.at, name.n));

	to = text;
	for (const char *from = text; *from; from++) {
		if ((*from >= 'a' && *from <= 'z') || *from == '-')
			*to++ = *from;
		else if (*from == ' ')
			*to++ = '-';
	}
	*to = '\0';
	return text;
}

static const struct culture *
culture_for(struct plan *p, int town)
{
	const char *langs = plan_towns[town].langs;
	size_t n = list_count(langs), pick = (size_t)dice_roll(&p->dice, (int64_t)n + 1);
	char lang[8];

	if (dice_roll(&p->dice, 100) < 40)
		return culture_at((size_t)dice_roll(&p->dice, (int64_t)culture_count()));
	pick = pick > 0 ? pick - 1 : 0;         /* the first twice as often */
	struct blob word = list_item(langs, pick, false);
	memcpy(lang, word.at, word.n);
	lang[word.n] = '\0';
	return culture_of(lang);
}

static const char *
text_of(struct arena *a, struct blob b)
{
	return arena_copy_n(a, b.at, b.n);
}

static void
pronouns(struct plan *p, struct plan_person *who, bool woman)
{
	int64_t roll = dice_roll(&p->dice, 100);

	if (roll < 20)
		who->pronouns = roll == 0 ? "they/them" : woman ? "she/her" : "he/him";
}

/* A name whose e-mail is free; after many tries one with a number. */
static void
name_person(struct plan *p, struct plan_person *who, struct taken *t)
{
	const struct culture *c = NULL;
	size_t given = 0, family = 0;
	const char *local = "";

	for (int try = 0; try <= TRIES; try++) {
		c = culture_for(p, who->town);
		given = (size_t)dice_roll(&p->dice, (int64_t)list_count(c->given));
		family = (size_t)dice_roll(&p->dice, (int64_t)list_count(c->family));
		if (c->family_by_turns && (given + family) % 2)
			family ^= 1;
		local = arena_print(p->arena, "%s.%s", ascii(p->arena, list_item(c->given, given, false)),
		    ascii(p->arena, list_item(c->family, family, false)));
		if (try == TRIES)
			local = arena_print(p->arena, "%s%d", local, (int)(who - p->people));
		if (take(t, local))
			break;
	}
	bool native = dice_roll(&p->dice, 6) == 0;
	bool joined = native && c->family_first;
	who->given = text_of(p->arena, list_item(c->given, given, native));
	who->family = text_of(p->arena, list_item(c->family, family, native));
	who->shown = arena_print(p->arena, "%s%s%s", joined ? who->family : who->given, joined ? "" : " ",
	    joined ? who->given : who->family);
	who->email = arena_print(p->arena, "%s@%s", local, PLAN_DOMAIN);
	pronouns(p, who, given % 2 == 0);
}

static bool
heads(const struct plan *p, int i)
{
	return p->units[p->people[i].unit].head == i;
}

/* Most came lately, some long ago; those who lead have been here for a while. */
static void
hire(struct plan *p, int i)
{
	struct plan_person *who = &p->people[i];
	int least = heads(p, i) ? 500 : 20, span = YEARS * YEAR - least;
	int a = (int)dice_roll(&p->dice, span), b = (int)dice_roll(&p->dice, span);
	int back = i == 0 ? YEARS * YEAR : least + (a < b ? a : b);

	who->hired = day_plus(p->today, -back);
	while (day_weekday(who->hired) > 5)
		who->hired = day_plus(who->hired, -1);
	if (!heads(p, i))
		who->level = (int)clamp(back / (3 * YEAR) + dice_roll(&p->dice, 3), 0, LEVELS_OF_EXPERTS - 1);
}

/* Some were promoted, some changed their manager. */
static void
career(struct plan *p, int i)
{
	struct plan_person *who = &p->people[i];
	int days = days_between(who->hired, p->today);

	who->earlier_job = who->job;
	who->earlier_level = who->level;
	if (i == 0 || days < 600 || dice_roll(&p->dice, 100) >= 35)
		return;
	who->moved = day_plus(who->hired, 250 + (int)dice_roll(&p->dice, days - 450));
	if (heads(p, i)) {
		who->earlier_job = plan_job_of(who->function == LEADING ? OPERATIONS : who->function, 0);
		who->earlier_level = LEVELS_OF_EXPERTS - 2;
	} else if (who->level > 0) {
		who->earlier_level = who->level - 1;
	}
	if (who->manager > 0 && dice_roll(&p->dice, 4) == 0)
		who->earlier_manager = p->people[who->manager].manager;
}

static void
terms(struct plan *p, int i)
{
	static const int shares[] = { 500, 600, 800, 800 };
	struct plan_person *who = &p->people[i];
	int other;

	if (heads(p, i))
		return;
	if (dice_roll(&p->dice, 100) < 8)
		who->share = shares[dice_roll(&p->dice, COUNT(shares))];
	if (who->function == OPERATIONS && who->role == ROLE_NONE && p->employed >= 100 &&
	    dice_roll(&p->dice, 100) < 6)
		who->email = NULL;
	if (dice_roll(&p->dice, 100) >= 4)
		return;
	other = 1 + (int)dice_roll(&p->dice, p->n_units - 1);
	if (p->units[other].top != p->units[who->unit].top)
		who->dotted = p->units[other].head;
}

/* One who is gone: of some unit, with a manager then, and a day of leaving within three years. */
static void
leaver(struct plan *p, struct taken *t)
{
	int unit = 1 + (int)dice_roll(&p->dice, p->n_units - 1), boss = p->units[unit].head, i;
	struct plan_person *who;
	int gone = 15 + (int)dice_roll(&p->dice, 3 * YEAR - 15);

	i = plan_person_add(p, unit, NOBODY, p->people[boss].function);
	who = &p->people[i];
	who->job = plan_job_of(who->function, (int)dice_roll(&p->dice, 3));
	name_person(p, who, t);
	who->left = day_plus(p->today, -gone);
	who->hired = day_plus(who->left, -100 - (int)dice_roll(&p->dice, YEARS * YEAR - gone - 100));
	who->level = (int)dice_roll(&p->dice, LEVELS_OF_EXPERTS);
	who->earlier_job = who->job;
	who->earlier_level = who->level;
	if (day_compare(p->people[boss].hired, who->left) < 0)
		who->manager = boss;
}

static int
by_hire(const void *a, const void *b)
{
	const struct plan_person *x = *(struct plan_person *const *)a, *y = *(struct plan_person *const *)b;
	int order = day_compare(x->hired, y->hired);

	return order ? order : x < y ? -1 : x > y;
}

/* Numbers as they were given out: in the order of hire days. */
static void
number(struct plan *p)
{
	struct plan_person **all = NEW_MANY(p->arena, struct plan_person *, (size_t)p->n_people);

	for (int i = 0; i < p->n_people; i++)
		all[i] = &p->people[i];
	qsort(all, (size_t)p->n_people, sizeof *all, by_hire);
	for (int i = 0; i < p->n_people; i++)
		all[i]->number = 1001 + i;
}

static void
board(struct plan *p, struct taken *t)
{
	p->board = plan_person_add(p, 0, NOBODY, LEADING);
	name_person(p, &p->people[p->board], t);
	p->people[p->board].outside = true;
	p->people[p->board].email = NULL;
	p->people[0].manager = p->board;
}

/* Could have been led by somebody else until lately: an expert, long enough here. */
static bool
could_transfer(const struct plan *p, int i)
{
	const struct plan_person *who = &p->people[i];

	return !heads(p, i) && who->role == ROLE_NONE && who->email != NULL && who->manager > 0 && i != plan_employee(p)
	    && days_between(who->hired, p->today) > 600;
}

static bool
is_above(const struct plan *p, int boss, int i)
{
	for (i = p->people[i].manager; i > 0; i = p->people[i].manager)
		if (i == boss)
			return true;
	return false;
}

/* Another unit's head, not above them today, who was here then and can be asked. */
static int
other_head(const struct plan *p, int i, struct day moved)
{
	for (int u = 0; u < p->n_units; u++) {
		int head = p->units[(u + i) % p->n_units].head;
		const struct plan_person *boss = &p->people[head];

		if (head > 0 && !is_above(p, head, i) && boss->email != NULL && boss->role == ROLE_NONE
		    && days_between(boss->hired, moved) > 200)
			return head;
	}
	return NOBODY;
}

/* Some changed teams within the year: PLAN_TRANSFERS of them, the last one a few days ago. */
static void
transfers(struct plan *p)
{
	for (int i = 1; i < p->employed && p->n_transfers < PLAN_TRANSFERS; i++) {
		struct plan_person *who = &p->people[i];
		struct day moved = day_plus(p->today, p->n_transfers == PLAN_TRANSFERS - 1 ? -5 : -75 - 4 * p->n_transfers);
		int head = could_transfer(p, i) ? other_head(p, i, moved) : NOBODY;

		if (head == NOBODY)
			continue;
		who->earlier_job = who->job;
		who->earlier_level = who->level;
		who->earlier_manager = head;
		who->moved = moved;
		p->transfers[p->n_transfers++] = i;
	}
}

void
plan_people_set(struct plan *p)
{
	struct taken *t = NEW(p->arena, struct taken);

	for (int i = 0; i < p->employed; i++) {
		name_person(p, &p->people[i], t);
		hire(p, i);
		career(p, i);
		terms(p, i);
	}
	for (int i = 0; i < (p->employed + 9) / 16; i++)
		leaver(p, t);
	number(p);
	board(p, t);
	transfers(p);
}
