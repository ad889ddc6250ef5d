/* head_judge_test.c: heads and HR roles as they are proposed, as tables. */
#include "access/head_judge.h"

#include "base/test.h"

#define CHOICE(who, many, in) { .unit = { 1 }, .person = { who }, .name = "P", .led = many, .inside = in }

static const struct {
	const char *words;
	int64_t people, head;
	struct head_choice choices[3];
	size_t n;
	int64_t proposed;
	const char *why;
} rows[] = {
	{ "who leads in it and is led by nobody of it", 9, 0, { CHOICE(5, 8, 1), CHOICE(6, 1, 0) }, 2, 5, "inside" },
	{ "of two, who leads more", 9, 0, { CHOICE(5, 5, 1), CHOICE(6, 2, 1) }, 2, 5, "inside" },
	{ "two alike: nobody guesses", 9, 0, { CHOICE(5, 4, 1), CHOICE(6, 4, 1) }, 2, 0, "unclear" },
	{ "led from outside, all of it", 4, 0, { CHOICE(6, 4, 0) }, 1, 6, "outside" },
	{ "from outside, a part of it", 4, 0, { CHOICE(6, 3, 0), CHOICE(7, 1, 0) }, 2, 0, "unclear" },
	{ "led by nobody", 4, 0, { { .led = 0 } }, 0, 0, "nobody" },
	{ "who is named stays named", 9, 6, { CHOICE(5, 8, 1), CHOICE(6, 0, 0) }, 2, 6, "named" },
};

TEST("the head of a unit is who is named, else who leads it, and nobody where that is unclear")
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct headed_unit unit = { .id = { 1 }, .name = "U", .people = rows[i].people, .head = { rows[i].head } };
		struct head_choice choices[3];
		struct headed_unit_rows units = { .at = &unit, .n = 1 };
		struct head_choice_rows list = { .at = choices, .n = rows[i].n };

		for (size_t k = 0; k < rows[i].n; k++)
			choices[k] = rows[i].choices[k];
		SAY(rows[i].words);
		heads_judge(&units, &list);
		EQ(unit.proposed.n, rows[i].proposed);
		SAME(unit.why, rows[i].why);
		for (size_t k = 0; k < rows[i].n; k++)
			EQ(choices[k].chosen, rows[i].proposed != 0 && choices[k].person.n == rows[i].proposed);
	}
	SAY(NULL);
}

static const struct { const char *title, *role; } titles[] = {
	{ "HR Director", "director" }, { "Head of People", "director" }, { "HR Business Partner", "partner" }, { "Talent Acquisition", "partner" },
	{ "Personalleiterin", "director" }, { "Personalreferent", "partner" }, { "Chief Executive", NULL }, { "Personal Assistant", NULL },
	{ "Engineer", NULL }, { "", NULL }, { NULL, NULL }, { "Leiter Personal", "director" },
};

TEST("a title that says HR suggests a role, other titles none")
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(titles); i++) {
		const char *role = hr_role_of(a, titles[i].title);

		SAY(titles[i].title ? titles[i].title : "no title");
		EQ(role != NULL, titles[i].role != NULL);
		if (role && titles[i].role)
			SAME(role, titles[i].role);
	}
	SAY(NULL);
	arena_free(a);
}
