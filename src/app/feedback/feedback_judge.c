/* feedback_judge.c: in which state feedback and a request are. No requests, no rows, no clock. */
#include "feedback/feedback_judge.h"

#include <string.h>

static const int64_t DAY = INT64_C(24) * 3600 * 1000000;

const char *
feedback_state(const char *seen_by, int64_t given_at, int64_t withdrawn_at, int64_t now)
{
	static const char *const states[][3] = {
		{ "receiver", "receiver", "receiver-fresh" }, { "manager", "manager", "manager-fresh" }, { "all", "all", "all-fresh" },
	};

	if (withdrawn_at != NONE)
		return "withdrawn";
	for (size_t i = 0; i < COUNT(states); i++)
		if (strcmp(states[i][0], seen_by) == 0)
			return states[i][now - given_at < DAY ? 2 : 1];
	return "withdrawn";             /* a word nobody knows opens to nobody */
}

const char *
asked_state(const char *state, struct day due, struct day today)
{
	return strcmp(state, "open") == 0 && day_compare(due, today) < 0 ? "lapsed" : state;
}
