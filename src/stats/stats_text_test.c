/* stats_text_test.c: sentences written for this test, and what must not change their counts. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_text.h"

#include <string.h>

static const struct {
	const char *text;
	bool specific, asks;
} sentence[] = {
	{ "You moved the payroll run from the 28th to the 25th and no correction was needed in three months.", true, false },
	{ "Send the draft contract to Priya two days before the supplier call.", true, true },
	{ "Nice work.", false, false },
	{ "He is a natural leader and everybody likes him.", false, false },
	{ "Your demo on Tuesday showed the customer all five open orders on one screen.", true, false },
	{ "If a ticket is older than ten days, call the customer before you answer it.", true, true },
	{ "Try to be more visible.", false, false },
	{ "She sometimes lacks confidence.", false, false },
	{ "After the audit you wrote a checklist that cut the closing from nine days to six.", true, false },
	{ "Book a room for the retrospective on Monday and bring the list of open risks.", true, true },
	{ "A pleasure to work with!", false, false },
	{ "Overall I am happy with the performance.", false, false },
	{ "In Q3 you trained four colleagues on the warehouse scanner; returns fell by 12 per cent.", true, false },
	{ "Split the release notes by customer, so support can send them in the week of the launch.", true, true },
	{ "Needs to grow in the role.", false, false },
	{ "Very friendly and helpful person.", false, false },
	{ "You let Marek finish his point in the April planning and took up his idea.", true, false },
	{ "Write down the decision and the owner within a day of each meeting.", true, true },
	{ "Keep up the good work next year.", false, false },
	{ "Could do better with communication.", false, false },
};

static double
auc(bool specific)
{
	double wins = 0, pairs = 0;

	for (size_t i = 0; i < COUNT(sentence); i++)
		for (size_t j = 0; j < COUNT(sentence); j++) {
			struct text_signals x = text_signals(sentence[i].text), y = text_signals(sentence[j].text);
			double one = specific ? x.specific : x.actionable, two = specific ? y.specific : y.actionable;

			if ((specific ? sentence[i].specific : sentence[i].asks) && !(specific ? sentence[j].specific : sentence[j].asks)) {
				wins += one > two ? 1 : one == two ? 0.5 : 0;
				pairs++;
			}
		}
	return wins / pairs;
}

TEST("specific sentences and those that ask come before the others (bars 0.90, 0.80)")
{
	printf("# text: AUC specific %.3f, actionable %.3f\n", auc(true), auc(false));
	YES(auc(true) >= 0.90);
	YES(auc(false) >= 0.80);
}

TEST("months and weekdays are dates, may and march only as months, a good year is none")
{
	static const struct {
		const char *text;
		size_t dates;
	} row[] = { { "in May we met", 1 }, { "you may go", 0 }, { "May I ask", 0 }, { "They march on", 0 }, { "on 3 March", 1 }, { "3 MAY 2025", 2 }, { "a good year", 0 }, { "next week", 1 },
		{ "the week", 0 }, { "by Friday, or in Q3", 2 }, { "in 2024", 1 }, { "", 0 }, { "in the last three", 1 } };

	for (size_t k = 0; k < COUNT(row); k++) {
		SAY(row[k].text);
		EQ(text_signals(row[k].text).dates, row[k].dates);
		EQ(text_signals(row[k].text).dated, row[k].dates > 0);
	}
}

TEST("numbers and names are counted within words and sentences")
{
	EQ(text_signals("From 240 to 35.5, or 1,200 in two days").numbers, 4);
	EQ(text_signals("Ana met Luis. Then I told Kim").names, 2);     /* Ana and Then start; I is no name */
	EQ(text_signals("Please, send it; open the list").asks, 2);
	EQ(text_signals("He will send it and open the list").asks, 0);
	EQ(text_signals(NULL).refusal, STATS_TOO_FEW);
	EQ(text_signals(" .,!? ").n, 0);
}

TEST("spaces and what comes twice do not change what a text is; scores lie between 0 and 1")
{
	struct random_source r = random_from(91);
	char text[300];

	for (size_t k = 0; k < COUNT(sentence); k++) {
		struct text_signals one = text_signals(sentence[k].text), two;
		size_t n = 0;

		for (const char *p = sentence[k].text; *p; p++) {
			text[n++] = *p;
			if (*p == ' ')
				text[n++] = ' ';
		}
		text[n] = '\0';
		two = text_signals(text);
		NEAR(one.specific, two.specific, 0);
		NEAR(one.actionable, two.actionable, 0);
	}
	for (int round = 0; round < 300; round++) {
		struct text_signals s;

		for (size_t i = 0; i < 200; i++)
			text[i] = (char)random_below(&r, 256);
		text[200] = '\0';
		s = text_signals(text);
		YES(s.refusal != STATS_GIVEN || (s.specific >= 0 && s.specific <= 1 && s.actionable >= 0 && s.actionable <= 1));
	}
}

TEST("likeness: 1 with itself, the same both ways, blind to capitals and stops")
{
	struct arena *a = arena_new();
	struct text_shape x = text_shape(a, "You answered all 18 questions within five days."), y = text_shape(a, "you ANSWERED all 18 questions, within five days"),
		z = text_shape(a, "Bring a written agenda to the meeting."), none = text_shape(a, "");

	NEAR(text_likeness(&x, &y), 1, 0);
	NEAR(text_likeness(&x, &z), text_likeness(&z, &x), 0);
	YES(text_likeness(&x, &z) < 0.2);
	NEAR(text_likeness(&none, &x), 0, 0);
	NEAR(text_likeness(&none, &none), 0, 0);
	NEAR(text_likeness(&(struct text_shape){ 2, (uint64_t[]){ 1, 2 } }, &(struct text_shape){ 3, (uint64_t[]){ 2, 3, 4 } }), 0.25, 1e-12);
	arena_free(a);
}

TEST("copied texts hang together, with a changed name too; short and different ones stay alone")
{
	static const char *const text[] = {
		"Anna led the migration of the billing system and kept everybody informed through the whole of the spring.",
		"Thanks!",
		"Peter led the migration of the billing system and kept everybody informed through the whole of the spring.",
		"Thanks!",
		"The onboarding guide reduced the time to a first commit from nine days to four.",
		"anna led the migration of the billing system, and kept everybody informed through the whole of the spring",
		NULL, "" };
	struct arena *a = arena_new();
	size_t group[COUNT(text)];

	EQ(near_duplicates(a, text, COUNT(text), 0.8, group), 2);
	EQ(group[2], 0);
	EQ(group[5], 0);
	EQ(group[3], 3);
	EQ(group[4], 4);
	EQ(near_duplicates(a, text, 0, 0.8, group), 0);
	arena_free(a);
}
