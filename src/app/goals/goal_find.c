/* goal_find.c: goals by the first letters of their words: one's own and near ones, as far as one may see them. Knows no page. */
#include "goals/goals.h"
#include "goals_queries.h"

#include "people/people_names.h"

#include <string.h>

enum { LOOKED_AT = 300, TYPED = 4, OF_TITLE = 24 };

/* What was typed waits for the rows. */
struct search {
	const char *typed[TYPED];
	size_t n;
	int64_t most;
	const struct found_goal_rows *goals;
};

static void *
ask_goals(struct rq *rq, const char *typed, int64_t most)
{
	struct search *s = NEW(rq->arena, struct search);

	s->n = name_words(rq->arena, typed, s->typed, TYPED);
	if (s->n == 0)
		return NULL;
	s->most = most;
	s->goals = goals_near(rq, rq->viewer, LOOKED_AT);
	return s;
}

/* Every word typed begins a word of the title. */
static bool
fits(struct rq *rq, const char *title, const struct search *s)
{
	const char *words[OF_TITLE];
	size_t n = name_words(rq->arena, title, words, OF_TITLE);

	for (size_t i = 0; i < s->n; i++) {
		size_t k = 0;

		while (k < n && strncmp(words[k], s->typed[i], strlen(s->typed[i])) != 0)
			k++;
		if (k == n)
			return false;
	}
	return true;
}

static void
give_goals(struct rq *rq, void *asked, struct found_list *into)
{
	const struct search *s = asked;
	int64_t n = 0;

	for (size_t i = 0; i < s->goals->n && n < s->most; i++) {
		const struct found_goal *g = &s->goals->at[i];

		if (fits(rq, g->title, s) && ++n)
			found_add(into, (struct found){ "goals", g->title, *g->name ? g->name : NULL, arena_print(rq->arena, "/goals/%lld", (long long)g->id.n) });
	}
}

const struct finder goal_finder = { SEE_HOME, ask_goals, give_goals };
