/* part_judge.c: where does a part stand, and is an answer owed? No clock, no database, no HTML. */
#include "base/text.h"
#include "reviews/reviews.h"

#include <string.h>

static bool
is_unfinished(const struct part_asked *p)
{
	return strcmp(p->state, "asked") == 0 || strcmp(p->state, "writing") == 0;
}

const char *
part_state(const struct part_asked *p, struct day today)
{
	if (is_unfinished(p)) {
		if (p->over || day_none(p->opens) || phase_judge(p->opens, p->due, (struct day){ 0 }, today) != PHASE_OPEN)
			return "closed";
		return p->state;
	}
	if (strcmp(p->state, "submitted") != 0)
		return "closed";
	if (p->released)
		return "released";
	return p->both ? "both" : "submitted";
}

bool
answer_is_missing(const char *kind, bool required, int64_t value, const char *words)
{
	if (!required)
		return false;
	return strcmp(kind, "text") != 0 ? value == NONE : text_empty(words);
}

bool
may_nudge(int64_t nudged_at, const char *address, int64_t today_from)
{
	return address != NULL && nudged_at < today_from;
}
