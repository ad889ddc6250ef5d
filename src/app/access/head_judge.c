/* head_judge.c: who probably heads a unit? And whose title says HR? Rows and words only. */
#include "access/head_judge.h"

#include "people/people_names.h"

#include <string.h>

/* Choices come by unit, those inside first, most led first. */
static void
judge_unit(struct headed_unit *u, const struct head_choice *at, size_t n)
{
	u->why = "nobody";
	u->proposed = u->head;
	if (u->head.n) {
		u->why = "named";
		return;
	}
	if (n == 0)
		return;
	if (at[0].inside) {
		bool tie = n > 1 && at[1].inside && at[1].led == at[0].led;

		u->why = tie ? "unclear" : "inside";
		u->proposed = tie ? (person_id){ 0 } : at[0].person;
		return;
	}
	u->why = at[0].led == u->people ? "outside" : "unclear";
	if (at[0].led == u->people)
		u->proposed = at[0].person;
}

void
heads_judge(struct headed_unit_rows *units, struct head_choice_rows *choices)
{
	for (size_t i = 0; i < units->n; i++) {
		struct headed_unit *u = &units->at[i];
		size_t from = 0, to;

		while (from < choices->n && choices->at[from].unit.n != u->id.n)
			from++;
		for (to = from; to < choices->n && choices->at[to].unit.n == u->id.n; to++)
			;
		judge_unit(u, choices->at + from, to - from);
		for (size_t k = from; k < to; k++)
			choices->at[k].chosen = u->proposed.n != 0 && choices->at[k].person.n == u->proposed.n;
	}
}

/* Of the words of a title as lists know them: folded. A word in the list that ends in "*" stands for all that begin so. */
static bool
among(const char *word, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if ((*list)[n - 1] == '*' ? strncmp(word, *list, n - 1) == 0 : strcmp(word, *list) == 0)
			return true;
	}
	return false;
}

const char *
hr_role_of(struct arena *a, const char *title)
{
	static const char *const hr[] = { "hr", "hrbp", "chro", "human", "people", "personnel", "talent", "personal*", "recruit*", NULL };
	static const char *const leads[] = { "head", "director", "direktor*", "chief", "vp", "chro", "lead", "leiter*", "leitung", "personalleit*", NULL };
	static const char *const other[] = { "assistant", "assistenz", NULL };
	const char *words[8];
	size_t n = title ? name_words(a, title, words, 8) : 0;
	bool is_hr = false, is_lead = false;

	for (size_t i = 0; i < n; i++) {
		if (among(words[i], other))
			return NULL;
		is_hr = is_hr || among(words[i], hr);
		is_lead = is_lead || among(words[i], leads);
	}
	return !is_hr ? NULL : is_lead ? "director" : "partner";
}
