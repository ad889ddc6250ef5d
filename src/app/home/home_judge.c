/* home_judge.c: what a home page makes of its rows. No clock, no database, no markup. */
#include "home/home_judge.h"

#include <string.h>

enum { SOON = 7, NEAR = 3 };

const char *
due_word(struct day due, struct day today)
{
	int days = days_between(today, due);

	return days < 0 ? "late" : days == 0 ? "today" : days <= SOON ? "soon" : "later";
}

const char *
due_tone(const char *due)
{
	return strcmp(due, "late") == 0 ? "bad" : strcmp(due, "later") == 0 ? "quiet" : "warn";
}

const char *
need_icon(const char *verb)
{
	static const struct { const char *verb, *icon; } icons[] = {
		{ "review.self", "clipboard-check" }, { "review.manager", "pencil" }, { "review.release", "send" },
		{ "review.acknowledge", "eye" }, { "review.talk", "messages" },
		{ "goal.agree", "target" }, { "goal.step", "target" },
		{ "task.do", "list-check" }, { "correction.answer", "pencil" },
		{ "cycle.say", "star" },
		{ "feedback.answer", "message-circle" },
		{ "review.approve", "check" },
		{ "review.former", "history" },
		{ "import.check", "users" },
	};

	for (size_t i = 0; i < COUNT(icons); i++)
		if (strcmp(icons[i].verb, verb) == 0)
			return icons[i].icon;
	return "list-check";
}

/* What is asked of the person themself is only their own part; the rest goes by its days. */
static bool
is_done(const struct home_phase *p, bool self_in, bool released)
{
	if (strcmp(p->key, "self") == 0)
		return self_in;
	return strcmp(p->key, "release") == 0 && released;
}

const char *
phase_stands(const struct home_phase *p, bool self_in, bool released, struct day today)
{
	if (is_done(p, self_in, released))
		return "done";
	if (days_between(today, p->opens_on) > 0)
		return "ahead";
	if (days_between(p->closes_on, today) <= 0)
		return "now";
	return strcmp(p->key, "self") == 0 ? "late" : "done";
}

const char *
greeting_of(const char clock[static 6])
{
	int hour = (clock[0] - '0') * 10 + clock[1] - '0';

	return hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

int64_t
share_of(int64_t part, int64_t whole)
{
	return whole > 0 ? clamp(part * 100 / whole, 0, 100) : 0;
}
