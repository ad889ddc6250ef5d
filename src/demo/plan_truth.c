/* plan_truth.c: what is planted in the demo, from the seed alone. Knows numbers; no rows, no forms. */
#include "demo/plan_truth.h"

#include "base/out.h"
#include "base/text.h"

enum {
	MILLI = 1000, LOWEST = 1000, HIGHEST = 5000, USUAL = 3300,
	OF_PERSON = 450, OF_MONTH = 300, OF_TRAIT = 500, OF_MARK = 200, OF_SEVERITY = 450, SURGE = 700,
	BRIGHTER = 250, QUARTER = 3
};
enum { PERSON = 101, MONTH, TRAIT, MARK, SEVERITY, HALO, RECENCY, LATE };

/* About normal with mean 0 and standard deviation 1000: three even draws of -1000 .. 1000. */
static int64_t
bell(uint64_t seed)
{
	int64_t sum = 0;

	for (uint64_t k = 0; k < 3; k++)
		sum += (int64_t)(mix(seed, k, 91) % 2001) - MILLI;
	return sum;
}

static int64_t
spread(const struct plan *p, uint64_t what, uint64_t who, uint64_t which, int64_t by)
{
	return bell(mix(p->dice.seed + what, who, which)) * by / MILLI;
}

/* One in five is far out, the others a little. */
static int64_t
share(const struct plan *p, uint64_t what, int who)
{
	uint64_t roll = mix(p->dice.seed + what, (uint64_t)who, 3);

	return roll % 5 == 0 ? 850 : (int64_t)(roll / 5 % 151);
}

struct plan_rater
plan_rater(const struct plan *p, int who)
{
	return (struct plan_rater){
		.severity = spread(p, SEVERITY, (uint64_t)who, 0, OF_SEVERITY),
		.halo = share(p, HALO, who),
		.recency = share(p, RECENCY, who),
	};
}

int
plan_month_of(struct day d)
{
	return 12 * d.y + d.m - 1;
}

/* In some quarters some people have a very good or a very bad time. */
static int64_t
surge(const struct plan *p, int who, int month)
{
	uint64_t roll = mix(p->dice.seed + LATE, (uint64_t)who, (uint64_t)(month / QUARTER));

	return roll % 8 == 0 ? SURGE : roll % 8 == 1 ? -SURGE : 0;
}

int64_t
plan_month(const struct plan *p, int who, int month)
{
	return USUAL + spread(p, PERSON, (uint64_t)who, 0, OF_PERSON) +
	    spread(p, MONTH, (uint64_t)who, (uint64_t)month, OF_MONTH) + surge(p, who, month);
}

int64_t
plan_trait(const struct plan *p, int who, size_t question)
{
	return spread(p, TRAIT, (uint64_t)who, question, OF_TRAIT);
}

int64_t
plan_mean(const struct plan *p, int who, int from, int to)
{
	int64_t sum = 0;

	for (int m = from; m <= to; m++)
		sum += plan_month(p, who, m);
	return sum / (to - from + 1);
}

int64_t
plan_last_quarter(const struct plan *p, int who, int from, int to)
{
	return plan_mean(p, who, to - from < QUARTER ? from : to - QUARTER + 1, to);
}

int64_t
plan_mark(const struct plan *p, int rater, int who, size_t question, int from, int to)
{
	struct plan_rater r = rater == who ? (struct plan_rater){ -BRIGHTER, 300, 300 } : plan_rater(p, rater);
	int64_t whole = plan_mean(p, who, from, to), late = plan_last_quarter(p, who, from, to);
	int64_t seen = whole + (late - whole) * r.recency / MILLI;
	uint64_t pair = (uint64_t)rater * 65536 + question;

	seen += plan_trait(p, who, question) * (MILLI - r.halo) / MILLI - r.severity;
	seen += spread(p, MARK, (uint64_t)who, pair, OF_MARK) + MILLI / 2;
	return clamp((seen < 0 ? 0 : seen) / MILLI * MILLI, LOWEST, HIGHEST);
}

static void
put_milli(struct out *o, struct arena *a, const char *name, int64_t milli)
{
	put_format(o, ",\"%s\":%s", name, milli_text(a, milli));
}

static void
put_months(struct out *o, struct arena *a, const struct plan *p, int who, int from, int to)
{
	put(o, ",\"months\":[");
	for (int m = from; m <= to; m++)
		put_format(o, "%s%s", m == from ? "" : ",", milli_text(a, plan_month(p, who, m)));
	put(o, "]");
}

char *
plan_truth(struct arena *a, const struct plan *p, const int64_t *ids, int from, int to)
{
	struct out o;
	const char *comma = "";

	out_init(&o, a);
	put_format(&o, "{\"seed\":\"%llu\",\"from\":\"%04d-%02d\",\"to\":\"%04d-%02d\",\"raters\":[", (unsigned long long)p->dice.seed,
	    from / 12, from % 12 + 1, to / 12, to % 12 + 1);
	for (int i = 0; i < p->employed; i++) {
		struct plan_rater r = plan_rater(p, i);

		if (p->people[i].reports == 0)
			continue;
		put_format(&o, "%s\n{\"person\":\"%lld\",\"reports\":%d", comma, (long long)ids[i], p->people[i].reports);
		put_milli(&o, a, "severity", r.severity);
		put_milli(&o, a, "halo", r.halo);
		put_milli(&o, a, "recency", r.recency);
		put(&o, "}");
		comma = ",";
	}
	put(&o, "],\"people\":[");
	for (int i = 0; i < p->employed; i++) {
		put_format(&o, "%s\n{\"person\":\"%lld\"", i ? "," : "", (long long)ids[i]);
		put_milli(&o, a, "level", plan_mean(p, i, from, to));
		put_months(&o, a, p, i, from, to);
		put(&o, "}");
	}
	put(&o, "]}\n");
	return o.at;
}
