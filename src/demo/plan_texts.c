/* plan_texts.c: what a person of the plan writes, or has written about them. No rows. */
#include "demo/demo_plan.h"

#include <string.h>

/* Who can be named in a text about somebody: of a lead one of theirs, else one of the same team. */
static bool
is_mate(const struct plan *p, int who, int other)
{
	if (p->people[who].reports > 0)
		return p->people[other].manager == who;
	return other != who && p->people[other].manager == p->people[who].manager;
}

/* The next one after them; where there is nobody, any colleague but the one who writes. */
static struct blob
mate_of(const struct plan *p, int who)
{
	int at = who, left = p->employed;

	while (left-- > 0) {
		at = (at + 1) % p->employed;
		if (is_mate(p, who, at))
			break;
	}
	while (left < 0 && (at == who || at == p->people[who].manager))
		at = (at + 1) % p->employed;
	return (struct blob){ p->people[at].given, strlen(p->people[at].given) };
}

/* How many of the six months were over when they came. */
static int
months_before(struct day since, struct day hired)
{
	int months = 12 * hired.y + hired.m - (12 * since.y + since.m);

	return (int)clamp(months, 0, 4);
}

struct writing
plan_writing(const struct plan *p, int who, bool self, struct day since)
{
	const struct plan_person *of = &p->people[who];

	return (struct writing){
		.of_oneself = self, .function = of->reports > 0 ? LEADING : of->function, .mate = mate_of(p, who),
		.place = plan_towns[(of->town + 1) % p->towns].name, .first_month = since.m,
		.since = months_before(since, of->hired),
		.team = mix(p->dice.seed, (uint64_t)of->manager, (uint64_t)(12 * since.y + since.m)),
		.rank = (size_t)of->rank,
	};
}

struct writing
plan_writing_in(const struct plan *p, int who, bool self, struct day on)
{
	struct writing w = plan_writing(p, who, self, on);

	w.first_month = (on.m + 7) % 12 + 1;    /* the fifth of the six that patterns speak of is this one */
	w.since = 4;
	return w;
}

char *
plan_text(struct arena *a, const struct plan *p, int who, bool self, struct day since, size_t nth, size_t of)
{
	struct writing w = plan_writing(p, who, self, since);

	w.question = (2 * nth + !self) % 4;
	return writing_text(a, &w, nth + 1 == of ? LEARNT | NEXT : DID);
}
