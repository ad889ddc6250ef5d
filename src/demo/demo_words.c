/* demo_words.c: patterns become texts. Knows places in patterns; no people, no rows. */
#include "demo/demo_words.h"

#include "base/out.h"

#include <string.h>

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December",
};

/* splitmix64's last steps, over three numbers. */
uint64_t
mix(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t z = a * UINT64_C(0x9e3779b97f4a7c15) + b * UINT64_C(0xc2b2ae3d27d4eb4f)
	    + c * UINT64_C(0x165667b19e3779f9) + UINT64_C(0x9e3779b97f4a7c15);

	for (int i = 0; i < 2; i++) {
		z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
		z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
		z ^= z >> 31;
	}
	return z;
}

const struct patterns *
patterns_of(enum function f)
{
	const struct patterns *const by_three[] = { demo_making, demo_selling, demo_running, demo_keeping };

	return &by_three[f / 3][f % 3];
}

static const char *
month_of(const struct writing *w, int after)
{
	return months[(w->first_month - 1 + after) % 12];
}

/* What stands for a place of a pattern; n: how many numbers it has had. */
static void
fill(struct out *o, const struct writing *w, struct blob name, uint64_t salt, int *n)
{
	int early = w->since + (int)(mix(salt, 1, 0) % (uint64_t)(5 - w->since));
	int late = early + 1 + (int)(mix(salt, 2, 0) % (uint64_t)(5 - early));

#define IS(word) (name.n == strlen(word) && memcmp(name.at, word, name.n) == 0)
	if (IS("I"))
		put(o, w->of_oneself ? "I" : "you");
	else if (IS("my"))
		put(o, w->of_oneself ? "my" : "your");
	else if (IS("me"))
		put(o, w->of_oneself ? "me" : "you");
	else if (IS("myself"))
		put(o, w->of_oneself ? "myself" : "yourself");
	else if (IS("was"))
		put(o, w->of_oneself ? "was" : "were");
	else if (IS("month"))
		put(o, month_of(w, early));
	else if (IS("later"))
		put(o, month_of(w, late));
	else if (IS("soon"))
		put(o, month_of(w, 7 + (int)(mix(salt, 3, 0) % 3)));
	else if (IS("n"))
		put_int(o, 3 + (int64_t)(mix(salt, 4, (uint64_t)(*n)++) % 6));
	else if (IS("nn"))
		put_int(o, 12 + (int64_t)(mix(salt, 5, (uint64_t)(*n)++) % 80));
	else if (IS("place"))
		put(o, w->place);
	else if (IS("mate"))
		put_n(o, w->mate.at, w->mate.n);
	else
		die("a pattern has no place called %.*s", (int)name.n, (const char *)name.at);
#undef IS
}

char *
pattern_fill(struct arena *a, const struct writing *w, const char *pattern, uint64_t salt)
{
	struct out o;
	int numbers = 0;

	out_init(&o, a);
	while (*pattern) {
		size_t plain = strcspn(pattern, "{");

		put_n(&o, pattern, plain);
		pattern += plain;
		if (*pattern == '\0')
			break;
		size_t name = strcspn(++pattern, "}");
		fill(&o, w, (struct blob){ pattern, name }, salt, &numbers);
		pattern += name + 1;
	}
	if (o.at[0] >= 'a' && o.at[0] <= 'z')
		o.at[0] = (char)(o.at[0] - 'a' + 'A');
	return o.at;
}

/*
 * The start is the team's, the step is the person's: so no two get the same from one list. The
 * second list of a pair goes on by one each time the first begins anew. Each question begins a
 * quarter of the list further on.
 */
static void
sentence(struct out *o, const struct writing *w, const char *const *list, size_t n, uint64_t what)
{
	size_t at = (size_t)((mix(w->team, what, 0) + w->rank + w->question * n / 4
	    + (what % 2 == 0 ? w->rank / n : 0)) % n);

	if (o->n > 0)
		put_char(o, ' ');
	put(o, pattern_fill(o->arena, w, list[at], mix(w->team ^ what, w->question, w->rank)));
}

char *
writing_text(struct arena *a, const struct writing *w, int kinds)
{
	const struct patterns *p = patterns_of(w->function);
	struct out o;

	out_init(&o, a);
	put(&o, "");
	if (kinds & DID) {
		size_t half = p->n_did / 2;     /* two lists, so that a text never says one thing twice */

		sentence(&o, w, p->did, half, 1);
		sentence(&o, w, p->did + half, p->n_did - half, 2);
	}
	if (kinds & LEARNT)
		sentence(&o, w, p->learnt, p->n_learnt, 3);
	if (kinds & NEXT)
		sentence(&o, w, p->next, p->n_next, 4);
	return o.at;
}
