/* feedback_help_test.c: what was typed, and what its author is told. */
#include "base/test.h"
#include "feedback/feedback_help.h"

#include <string.h>

#define DONE_WELL "you took the two loud questions first and then asked the quiet half of the room"

static const struct {
	const char *words;
	struct feedback_said said;
	const char *help;               /* codes with spaces */
	int64_t example, date, impact, next, count;
} texts[] = {
	{ "all of it is there",
	  { "suggestion", "At the review on Monday", DONE_WELL, "so we decided in time", "Send the list a day before", { 2026, 11, 23 }, { 2026, 11, 24 } },
	  "", 1, 1, 1, 1, 32 },
	{ "praise asks for no next step",
	  { "praise", "At the review on Monday", DONE_WELL, "so we decided in time", NULL, { 2026, 11, 24 }, { 2026, 11, 24 } },
	  "", 1, 1, 1, 0, 26 },
	{ "two words of praise",
	  { "praise", NULL, "Great work!", NULL, NULL, { 0 }, { 2026, 11, 24 } },
	  "example brief impact date", 0, 0, 0, 0, 2 },
	{ "a suggestion that says only what was wrong",
	  { "suggestion", "Monday", DONE_WELL, "late", "better", { 2026, 11, 23 }, { 2026, 11, 24 } },
	  "example impact next", 0, 1, 0, 0, 19 },
	{ "after fourteen days it still counts as fresh",
	  { "praise", "At the last fair", DONE_WELL, "it brought us three orders", NULL, { 2026, 11, 10 }, { 2026, 11, 24 } },
	  "", 1, 1, 1, 0, 25 },
	{ "after fifteen not",
	  { "praise", "At the last fair", DONE_WELL, "it brought us three orders", NULL, { 2026, 11, 9 }, { 2026, 11, 24 } },
	  "late", 1, 1, 1, 0, 25 },
	{ "white space says nothing",
	  { "suggestion", "  \n ", DONE_WELL, "\t", "", { 2026, 11, 24 }, { 2026, 11, 24 } },
	  "example impact next", 0, 1, 0, 0, 16 },
};

TEST("the author is told what is missing, the most useful first, and each signal is kept as it is")
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *codes[HELP_MOST];
		size_t n = feedback_help(&texts[i].said, codes);
		struct feedback_signals s = feedback_signals(&texts[i].said);
		char all[200] = "";

		SAY(texts[i].words);
		for (size_t k = 0; k < n; k++)
			snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", k ? " " : "", codes[k]);
		SAME(all, texts[i].help);
		EQ(s.example, texts[i].example);
		EQ(s.date, texts[i].date);
		EQ(s.impact, texts[i].impact);
		EQ(s.next, texts[i].next);
		EQ(s.words, texts[i].count);
	}
	SAY(NULL);
}

TEST("a script that writes without spaces is counted by its length")
{
	struct feedback_said said = { .kind = "praise", .behaviour = "你先回答了两个最难的问题然后请安静的人先说出他们的看法再做决定" };

	EQ(feedback_signals(&said).words, 2);
}

TEST("help never grows beyond its room, whatever is left out")
{
	for (unsigned set = 0; set < 64; set++) {
		const char *codes[HELP_MOST];
		struct feedback_said said = {
			.kind = set & 1 ? "praise" : "suggestion", .situation = set & 2 ? "one two three" : NULL,
			.behaviour = set & 4 ? DONE_WELL : "x", .impact = set & 8 ? "one two three" : NULL,
			.next_step = set & 16 ? "one two three" : NULL, .happened = { set & 32 ? 2020 : 0, 1, 1 }, .given = { 2026, 1, 1 },
		};

		YES(feedback_help(&said, codes) <= HELP_MOST);
	}
}
