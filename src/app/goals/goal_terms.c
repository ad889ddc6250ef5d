/* goal_terms.c: the figures of a goal's measures: in order, complete, said in one line, digested. No requests, no rows. */
#include "goals/goal_terms.h"

#include "base/digest.h"
#include "base/out.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>

enum { DECIMALS = 3, YES = 1000, WHOLE = 100, YEAR = 366 };

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

/* Finer than it says it is? Three decimals are all there are. */
bool
measure_too_fine(int64_t value, int64_t decimals)
{
	int64_t step = 1000;

	for (int64_t i = 0; i < decimals; i++)
		step /= 10;
	return value != NONE && value % step != 0;
}

static bool
is_currency(const char *text)
{
	size_t n = text == NULL ? 0 : strlen(text);

	if (n != 3)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isalpha((unsigned char)text[i]))
			return false;
	return true;
}

static const char *
direction_flaw(const struct measure_terms *m, const char **field)
{
	*field = "high";
	if (is(m->better, "within"))
		return m->high == NONE ? "refused.missing" : m->high < m->target ? "refused.goal_range" : NULL;
	*field = "target";
	if (is(m->better, "down"))
		return m->target >= m->baseline ? "refused.goal_down" : NULL;
	return m->target <= m->baseline ? "refused.goal_up" : NULL;
}

static const char *
figures_flaw(const struct measure_terms *m, const char **field)
{
	const int64_t figures[] = { m->baseline, m->target, m->high };
	static const char *const names[] = { "baseline", "target", "high" };

	for (size_t i = 0; i < 2; i++)
		if (figures[i] == NONE)
			return *field = names[i], "refused.missing";
	for (size_t i = 0; i < COUNT(figures); i++)
		if (measure_too_fine(figures[i], m->decimals == NONE ? 0 : m->decimals))
			return *field = names[i], "refused.goal_decimals";
	return direction_flaw(m, field);
}

const char *
measure_flaw(const struct measure_terms *m, const char **field)
{
	*field = "name";
	if (m->name == NULL || !*m->name)
		return "refused.missing";
	*field = "decimals";
	if (m->decimals != NONE && (m->decimals < 0 || m->decimals > DECIMALS))
		return "refused.goal_decimals_range";
	*field = "weight";
	if (m->weight != NONE && (m->weight < 0 || m->weight > WHOLE))
		return "refused.goal_weight";
	*field = "every";
	if (m->every != NONE && (m->every < 1 || m->every > YEAR))
		return "refused.goal_rhythm";
	*field = "unit";
	if (is(m->kind, "money") && !is_currency(m->unit))
		return "refused.goal_currency";
	return is(m->kind, "yesno") ? NULL : figures_flaw(m, field);
}

void
measure_complete(struct arena *a, struct measure_terms *m)
{
	if (m->decimals == NONE)
		m->decimals = 0;
	if (m->weight == NONE)
		m->weight = 0;
	if (is(m->kind, "percent") || is(m->kind, "yesno"))
		m->unit = NULL;
	if (is(m->kind, "yesno")) {
		m->baseline = 0;
		m->target = YES;
		m->better = "up";
		m->decimals = 0;
	}
	if (!is(m->better, "within"))
		m->high = NONE;
	if (is(m->kind, "money") && m->unit != NULL) {
		char *code = arena_print(a, "%s", m->unit);

		for (char *c = code; *c; c++)
			*c = (char)toupper((unsigned char)*c);
		m->unit = code;
	}
}

struct measure_terms
measure_terms_of(const struct measure *m)
{
	return (struct measure_terms){ .place = m->place, .name = m->name, .kind = m->kind, .better = m->better, .unit = m->unit, .decimals = m->decimals,
		.baseline = m->baseline, .target = m->target, .high = m->high, .weight = m->weight, .every = m->every };
}

const char *
measure_text(struct arena *a, const struct measure_terms *m)
{
	struct out o;

	out_init(&o, a);
	put_format(&o, "%s: %s", m->name, m->kind);
	if (!is(m->kind, "yesno"))
		put_format(&o, ", %s, %s → %s", m->better, milli_text(a, m->baseline), milli_text(a, m->target));
	if (m->high != NONE)
		put_format(&o, "–%s", milli_text(a, m->high));
	if (m->unit != NULL && *m->unit)
		put_format(&o, " %s", m->unit);
	if (m->weight > 0)
		put_format(&o, ", %lld %%", (long long)m->weight);
	if (m->every != NONE && m->every > 0)
		put_format(&o, ", /%lld d", (long long)m->every);
	return o.at;
}

static void
put_term(struct out *o, const char *name, const char *value)
{
	put_format(o, "%s: %zu: %s\n", name, value == NULL ? 0 : strlen(value), value == NULL ? "" : value);
}

struct blob
terms_digest(struct arena *a, const struct goal_terms *g)
{
	unsigned char digest[DIGEST_BYTES];
	char opens[11], due[11];
	struct out o;

	out_init(&o, a);
	day_write(g->opens, opens);
	day_write(g->due, due);
	put_term(&o, "title", g->title);
	put_term(&o, "why", g->why);
	put_term(&o, "lever", g->lever);
	put_term(&o, "success", g->success);
	put_format(&o, "opens: %s\ndue: %s\nparent: %lld\n", opens, due, (long long)g->parent.n);
	for (size_t i = 0; i < g->n; i++)
		put_term(&o, "measure", measure_text(a, &g->measures[i]));
	digest_of(digest, o.at, o.n);
	return digest_take(a, digest, sizeof digest);
}
