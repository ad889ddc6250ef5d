/* feedback_help.c: situation, behaviour, impact, next step: is it there? No requests, no rows, no clock; no word of a language. */
#include "feedback/feedback_help.h"

#include <string.h>

enum { PHRASE = 3, BRIEF = 8, STALE_DAYS = 14, LETTERS = 12 };

/*
 * Runs of letters between spaces. Scripts that write without spaces are counted by their length instead: a run of
 * 12 signs or more is worth one word for every 12.
 */
static int64_t
words_in(const char *text)
{
	int64_t words = 0, run = 0;

	for (; text != NULL; text++) {
		unsigned char c = (unsigned char)*text;
		bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';

		if (space && run > 0)
			words += run < LETTERS ? 1 : run / LETTERS;
		if (c == '\0')
			break;
		if (space)
			run = 0;
		else if ((c & 0xc0) != 0x80)
			run++;
	}
	return words;
}

struct feedback_signals
feedback_signals(const struct feedback_said *said)
{
	return (struct feedback_signals){
		.example = words_in(said->situation) >= PHRASE,
		.date = !day_none(said->happened),
		.impact = words_in(said->impact) >= PHRASE,
		.next = words_in(said->next_step) >= PHRASE,
		.words = words_in(said->situation) + words_in(said->behaviour) + words_in(said->impact) + words_in(said->next_step),
	};
}

size_t
feedback_help(const struct feedback_said *said, const char *codes[static HELP_MOST])
{
	struct feedback_signals s = feedback_signals(said);
	bool praise = strcmp(said->kind, "praise") == 0;
	size_t n = 0;

	if (!s.example)
		codes[n++] = "example";
	if (words_in(said->behaviour) < BRIEF)
		codes[n++] = "brief";
	if (!s.impact)
		codes[n++] = "impact";
	if (!s.next && !praise)
		codes[n++] = "next";
	if (!s.date)
		codes[n++] = "date";
	else if (days_between(said->happened, said->given) > STALE_DAYS)
		codes[n++] = "late";
	return n;
}

const char *
feedback_help_field(const char *code)
{
	static const struct { const char *code, *field; } fields[] = {
		{ "example", "situation" }, { "brief", "behaviour" }, { "impact", "impact" }, { "next", "next_step" }, { "date", "happened" }, { "late", "happened" },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].code, code) == 0)
			return fields[i].field;
	return "behaviour";
}
