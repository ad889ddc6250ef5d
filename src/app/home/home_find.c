/* home_find.c: any person, page or record by a few letters: what each module finds, in one list. Knows no module. */
#include "home/home.h"
#include "home/home_nav.h"
#include "home_views.h"

#include "people/people_names.h"

#include <string.h>

enum { EACH = 7, MOST = 40, TYPED = 4, OF_LABEL = 8 };

const struct finder *const *home_finders;

/* Does every word typed begin a word of the label? */
static bool
fits(struct rq *rq, const char *label, const char *const *typed, size_t n)
{
	const char *words[OF_LABEL];
	size_t m = name_words(rq->arena, label, words, OF_LABEL);

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < m && strncmp(words[k], typed[i], strlen(typed[i])) != 0)
			k++;
		if (k == m)
			return false;
	}
	return true;
}

/* Pages of the viewer's own side bar; all of them while nothing is typed. */
static void
give_pages(struct rq *rq, const char *said, struct found_list *into)
{
	const char *typed[TYPED];
	size_t n = said ? name_words(rq->arena, said, typed, TYPED) : 0;
	const struct nav_item_rows *nav = nav_of(rq);

	for (size_t i = 0; i < nav->n && (n || !said); i++) {
		const char *label = words(rq->lang, arena_print(rq->arena, "nav.%s", nav->at[i].label));

		if (fits(rq, label, typed, n))
			found_add(into, (struct found){ "pages", label, NULL, nav->at[i].address });
	}
}

/* Asks every finder the viewer may use, in one round. */
static void
give_records(struct rq *rq, const char *said, struct found_list *into)
{
	void *asked[MOST] = { NULL };

	for (size_t i = 0; home_finders[i] && i < MOST; i++)
		if (rq_may(rq, home_finders[i]->may))
			asked[i] = home_finders[i]->ask(rq, said, EACH);
	if (!answers(rq))
		return;
	for (size_t i = 0; home_finders[i] && i < MOST; i++)
		if (asked[i])
			home_finders[i]->give(rq, asked[i], into);
}

struct reply
find_get(struct rq *rq)
{
	const char *said = rq_query(rq, "words");
	struct found_list list = { .room = MOST, .at = NEW_MANY(rq->arena, struct found, MOST) };
	struct find_line_rows *lines = NEW(rq->arena, struct find_line_rows);

	said = said && *said ? said : NULL;
	give_pages(rq, said, &list);
	if (said)
		give_records(rq, said, &list);
	lines->at = NEW_MANY(rq->arena, struct find_line, list.n);
	for (size_t i = 0; i < list.n; i++)
		lines->at[lines->n++] = (struct find_line){ list.at[i].kind, list.at[i].title, list.at[i].more, list.at[i].address };
	return find_page(rq, &(struct find){ .words = said, .lines = lines });
}
