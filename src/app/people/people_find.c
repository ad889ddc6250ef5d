/* people_find.c: people by the first letters of their names. As in the directory: number and e-mail find only
 * whom the viewer may see. Knows no page. */
#include "people/people.h"
#include "people/people_names.h"

static const char *
word_end(struct rq *rq, const char *word)
{
	return word ? arena_print(rq->arena, "%s\xf4\x8f\xbf\xbf", word) : NULL;
}

static void *
ask_people(struct rq *rq, const char *typed, int64_t most)
{
	const char *words[2] = { NULL, NULL };

	if (name_words(rq->arena, typed, words, COUNT(words)) == 0)
		return NULL;
	return people_list(rq, rq->viewer, words[0], word_end(rq, words[0]), words[1], word_end(rq, words[1]),
	    (unit_id){ 0 }, true, NULL, most, PEOPLE_LIST_BY_NAME);
}

static void
give_people(struct rq *rq, void *asked, struct found_list *into)
{
	const struct person_line_rows *people = asked;

	for (size_t i = 0; i < people->n; i++) {
		const struct person_line *p = &people->at[i];

		found_add(into, (struct found){ "people", p->name,
		    p->job && p->unit ? arena_print(rq->arena, "%s, %s", p->job, p->unit) : p->job ? p->job : p->unit,
		    arena_print(rq->arena, "/people/%lld", (long long)p->person.n) });
	}
}

const struct finder people_finder = { SEE_PEOPLE, ask_people, give_people };
