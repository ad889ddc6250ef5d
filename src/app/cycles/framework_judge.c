/* framework_judge.c: which way of working fits whom: points, and what follows from them. No requests, no rows, no clock. */
#include "cycles/framework_judge.h"

#include "base/base.h"

#include <string.h>

enum { CLEARLY = 4, SMALL = 40, LARGE = 250, VERY_LARGE = 1000 };

/* What an answer speaks for: below 0 continuous, above 0 structured. */
static const struct answer {
	enum framework_ask ask;
	const char *said, *key;
	int leans;
} answers_known[] = {
	{ ASK_GROWTH,    "steady",    "growth-steady",       1 },
	{ ASK_GROWTH,    "some",      "growth-some",         0 },
	{ ASK_GROWTH,    "fast",      "growth-fast",        -3 },
	{ ASK_OVERSIGHT, "none",      "oversight-none",     -1 },
	{ ASK_OVERSIGHT, "some",      "oversight-some",      1 },
	{ ASK_OVERSIGHT, "regulated", "oversight-regulated", 4 },
	{ ASK_COUNCIL,   "none",      "council-none",        0 },
	{ ASK_COUNCIL,   "informed",  "council-informed",    1 },
	{ ASK_COUNCIL,   "agrees",    "council-agrees",      2 },
	{ ASK_FREQUENCY, "week",      "frequency-week",     -2 },
	{ ASK_FREQUENCY, "quarter",   "frequency-quarter",   0 },
	{ ASK_FREQUENCY, "year",      "frequency-year",      2 },
	{ ASK_GOALS,     "team",      "goals-team",         -2 },
	{ ASK_GOALS,     "both",      "goals-both",          0 },
	{ ASK_GOALS,     "top",       "goals-top",           2 },
	{ ASK_DATA,      "words",     "data-words",         -1 },
	{ ASK_DATA,      "both",      "data-both",           0 },
	{ ASK_DATA,      "figures",   "data-figures",        1 },
	{ ASK_FAIRNESS,  "manager",   "fairness-manager",   -1 },
	{ ASK_FAIRNESS,  "second",    "fairness-second",     1 },
	{ ASK_FAIRNESS,  "trail",     "fairness-trail",      2 },
	{ ASK_MANAGER,   "coach",     "manager-coach",      -2 },
	{ ASK_MANAGER,   "both",      "manager-both",        0 },
	{ ASK_MANAGER,   "judge",     "manager-judge",       2 },
	{ ASK_EMPLOYEE,  "drives",    "employee-drives",    -1 },
	{ ASK_EMPLOYEE,  "shares",    "employee-shares",     0 },
	{ ASK_EMPLOYEE,  "answers",   "employee-answers",    1 },
};

static const struct answer *
answer_of(enum framework_ask ask, const char *said)
{
	for (size_t i = 0; said && i < COUNT(answers_known); i++)
		if (answers_known[i].ask == ask && strcmp(answers_known[i].said, said) == 0)
			return &answers_known[i];
	return NULL;
}

static struct framework_reason
reason_of(const struct framework_answers *a, int ask)
{
	const struct answer *known;

	if (ask == FRAMEWORK_ASKS) {
		if (a->people < SMALL)
			return (struct framework_reason){ "size-small", -1 };
		return a->people < LARGE ? (struct framework_reason){ NULL, 0 } : (struct framework_reason){ "size-large", a->people < VERY_LARGE ? 1 : 2 };
	}
	known = answer_of((enum framework_ask)ask, a->said[ask]);
	return known ? (struct framework_reason){ known->key, known->leans } : (struct framework_reason){ NULL, 0 };
}

static bool
says(const struct framework_answers *a, enum framework_ask ask, const char *word)
{
	return a->said[ask] && strcmp(a->said[ask], word) == 0;
}

/* Whoever must be able to show later how it was decided is never without a written trail, however fast they grow. */
static const char *
style_of(const struct framework_answers *a)
{
	int points = 0;

	for (int i = 0; i <= FRAMEWORK_ASKS; i++)
		points += reason_of(a, i).leans;
	if (points >= CLEARLY)
		return "structured";
	if (points > -CLEARLY || says(a, ASK_OVERSIGHT, "regulated") || says(a, ASK_FAIRNESS, "trail"))
		return "blended";
	return "continuous";
}

/* Between the two, every reason with a weight speaks for it: that is why it is between. */
static void
sort_reasons(const struct framework_answers *a, struct framework_proposal *p)
{
	int side = strcmp(p->style, "structured") == 0 ? 1 : strcmp(p->style, "continuous") == 0 ? -1 : 0;

	for (int i = 0; i <= FRAMEWORK_ASKS; i++) {
		struct framework_reason r = reason_of(a, i);

		if (r.leans == 0)
			continue;
		if (side * r.leans < 0)
			p->against[p->n_against++] = r;
		else
			p->speaks_for[p->n_for++] = r;
	}
}

struct framework_proposal
framework_judge(const struct framework_answers *a, const char *as)
{
	struct framework_proposal p = { .style = as ? as : style_of(a) };
	bool continuous = strcmp(p.style, "continuous") == 0, structured = strcmp(p.style, "structured") == 0;

	p.kind = continuous && !says(a, ASK_DATA, "figures") ? "midyear" : "review";
	p.rhythm = says(a, ASK_FREQUENCY, "week") ? (continuous ? "week" : "fortnight") : says(a, ASK_FREQUENCY, "year") && structured ? "quarter" : "month";
	p.approval = strcmp(p.kind, "review") == 0 && (structured || says(a, ASK_FAIRNESS, "second") || says(a, ASK_FAIRNESS, "trail") || says(a, ASK_COUNCIL, "agrees")
	    || says(a, ASK_OVERSIGHT, "regulated"));
	p.months = continuous ? 3 : structured ? 12 : 6;
	sort_reasons(a, &p);
	return p;
}

const char *
framework_lean(enum framework_ask ask, const char *said)
{
	const struct answer *known = answer_of(ask, said);

	return !known || known->leans == 0 ? "between" : known->leans < 0 ? "modern" : "traditional";
}

struct day
framework_start(struct day today)
{
	int weekday = day_weekday(today);

	return weekday > 5 ? day_plus(today, 8 - weekday) : today;
}

struct day
months_before(struct day d, int months)
{
	int place = d.y * 12 + d.m - 1 - months, last = days_of_month(place / 12, place % 12 + 1);

	return (struct day){ (int16_t)(place / 12), (int8_t)(place % 12 + 1), (int8_t)(d.d > last ? last : d.d) };
}
