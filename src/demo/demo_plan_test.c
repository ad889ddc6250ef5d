/* demo_plan_test.c: organisations of many sizes: spans, roles, uniqueness, sameness. */
#include "demo/demo_plan.h"

#include "base/test.h"
#include "demo/demo_names.h"

#include <stdlib.h>
#include <string.h>

#define TODAY ((struct day){ 2026, 11, 24 })

static const int sizes[] = { 12, 13, 14, 15, 17, 20, 25, 33, 39, 40, 41, 55, 80, 120, 149, 150, 151, 200, 300, 420, 650, 1000, 2500, 5000, 10000 };

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* How many of n texts another one equals. */
static int
doubles(const char **texts, size_t n)
{
	int twice = 0;

	qsort(texts, n, sizeof *texts, by_text);
	for (size_t i = 1; i < n; i++)
		twice += strcmp(texts[i - 1], texts[i]) == 0;
	return twice;
}

TEST("an organisation has as many people as asked, each below the chief, spans within reason")
{
	for (size_t s = 0; s < COUNT(sizes); s++) {
		struct arena *a = arena_new();
		struct plan *p = plan_make(a, sizes[s], 7, TODAY);
		int leads = 0, good = 0;

		SAY(arena_print(a, "%d people", sizes[s]));
		for (int i = 0; i < p->employed; i++) {
			int steps = 0;

			for (int at = i; at != 0; at = p->people[at].manager)
				YES(++steps < 8);
			YES(p->people[i].reports <= 10);
			leads += p->people[i].reports > 0;
			good += p->people[i].reports >= 4 && p->people[i].reports <= 9;
		}
		YES(sizes[s] < 100 || good * 10 >= leads * 8);
		EQ(p->people[p->n_people - 1].outside, true);
		SAY(NULL);
		arena_free(a);
	}
}

TEST("nine different people stand for the roles, whatever the size")
{
	for (size_t s = 0; s < COUNT(sizes); s++) {
		struct arena *a = arena_new();
		struct plan *p = plan_make(a, sizes[s], 3, TODAY);
		int who[9] = { plan_employee(p), plan_lead(p), plan_head(p) };

		SAY(arena_print(a, "%d people", sizes[s]));
		for (int r = ROLE_PARTNER; r <= ROLE_ADMIN; r++)
			who[2 + r] = plan_with(p, (enum plan_role)r, NOBODY);
		for (int i = 0; i < 9; i++) {
			YES(who[i] >= 0);
			YES(p->people[who[i]].email != NULL);
			for (int j = 0; j < i; j++)
				YES(who[i] != who[j]);
		}
		EQ(p->people[who[0]].reports, 0);
		EQ(p->people[who[0]].manager, who[1]);
		EQ(p->units[p->people[who[1]].unit].kind[0], 't');
		EQ(p->units[p->people[who[2]].unit].depth, 1);
		SAY(NULL);
		arena_free(a);
	}
}

TEST("no two units have one name, no two people one e-mail, and e-mails are plain ASCII")
{
	for (size_t s = 0; s < COUNT(sizes); s++) {
		struct arena *a = arena_new();
		struct plan *p = plan_make(a, sizes[s], 11, TODAY);
		const char **texts = NEW_MANY(a, const char *, (size_t)p->n_people);
		size_t n = 0;

		for (int u = 0; u < p->n_units; u++)
			texts[n++] = p->units[u].name;
		EQ(doubles(texts, n), 0);
		n = 0;
		for (int i = 0; i < p->n_people; i++)
			if (p->people[i].email)
				texts[n++] = p->people[i].email;
		for (size_t i = 0; i < n; i++) {
			YES(strspn(texts[i], "abcdefghijklmnopqrstuvwxyz0123456789.-@") == strlen(texts[i]));
			YES(texts[i][0] != '.' && strstr(texts[i], ".@") == NULL && strstr(texts[i], "-.") == NULL);
		}
		EQ(doubles(texts, n), 0);
		arena_free(a);
	}
}

TEST("days are in order: hired, moved, left, today")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 650, 5, TODAY);
	int gone = 0;

	for (int i = 0; i < p->board; i++) {
		const struct plan_person *who = &p->people[i];

		YES(day_compare(who->hired, TODAY) < 0);
		YES(day_none(who->moved) || (day_compare(who->hired, who->moved) < 0 && day_compare(who->moved, TODAY) < 0));
		YES(day_none(who->left) || (day_compare(who->hired, who->left) < 0 && day_compare(who->left, TODAY) <= 0));
		YES(who->earlier_manager != i && who->dotted != i);
		gone += !day_none(who->left);
	}
	YES(gone > 20);
	arena_free(a);
}

TEST("equal seeds and days give equal plans; another seed another one")
{
	struct arena *a = arena_new();
	struct plan *p = plan_make(a, 300, 42, TODAY), *q = plan_make(a, 300, 42, TODAY);
	struct plan *other = plan_make(a, 300, 43, TODAY);
	int same = 0;

	for (int i = 0; i < p->n_people; i++) {
		SAME(p->people[i].shown, q->people[i].shown);
		EQ(day_compare(p->people[i].hired, q->people[i].hired), 0);
		EQ(p->people[i].job, q->people[i].job);
		same += strcmp(p->people[i].shown, other->people[i].shown) == 0;
	}
	YES(same < 5);
	arena_free(a);
}

TEST("names are of more than twenty languages: 400 different given names, 500 different family names")
{
	struct arena *a = arena_new();
	const char **given = NEW_MANY(a, const char *, 2000), **family = NEW_MANY(a, const char *, 2000);
	size_t n = 0, m = 0;

	for (size_t c = 0; c < culture_count(); c++) {
		const struct culture *of = culture_at(c);

		SAY(of->lang);
		EQ(list_count(of->given) % 2, 0);
		YES(!of->family_by_turns || list_count(of->family) % 2 == 0);
		for (size_t i = 0; i < list_count(of->given); i++, n++)
			given[n] = arena_copy_n(a, list_item(of->given, i, false).at, list_item(of->given, i, false).n);
		for (size_t i = 0; i < list_count(of->family); i++, m++)
			family[m] = arena_copy_n(a, list_item(of->family, i, false).at, list_item(of->family, i, false).n);
	}
	SAY(NULL);
	YES(culture_count() > 20);
	YES((int)n - doubles(given, n) >= 400);
	YES((int)m - doubles(family, m) >= 500);
	arena_free(a);
}
