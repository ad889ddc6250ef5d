/* record_text_test.c: the canonical text of one small review, byte for byte. */
#include "base/test.h"
#include "reviews/record_text.h"

#include <string.h>

static struct section sections[] = { { .id = { 1 }, .title = "Results", .weight = 100 } };
static struct review_question questions[] = {
	{ .id = { 11 }, .section = { 1 }, .kind = "rating", .title = "How far?" },
	{ .id = { 12 }, .section = { 1 }, .kind = "text", .title = "Why?" },
};
static struct review_answer answers_in[] = {
	{ .question = { 11 }, .relation = "self", .value = 3000, .label = "Met" },
	{ .question = { 11 }, .relation = "manager", .value = 4000, .label = "Exceeded" },
	{ .question = { 12 }, .relation = "manager", .value = NONE, .words = "First line.\r\nrating: 9 forged\n" },
};
static struct rating_line formula[] = {
	{ .place = 1, .what = "section", .title = "Results", .weight = 1000, .value = NONE },
	{ .place = 2, .what = "question", .title = "How far?", .weight = 1000, .value = 4000 },
};
static const struct review_head head = {
	.id = { 5 }, .cycle = { 2 }, .cycle_name = "H2 2026", .person = { 7 }, .name = "Tomasz Nowak", .title = "Engineer",
	.unit = "Payments", .manager = { 9 }, .manager_name = "Ana Duarte", .period_from = { 2026, 7, 1 },
	.period_to = { 2026, 12, 31 }, .computed = 4000, .final = 4000, .label = "Exceeded", .formula = "weighted-mean-1",
};

static struct record_facts
facts(void)
{
	static struct section_rows s = { 1, sections };
	static struct review_question_rows q = { 2, questions };
	static struct review_answer_rows a = { 3, answers_in };
	static struct rating_line_rows f = { 2, formula };

	return (struct record_facts){
		.head = &head, .sections = &s, .questions = &q, .answers = &a, .formula = &f, .edition = 1,
		.at = INT64_C(1797238800) * 1000000, .by = { 3 }, .by_name = "Rosa Tanaka",
	};
}

static const char canonical[] =
    "meridian-record: 1\nreview: 5\nedition: 1\ncycle: 2 H2 2026\nperiod: 2026-07-01 2026-12-31\n"
    "person: 7 Tomasz Nowak\nrole: Engineer\nunit: Payments\nreviewer: 9 Ana Duarte\n"
    "section: 100% Results\nquestion: How far?\nself-level: 3 Met\nmanager-level: 4 Exceeded\n"
    "question: Why?\nmanager: First line.\n\trating: 9 forged\n\t\n"
    "formula: weighted-mean-1\ninput-section: 1 - Results\ninput-question: 1 4 How far?\n"
    "computed: 4\nrating: 4 Exceeded\nreleased: 2026-12-14T09:00:00Z by 3 Rosa Tanaka\n";

TEST("the canonical text is the same bytes, and no answer can look like one of its lines")
{
	struct arena *a = arena_new();
	struct record_facts f = facts();
	struct blob text = record_text(a, &f);

	SAME(text.at, canonical);
	EQ(text.n, strlen(canonical));
	SAME(record_text(a, &f).at, text.at);
	arena_free(a);
}

TEST("an amendment says its edition, who, when and why")
{
	struct arena *a = arena_new();
	struct record_facts f = facts();
	const char *text;

	f.edition = 2;
	f.reason = "A goal was counted twice.";
	text = record_text(a, &f).at;
	YES(strstr(text, "\nedition: 2\n") != NULL);
	YES(strstr(text, "\namended: 2026-12-14T09:00:00Z by 3 Rosa Tanaka\nreason: A goal was counted twice.\n") != NULL);
	arena_free(a);
}

TEST("the kept inputs come to the rating again")
{
	struct arena *a = arena_new();
	struct rating_line lines[] = {
		{ .what = "section", .weight = 500 }, { .what = "question", .weight = 600, .value = 4000 },
		{ .what = "question", .weight = 400, .value = NONE }, { .what = "section", .weight = 500 },
		{ .what = "question", .weight = 1000, .value = 3000 },
	};
	struct rating_line_rows rows = { COUNT(lines), lines };
	struct rating made = formula_judge(a, &rows);

	EQ(made.value, 3375);
	EQ(made.based_on, 80);
	EQ(lines[0].weighs, 50000);             /* 50 % */
	EQ(lines[1].share, 30000);
	EQ(lines[2].share, 20000);
	EQ(lines[4].share, 50000);
	arena_free(a);
}
