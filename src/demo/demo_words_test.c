/* demo_words_test.c: the texts: enough patterns, every place known, no two of a team alike. */
#include "demo/demo_plan.h"

#include "base/test.h"

#include <string.h>

TEST("there are more than 300 patterns; each becomes a sentence with every place filled")
{
	struct arena *a = arena_new();
	struct writing w = { .of_oneself = true, .mate = { "Ana", 3 }, .place = "Lisbon", .first_month = 7 };
	size_t n = 0;

	for (int f = 0; f < FUNCTIONS; f++) {
		const struct patterns *p = patterns_of((enum function)f);
		const char *const *lists[] = { p->did, p->learnt, p->next };
		const size_t sizes[] = { p->n_did, p->n_learnt, p->n_next };

		for (int l = 0; l < 3; l++)
			for (size_t i = 0; i < sizes[l]; i++, n++) {
				const char *text = pattern_fill(a, &w, lists[l][i], i);

				SAY(text);
				EQ(strchr(text, '{') == NULL, true);
				EQ(text[strlen(text) - 1], '.');
				NO(text[0] >= 'a' && text[0] <= 'z');
				YES(strstr(text, " i ") == NULL);
				SAY(NULL);
			}
	}
	YES(n >= 300);
	arena_free(a);
}

TEST("of 300 people no two of one unit or one manager write or read the same, whatever is asked")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 300, 42, (struct day){ 2026, 11, 24 });
	char *texts[300];

	for (size_t k = 0; k < 6; k++)          /* three texts of a form, on both sides */
		for (int i = 0; i < 300; i++) {
			texts[i] = plan_text(a, p, i, k % 2, (struct day){ 2026, 5, 1 }, k / 2, 3);
			SAY(texts[i]);
			for (int j = 0; j < i; j++)
				if (p->people[i].unit == p->people[j].unit || p->people[i].manager == p->people[j].manager)
					YES(strcmp(texts[i], texts[j]) != 0);
			SAY(NULL);
		}
	arena_free(a);
}

TEST("a person's texts differ, and their manager has other words than they")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 300, 9, (struct day){ 2026, 11, 24 });
	struct day since = { 2026, 5, 1 };

	for (int i = 0; i < 300; i++) {
		struct writing w = plan_writing(p, i, true, since), other = plan_writing(p, i, true, since);

		other.question = 1;
		YES(strcmp(writing_text(a, &w, DID), writing_text(a, &other, DID)) != 0);
		YES(strcmp(plan_text(a, p, i, true, since, 0, 3), plan_text(a, p, i, true, since, 1, 3)) != 0);
	}
	arena_free(a);
}

TEST("of the months before somebody came nothing is told")
{
	struct arena *a = arena_new();
	struct writing w = { .mate = { "Ana", 3 }, .place = "Lisbon", .first_month = 1, .since = 4 };

	for (uint64_t salt = 0; salt < 40; salt++)
		SAME(pattern_fill(a, &w, "{month}, {later}", salt), "May, June");
	arena_free(a);
}

TEST("a manager speaks to the employee, an employee of themself")
{
	struct arena *a = arena_new();
	struct writing w = { .mate = { "Ana", 3 }, .place = "Lisbon", .first_month = 7 };

	SAME(pattern_fill(a, &w, "{my} note helped {me} when {I} {was} away.", 1), "Your note helped you when you were away.");
	w.of_oneself = true;
	SAME(pattern_fill(a, &w, "{my} note helped {me} when {I} {was} away.", 1), "My note helped me when I was away.");
	arena_free(a);
}
