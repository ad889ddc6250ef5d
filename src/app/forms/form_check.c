/* form_check.c: what keeps a template from being published. No database, no HTML. */
#include "forms/form_check.h"

#include <string.h>

enum { WHOLE = 100, LEVELS_LEAST = 2 };

struct check {
	struct arena *arena;
	const struct question_rows *questions;
	const struct anchor_rows *anchors;
	struct form_flaw_rows found;
	scale_id scale;                 /* of the first question that counts */
};

static void
flaw(struct check *c, const char *code, const char *where)
{
	c->found.at[c->found.n++] = (struct form_flaw){ code, where };
}

bool
question_rates(const struct question *q)
{
	return strcmp(q->kind, "rating") == 0 || strcmp(q->kind, "goals") == 0;
}

bool
question_counts(const struct question *q)
{
	return question_rates(q) && strcmp(q->asks, "self") != 0;
}

int64_t
form_weight(const struct section_rows *sections)
{
	int64_t sum = 0;

	for (size_t i = 0; i < sections->n; i++)
		sum += sections->at[i].weight;
	return sum;
}

static size_t
levels(const struct check *c, const struct question *q)
{
	size_t n = 0;

	for (size_t i = 0; i < c->anchors->n; i++)
		n += c->anchors->at[i].question.n == q->id.n;
	return n;
}

/* One scale, so that the figures can be added; and all open to the employee, or the formula is not. */
static void
check_rating(struct check *c, const struct question *q)
{
	if (levels(c, q) < LEVELS_LEAST)
		flaw(c, "flaw.no-levels", q->title);
	if (!question_counts(q) || q->weight == 0)
		return;
	if (!q->shared)
		flaw(c, "flaw.counts-unseen", q->title);
	if (c->scale.n == 0)
		c->scale = q->scale;
	else if (c->scale.n != q->scale.n)
		flaw(c, "flaw.other-scale", q->title);
}

static void
check_section(struct check *c, struct section *s)
{
	bool any = false;

	for (size_t i = 0; i < c->questions->n; i++) {
		const struct question *q = &c->questions->at[i];

		if (q->section.n != s->id.n)
			continue;
		any = true;
		if (question_counts(q))
			s->weighed += q->weight;
		else if (q->weight != 0)
			flaw(c, "flaw.weight-does-not-count", q->title);
		if (question_rates(q))
			check_rating(c, q);
	}
	if (!any)
		flaw(c, "flaw.no-question", s->title);
	else if (s->weight > 0 && s->weighed != WHOLE)
		flaw(c, s->weighed == 0 ? "flaw.nothing-rated" : "flaw.questions-not-whole", s->title);
	else if (s->weight == 0 && s->weighed != 0 && s->weighed != WHOLE)
		flaw(c, "flaw.questions-not-whole", s->title);
}

/* Without a weight and without a rating it is a light one: a conversation in words. */
static bool
is_light(const struct section_rows *sections, const struct question_rows *questions)
{
	if (form_weight(sections) != 0)
		return false;
	for (size_t i = 0; i < questions->n; i++)
		if (question_rates(&questions->at[i]))
			return false;
	return true;
}

struct form_flaw_rows
form_check(struct arena *a, const struct section_rows *sections, const struct question_rows *questions,
    const struct anchor_rows *anchors)
{
	struct check c = { .arena = a, .questions = questions, .anchors = anchors };

	c.found.at = NEW_MANY(a, struct form_flaw, 2 + sections->n + 3 * questions->n);
	if (sections->n == 0)
		flaw(&c, "flaw.no-section", "");
	else if (form_weight(sections) != WHOLE && !is_light(sections, questions))
		flaw(&c, "flaw.sections-not-whole", "");
	for (size_t i = 0; i < sections->n; i++) {
		sections->at[i].number = (int64_t)i + 1;
		sections->at[i].weighed = 0;
		check_section(&c, &sections->at[i]);
	}
	return c.found;
}
