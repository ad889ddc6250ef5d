/* form_check_test.c: templates that may be published, and what is said of those that may not. */
#include "base/test.h"
#include "forms/form_check.h"

enum { SECTIONS = 2, QUESTIONS = 3 };

/* Two sections; two questions in the first, one in the second. */
static const struct form_case {
	const char *words;
	int64_t sections[SECTIONS];
	struct { const char *kind, *asks; int64_t weight, scale, levels; bool unseen; } questions[QUESTIONS];
	const char *flaw;               /* NULL: it may be published */
} cases[] = {
	{ "whole", { 60, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 30, 1, 5 },
	    { "rating", "manager", 100, 1, 5 } }, NULL },
	{ "text beside it", { 60, 40 }, { { "rating", "both", 100, 1, 5 }, { "text", "both", 0, 0, 0 },
	    { "rating", "both", 100, 1, 5 } }, NULL },
	{ "a section of text alone, without weight", { 100, 0 }, { { "rating", "both", 50, 1, 5 },
	    { "rating", "both", 50, 1, 5 }, { "text", "both", 0, 0, 0 } }, NULL },
	{ "goal results count like a rating", { 60, 40 }, { { "goals", "both", 100, 1, 5 }, { "text", "both", 0, 0, 0 },
	    { "rating", "both", 100, 1, 5 } }, NULL },
	{ "goal results without levels", { 60, 40 }, { { "goals", "both", 100, 1, 0 }, { "text", "both", 0, 0, 0 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.no-levels" },
	{ "sections come to 90", { 50, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 30, 1, 5 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.sections-not-whole" },
	{ "questions come to 110", { 60, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 40, 1, 5 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.questions-not-whole" },
	{ "a weight with nothing rated", { 60, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 30, 1, 5 },
	    { "text", "both", 0, 0, 0 } }, "flaw.nothing-rated" },
	{ "rated by the employee alone", { 60, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 30, 1, 5 },
	    { "rating", "self", 0, 1, 5 } }, "flaw.nothing-rated" },
	{ "a weight on a text", { 100, 0 }, { { "rating", "both", 100, 1, 5 }, { "text", "both", 10, 0, 0 },
	    { "text", "both", 0, 0, 0 } }, "flaw.weight-does-not-count" },
	{ "no levels to choose", { 60, 40 }, { { "rating", "both", 70, 1, 1 }, { "rating", "both", 30, 1, 5 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.no-levels" },
	{ "two scales", { 60, 40 }, { { "rating", "both", 70, 1, 5 }, { "rating", "both", 30, 2, 4 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.other-scale" },
	{ "it counts, and the employee would not see it", { 60, 40 }, { { "rating", "both", 70, 1, 5, true }, { "rating", "both", 30, 1, 5 },
	    { "rating", "both", 100, 1, 5 } }, "flaw.counts-unseen" },
	{ "unseen, and it does not count", { 60, 40 }, { { "rating", "both", 100, 1, 5 }, { "rating", "manager", 0, 1, 5, true },
	    { "rating", "both", 100, 1, 5 } }, NULL },
};

struct made {
	struct section sections[SECTIONS];
	struct question questions[QUESTIONS];
	struct anchor anchors[QUESTIONS * 5];
	size_t n_anchors;
};

static void
make(const struct form_case *c, struct made *m)
{
	*m = (struct made){ .n_anchors = 0 };
	for (int i = 0; i < SECTIONS; i++)
		m->sections[i] = (struct section){ .id = { i + 1 }, .title = "a section", .weight = c->sections[i] };
	for (int i = 0; i < QUESTIONS; i++) {
		m->questions[i] = (struct question){
			.id = { i + 10 }, .section = { i < 2 ? 1 : 2 }, .title = "a question", .kind = c->questions[i].kind,
			.asks = c->questions[i].asks, .weight = c->questions[i].weight, .scale = { c->questions[i].scale },
			.shared = !c->questions[i].unseen,
		};
		for (int k = 0; k < c->questions[i].levels; k++)
			m->anchors[m->n_anchors++] = (struct anchor){ .question = { i + 10 }, .value = 1000 * (k + 1) };
	}
}

TEST("a template is published when its weights are whole and its questions can be answered")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct made m;
		struct form_flaw_rows found;

		make(&cases[i], &m);
		found = form_check(a, &(struct section_rows){ SECTIONS, m.sections },
		    &(struct question_rows){ QUESTIONS, m.questions }, &(struct anchor_rows){ m.n_anchors, m.anchors });
		SAY(cases[i].words);
		EQ(found.n, cases[i].flaw == NULL ? 0 : 1);
		if (cases[i].flaw != NULL)
			SAME(found.at[0].code, cases[i].flaw);
	}
	arena_free(a);
}

TEST("an empty template, and a section without questions, are said")
{
	struct arena *a = arena_new();
	struct section alone = { .id = { 1 }, .title = "Results", .weight = 100 };
	struct question_rows none = { 0, NULL };
	struct anchor_rows no_levels = { 0, NULL };
	struct form_flaw_rows found = form_check(a, &(struct section_rows){ 0, NULL }, &none, &no_levels);

	EQ(found.n, 1);
	SAME(found.at[0].code, "flaw.no-section");
	found = form_check(a, &(struct section_rows){ 1, &alone }, &none, &no_levels);
	EQ(found.n, 1);
	SAME(found.at[0].code, "flaw.no-question");
	SAME(found.at[0].where, "Results");
	arena_free(a);
}
