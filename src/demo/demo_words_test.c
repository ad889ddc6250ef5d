/* demo_words_test.c: the texts: enough patterns, every place known, no two of a team alike. */
#include "demo/demo_plan.h"

#include "base/test.h"

#include <string.h>

TEST("there are more than 300 patterns, each ends as a sentence and names no place twice unknown")
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

static struct writing
writing_of(const struct plan *p, int i, size_t question)
{
	const struct plan_person *who = &p->people[i];

	return (struct writing){
		.of_oneself = true, .function = who->reports > 0 ? LEADING : who->function,
		.mate = { "Ana", 3 }, .place = "Lisbon", .first_month = 7, .team = (uint64_t)who->manager,
		.rank = (size_t)who->rank, .question = question,
	};
}

TEST("of 300 people no two of one unit or one manager write the same, whatever is asked")
{
	static const int kinds[] = { DID, LEARNT, NEXT | LEARNT, DID | NEXT };
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 300, 42, (struct day){ 2026, 11, 24 });

	for (size_t k = 0; k < COUNT(kinds); k++) {
		char *texts[300];

		for (int i = 0; i < 300; i++) {
			struct writing w = writing_of(p, i, k);

			texts[i] = writing_text(a, &w, kinds[k]);
			for (int j = 0; j < i; j++)
				if (p->people[i].unit == p->people[j].unit || p->people[i].manager == p->people[j].manager)
					YES(strcmp(texts[i], texts[j]) != 0);
		}
	}
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
