/* evidence_judge_test.c: recency, what a rating rests on, and what a reader is told of hidden items. */
#include "base/test.h"
#include "reviews/evidence.h"

static const struct { const char *words; struct day from, to; int64_t months, last; struct day since; } periods[] = {
	{ "a year",                       { 2026, 1, 1 },  { 2026, 12, 31 }, 12, 3, { 2026, 10, 1 } },
	{ "a year from any day",          { 2025, 11, 24 }, { 2026, 11, 23 }, 12, 3, { 2026, 8, 24 } },
	{ "half a year",                  { 2026, 6, 1 },  { 2026, 11, 30 }, 6, 2, { 2026, 10, 1 } },
	{ "a quarter",                    { 2026, 7, 1 },  { 2026, 9, 30 },  3, 1, { 2026, 9, 1 } },
	{ "a month",                      { 2026, 7, 1 },  { 2026, 7, 31 },  1, 1, { 2026, 7, 1 } },
	{ "two years",                    { 2025, 1, 1 },  { 2026, 12, 31 }, 24, 6, { 2026, 7, 1 } },
	{ "it ends in a short month",     { 2026, 1, 31 }, { 2026, 5, 30 },  4, 1, { 2026, 4, 30 } },
	{ "a month begun counts",         { 2026, 1, 1 },  { 2026, 4, 10 },  4, 1, { 2026, 3, 11 } },
};

TEST("the last quarter is a quarter of the period's months, rounded half up, at least one")
{
	struct part_cite_rows none = { 0, NULL };

	for (size_t i = 0; i < COUNT(periods); i++) {
		struct recency r = evidence_recency(periods[i].from, periods[i].to, &none);

		SAY(periods[i].words);
		EQ(r.months, periods[i].months);
		EQ(r.last, periods[i].last);
		EQ(day_compare(r.from, periods[i].since), 0);
		NO(r.says);
	}
	SAY(NULL);
}

enum { CITED = 8 };

static const struct { const char *words; int64_t early, late; bool says, warns; } shares[] = {
	{ "nothing cited",                     0, 0, false, false },
	{ "three, all late: too few to say",   0, 3, false, false },
	{ "four, none late",                   4, 0, true, false },
	{ "two of four: half is not most",     2, 2, true, false },
	{ "three of four",                     1, 3, true, true },
	{ "five of six",                       1, 5, true, true },
	{ "three of six",                      3, 3, true, false },
	{ "three of five",                     2, 3, true, true },
};

TEST("recency is said from four items on, and is worth a look when more than half are late")
{
	for (size_t i = 0; i < COUNT(shares); i++) {
		struct part_cite at[CITED] = { 0 };
		struct part_cite_rows cites = { (size_t)(shares[i].early + shares[i].late), at };
		struct recency r;

		for (size_t k = 0; k < cites.n; k++)
			at[k] = (struct part_cite){ .ref = { (int64_t)k + 1 }, .may = 1,
				.on_day = (int64_t)k < shares[i].early ? (struct day){ 2026, 9, 30 } : (struct day){ 2026, 10, 1 } };
		r = evidence_recency((struct day){ 2026, 1, 1 }, (struct day){ 2026, 12, 31 }, &cites);
		SAY(shares[i].words);
		EQ(r.cited, shares[i].early + shares[i].late);
		EQ(r.recent, shares[i].late);
		EQ(r.says, shares[i].says);
		EQ(r.warns, shares[i].warns);
		EQ(recent_share(&r), r.cited == 0 ? NONE : r.recent * 1000 / r.cited);
	}
	SAY(NULL);
}

TEST("an item cited twice counts once, one that cannot be read not at all, and a short period says nothing")
{
	struct part_cite at[] = {
		{ .ref = { 1 }, .may = 1, .on_day = { 2026, 10, 1 } }, { .ref = { 1 }, .may = 1, .on_day = { 2026, 10, 1 } },
		{ .ref = { 2 }, .may = 1, .on_day = { 2026, 10, 2 } }, { .ref = { 3 }, .may = 1, .on_day = { 2026, 10, 3 } },
		{ .may = 0 }, { .ref = { 4 }, .may = 1, .on_day = { 2026, 2, 3 } },
	};
	struct part_cite_rows cites = { COUNT(at), at };
	struct recency r = evidence_recency((struct day){ 2026, 1, 1 }, (struct day){ 2026, 12, 31 }, &cites);

	EQ(r.cited, 4);
	EQ(r.recent, 3);
	YES(r.warns);
	NO(evidence_recency((struct day){ 2026, 10, 1 }, (struct day){ 2026, 11, 30 }, &cites).says);
}

