/* goal_smart.c: specific, measurable, achievable, relevant, time-bound: what a goal's own words lack. No requests, no rows; it never refuses. */
#include "base/text.h"
#include "goals/goal_terms.h"

#include <string.h>

enum { TITLE_SHORT = 12, WORDS_FEW = 3, YEAR_AND_HALF = 550, WEEK = 7, STEEP = 10 };

/* Verbs that name no result, folded; alone they leave open what will be different. */
static const char *const vague[] = { "improve", "better", "optimise", "optimize", "support", "help", "try", "more", "less", "enhance", "increase", "reduce", "work" };

static size_t
words_in(const char *text)
{
	size_t n = 0;
	bool in = false;

	for (; *text; text++) {
		n += *text != ' ' && !in;
		in = *text != ' ';
	}
	return n;
}

static bool
begins_vague(const char *folded)
{
	for (size_t i = 0; i < COUNT(vague); i++) {
		size_t n = strlen(vague[i]);

		if (strncmp(folded, vague[i], n) == 0 && (folded[n] == ' ' || !folded[n]))
			return true;
	}
	return false;
}

/* Specific: what exactly will be different. */
static const char *
specific(struct arena *a, const struct goal_terms *g)
{
	const char *folded = text_fold(a, g->title);

	if (text_empty(g->title) || text_length(g->title) < TITLE_SHORT || words_in(folded) < WORDS_FEW)
		return "short";
	if (begins_vague(folded) && text_empty(g->success))
		return "vague";
	return "good";
}

/* Measurable: a figure that is known today and one to reach; more than yes or no alone. */
static const char *
measurable(const struct goal_terms *g)
{
	size_t figures = 0;

	if (g->n == 0)
		return "none";
	for (size_t i = 0; i < g->n; i++)
		figures += strcmp(g->measures[i].kind, "yesno") != 0;
	if (figures == 0 && text_empty(g->success))
		return "yesno";
	return g->n > 3 ? "many" : "good";
}

/* Ten times as much (or a tenth) is a stretch, and nothing else in the terms can tell. */
static bool
is_steep(const struct measure_terms *m)
{
	__int128 from = m->baseline < 0 ? -(__int128)m->baseline : m->baseline, to = m->target < 0 ? -(__int128)m->target : m->target;

	if (strcmp(m->kind, "yesno") == 0 || strcmp(m->better, "within") == 0 || from == 0 || to == 0)
		return false;
	return to > from * STEEP || from > to * STEEP;
}

static const char *
achievable(const struct goal_terms *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (is_steep(&g->measures[i]))
			return "steep";
	return text_empty(g->lever) ? "lever" : "good";
}

static const char *
relevant(const struct goal_terms *g)
{
	if (g->parent.n == 0 && text_empty(g->why))
		return "alone";
	return text_empty(g->why) ? "why" : "good";
}

static const char *
timely(const struct goal_terms *g)
{
	int days = days_between(g->opens, g->due);

	if (day_none(g->opens) || day_none(g->due))
		return "none";
	return days > YEAR_AND_HALF ? "long" : days < WEEK ? "brief" : "good";
}

struct smart_line_rows *
goal_smart(struct arena *a, const struct goal_terms *g)
{
	struct smart_line_rows *rows = NEW(a, struct smart_line_rows);
	const char *found[] = { specific(a, g), measurable(g), achievable(g), relevant(g), timely(g) };
	static const char *const rules[] = { "specific", "measurable", "achievable", "relevant", "timely" };

	rows->at = NEW_MANY(a, struct smart_line, COUNT(rules));
	for (size_t i = 0; i < COUNT(rules); i++) {
		struct smart_line line = { .rule = rules[i], .found = arena_print(a, "%s.%s", rules[i], found[i]), .good = strcmp(found[i], "good") == 0 };

		rows->at[rows->n++] = line;
	}
	return rows;
}
