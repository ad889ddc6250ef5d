/* evidence_judge.c: what citations come to. Days, counts and words of rules; no database, no markup. */
#include "reviews/evidence.h"

#include "base/text.h"

#include <string.h>

enum { YEAR = 12, QUARTERS = 4, MONTHS_LEAST = 3, MILLI = 1000, KEY = 100 };

static int64_t
month_number(struct day d)
{
	return (int64_t)d.y * YEAR + d.m - 1;
}

int64_t
month_key(struct day d)
{
	return (int64_t)d.y * KEY + d.m;
}

/* The day so many months before, or the last one that month has. */
static struct day
months_before(struct day d, int64_t months)
{
	int64_t number = month_number(d) - months;
	int y = (int)(number / YEAR), m = (int)(number % YEAR) + 1, most = days_of_month(y, m);

	return (struct day){ (int16_t)y, (int8_t)m, (int8_t)(d.d > most ? most : d.d) };
}

static bool
seen_before(const struct part_cite_rows *cites, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (cites->at[k].ref.n == cites->at[i].ref.n)
			return true;
	return false;
}

struct recency
evidence_recency(struct day from, struct day to, const struct part_cite_rows *cites)
{
	struct day end = day_plus(to, 1);
	struct recency r = { .months = month_number(end) - month_number(from) + (end.d > from.d) };

	r.last = (r.months + QUARTERS / 2) / QUARTERS;
	r.last = r.last < 1 ? 1 : r.last;
	r.from = months_before(end, r.last);
	for (size_t i = 0; i < cites->n; i++) {
		if (!cites->at[i].may || seen_before(cites, i))
			continue;
		r.cited++;
		r.recent += day_compare(cites->at[i].on_day, r.from) >= 0;
	}
	r.says = r.months >= MONTHS_LEAST && r.cited >= RECENT_LEAST;
	r.warns = r.says && r.recent * 2 > r.cited;
	return r;
}

int64_t
recent_share(const struct recency *r)
{
	return r->cited == 0 ? NONE : r->recent * MILLI / r->cited;
}

/* How many citations are asked for. */
static int64_t
asked_for(const char *asks, bool at_end)
{
	if (strcmp(asks, "must") == 0)
		return at_end ? CITES_ENDS : 1;
	return at_end && strcmp(asks, "extremes") == 0 ? CITES_ENDS : 0;
}

const char *
rating_rests(const char *asks, bool at_end, int64_t cited, int64_t citable, const char *reason)
{
	int64_t asked = asked_for(asks, at_end);

	if (cited >= asked)
		return NULL;
	if (citable < asked)
		return text_empty(reason) ? "refused.say-why" : NULL;
	return asked == 1 ? "refused.cite-one" : "refused.cite-two";
}

bool
reason_asked(const char *asks, int64_t citable)
{
	return citable < asked_for(asks, true);
}

bool
cite_read(const char *text, question_id *question, evidence_id *ref)
{
	char first[24];
	size_t n = text == NULL ? 0 : strcspn(text, "-");

	if (n == 0 || n >= sizeof first || text[n] != '-')
		return false;
	memcpy(first, text, n);
	first[n] = '\0';
	return text_int(first, &question->n) && text_int(text + n + 1, &ref->n);
}

static bool
same_side(const struct review_cite *a, const struct review_cite *b)
{
	return a->question.n == b->question.n && strcmp(a->relation, b->relation) == 0;
}

void
fold_hidden(struct review_cite_rows *cites)
{
	size_t kept = 0;

	for (size_t i = 0; i < cites->n; i++) {
		struct review_cite c = cites->at[i];

		if (!c.may && kept > 0 && cites->at[kept - 1].hidden > 0 && same_side(&cites->at[kept - 1], &c)) {
			cites->at[kept - 1].hidden++;
			continue;
		}
		c.hidden = !c.may;
		cites->at[kept++] = c;
	}
	cites->n = kept;
}