static const struct { const char *words, *asks; bool end; int64_t cited, citable; const char *reason, *why; } rests[] = {
	{ "nothing is asked",                       "no",       true,  0, 9, NULL, NULL },
	{ "citing is offered",                      "may",      true,  0, 9, NULL, NULL },
	{ "the middle of the scale",                "extremes", false, 0, 9, NULL, NULL },
	{ "an end without citations",               "extremes", true,  0, 9, NULL, "refused.cite-two" },
	{ "an end with one",                        "extremes", true,  1, 9, NULL, "refused.cite-two" },
	{ "words are no citation where there is one to cite", "extremes", true, 1, 2, "Everybody knows.", "refused.cite-two" },
	{ "an end with two",                        "extremes", true,  2, 9, NULL, NULL },
	{ "an end, and one item in the whole year", "extremes", true,  1, 1, NULL, "refused.say-why" },
	{ "blank words are no reason",              "extremes", true,  0, 0, " \n", "refused.say-why" },
	{ "an end, nothing noted, and a reason",    "extremes", true,  0, 0, "She led the move of March.", NULL },
	{ "always one: the middle, none",           "must",     false, 0, 9, NULL, "refused.cite-one" },
	{ "always one: the middle, one",            "must",     false, 1, 9, NULL, NULL },
	{ "always one: an end, one",                "must",     true,  1, 9, NULL, "refused.cite-two" },
	{ "always one: nothing noted",              "must",     false, 0, 0, NULL, "refused.say-why" },
};

TEST("a rating at an end of its scale rests on two citations, or on a reason where there are not two items")
{
	for (size_t i = 0; i < COUNT(rests); i++) {
		const char *why = rating_rests(rests[i].asks, rests[i].end, rests[i].cited, rests[i].citable, rests[i].reason);

		SAY(rests[i].words);
		if (rests[i].why == NULL)
			YES(why == NULL);
		else
			SAME(why, rests[i].why);
	}
	SAY(NULL);
	YES(reason_asked("extremes", 1));
	NO(reason_asked("extremes", 2));
	NO(reason_asked("may", 0));
}

TEST("a citation to be taken away is named by question and item")
{
	question_id q = { 0 };
	evidence_id e = { 0 };

	YES(cite_read("12-345", &q, &e));
	EQ(q.n, 12);
	EQ(e.n, 345);
	NO(cite_read(NULL, &q, &e));
	NO(cite_read("", &q, &e));
	NO(cite_read("12", &q, &e));
	NO(cite_read("-5", &q, &e));
	NO(cite_read("12-", &q, &e));
	NO(cite_read("12-x", &q, &e));
	NO(cite_read("1111111111111111111111111-2", &q, &e));
}

TEST("what a reader may not see is one line a side: how many there are")
{
	struct review_cite at[] = {
		{ .question = { 1 }, .relation = "self", .may = 1 }, { .question = { 1 }, .relation = "self", .may = 0 },
		{ .question = { 1 }, .relation = "self", .may = 0 }, { .question = { 1 }, .relation = "manager", .may = 0 },
		{ .question = { 2 }, .relation = "manager", .may = 0 }, { .question = { 2 }, .relation = "self", .may = 1 },
	};
	struct review_cite_rows rows = { COUNT(at), at };

	fold_hidden(&rows);
	EQ(rows.n, 5);
	EQ(rows.at[0].hidden, 0);
	EQ(rows.at[1].hidden, 2);
	EQ(rows.at[2].hidden, 1);
	EQ(rows.at[3].hidden, 1);
	EQ(rows.at[4].hidden, 0);
}
