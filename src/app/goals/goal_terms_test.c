/* goal_terms_test.c: what is wrong with a measure, what both sides agree to, and how SMART a goal's words are. */
#include "base/test.h"
#include "goals/goal_terms.h"

#include <string.h>

static struct measure_terms
terms(const char *kind, const char *better, int64_t baseline, int64_t target)
{
	return (struct measure_terms){ .place = 1, .name = "Satisfaction", .kind = kind, .better = better, .decimals = 1, .baseline = baseline, .target = target,
		.high = NONE, .weight = NONE, .every = NONE };
}

TEST("a measure is in order when its figures go where better lies")
{
	static const struct {
		const char *words, *kind, *better;
		int64_t baseline, target, high, decimals;
		const char *unit, *flaw, *field;
	} some[] = {
		{ "78 to 85 percent",           "percent", "up",     78000, 85000, NONE, 1, NULL, NULL, NULL },
		{ "9 to 4 hours",               "number",  "down",    9000,  4000, NONE, 0, "hours", NULL, NULL },
		{ "a range",                    "number",  "within",  9000,  4000, 6000, 0, NULL, NULL, NULL },
		{ "a range upside down",        "number",  "within",  9000,  4000, 3000, 0, NULL, "refused.goal_range", "high" },
		{ "a range without an end",     "number",  "within",  9000,  4000, NONE, 0, NULL, "refused.missing", "high" },
		{ "higher, but lower",          "percent", "up",     85000, 78000, NONE, 0, NULL, "refused.goal_up", "target" },
		{ "higher, but the same",       "percent", "up",     85000, 85000, NONE, 0, NULL, "refused.goal_up", "target" },
		{ "lower, but higher",          "number",  "down",    4000,  9000, NONE, 0, NULL, "refused.goal_down", "target" },
		{ "no figure today",            "number",  "up",      NONE,  9000, NONE, 0, NULL, "refused.missing", "baseline" },
		{ "finer than it says",         "percent", "up",     78500, 85000, NONE, 0, NULL, "refused.goal_decimals", "baseline" },
		{ "as fine as it says",         "percent", "up",     78500, 85000, NONE, 1, NULL, NULL, NULL },
		{ "money of no country",        "money",   "up",         0, 85000, NONE, 0, "Euro", "refused.goal_currency", "unit" },
		{ "money",                      "money",   "up",         0, 85000, NONE, 2, "eur", NULL, NULL },
		{ "yes or no needs no figures", "yesno",   "up",      NONE,  NONE, NONE, NONE, NULL, NULL, NULL },
		{ "four decimals",              "number",  "up",         0,  1000, NONE, 4, NULL, "refused.goal_decimals_range", "decimals" },
	};

	for (size_t i = 0; i < COUNT(some); i++) {
		struct measure_terms m = terms(some[i].kind, some[i].better, some[i].baseline, some[i].target);
		const char *field = NULL, *flaw;

		m.high = some[i].high;
		m.decimals = some[i].decimals;
		m.unit = some[i].unit;
		flaw = measure_flaw(&m, &field);
		SAY(some[i].words);
		if (some[i].flaw == NULL)
			YES(flaw == NULL);
		else {
			SAME(flaw, some[i].flaw);
			SAME(field, some[i].field);
		}
	}
	SAY(NULL);
}

TEST("yes or no gets its figures, money its letters, and what is no range no upper end")
{
	struct arena *a = arena_new();
	struct measure_terms yes = terms("yesno", "down", NONE, NONE), money = terms("money", "up", 0, 5000), number = terms("number", "up", 0, 5000);

	money.unit = "eur";
	number.high = 9000;
	measure_complete(a, &yes);
	measure_complete(a, &money);
	measure_complete(a, &number);
	EQ(yes.baseline, 0);
	EQ(yes.target, 1000);
	SAME(yes.better, "up");
	SAME(money.unit, "EUR");
	EQ(number.high, NONE);
	EQ(number.weight, 0);
	arena_free(a);
}

static bool
same_digest(struct blob a, struct blob b)
{
	return a.n == b.n && memcmp(a.at, b.at, a.n) == 0;
}

TEST("each term both sides agree to changes the digest; who sees it is no term")
{
	struct arena *a = arena_new();
	struct measure_terms m = terms("percent", "up", 78000, 85000), other = terms("percent", "up", 78000, 84000);
	struct goal_terms g = { "Title", "why", NULL, "", "line", { 2026, 1, 1 }, { 2026, 9, 30 }, { 7 }, &m, 1 };
	struct blob was = terms_digest(a, &g);
	struct goal_terms changed[] = { g, g, g, g, g, g, g, g };

	changed[0].title = "Title.";
	changed[1].why = NULL;
	changed[2].lever = "why";
	changed[3].success = "s";
	changed[4].opens.d = 2;
	changed[5].due.d = 29;
	changed[6].parent.n = 8;
	changed[7].measures = &other;
	for (size_t i = 0; i < COUNT(changed); i++)
		NO(same_digest(terms_digest(a, &changed[i]), was));
	g.seen_by = "all";
	YES(same_digest(terms_digest(a, &g), was));
	g.why = "";             /* a text cannot wander from one term into the next */
	g.lever = "why";
	NO(same_digest(terms_digest(a, &g), was));
	arena_free(a);
}

static const char *
found(struct arena *a, const struct goal_terms *g, size_t line)
{
	struct smart_line_rows *rows = goal_smart(a, g);

	EQ(rows->n, 5);
	return rows->at[line].found;
}

TEST("the worked example is SMART: satisfaction 78 to 85 percent by a quarter's end, by answering within four hours")
{
	struct arena *a = arena_new();
	struct measure_terms m = terms("percent", "up", 78000, 85000);
	struct goal_terms g = { "Customer satisfaction rises from 78% to 85%", "Unhappy customers leave", "Response time falls below 4 hours", NULL, "line",
		{ 2026, 1, 1 }, { 2026, 9, 30 }, { 0 }, &m, 1 };

	for (size_t i = 0; i < 5; i++)
		YES(goal_smart(a, &g)->at[i].good);
	SAME(found(a, &g, 0), "specific.good");
	g.title = "Be better";
	SAME(found(a, &g, 0), "specific.short");
	g.title = "Improve how customers feel about us";
	SAME(found(a, &g, 0), "specific.vague");
	g.success = "Four in five would recommend us";
	SAME(found(a, &g, 0), "specific.good");
	g.success = NULL;
	g.n = 0;
	SAME(found(a, &g, 1), "measurable.none");
	g.n = 1;
	m.kind = "yesno";
	SAME(found(a, &g, 1), "measurable.yesno");
	m.kind = "percent";
	g.lever = "";
	SAME(found(a, &g, 2), "achievable.lever");
	m.baseline = 1000;
	m.target = 10000;
	SAME(found(a, &g, 2), "achievable.lever");
	m.target = 10001;
	SAME(found(a, &g, 2), "achievable.steep");
	g.why = NULL;
	SAME(found(a, &g, 3), "relevant.alone");
	g.parent.n = 5;
	SAME(found(a, &g, 3), "relevant.why");
	g.due = (struct day){ 2027, 7, 6 };
	SAME(found(a, &g, 4), "timely.long");
	g.due = (struct day){ 2026, 1, 7 };
	SAME(found(a, &g, 4), "timely.brief");
	arena_free(a);
}
