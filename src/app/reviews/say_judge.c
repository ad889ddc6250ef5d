/* say_judge.c: how an answer is padded, and from how many answers on something is told. No database, no page. */
#include "reviews/say_judge.h"

#include <string.h>

struct blob
said_pad(struct arena *a, const struct said *said)
{
	char *bytes = arena_take(a, SAY_BYTES);
	size_t n = strlen(said->change);

	memset(bytes, 0, SAY_BYTES);
	bytes[0] = (char)('0' + said->worth);
	memcpy(bytes + 1, said->change, n < SAY_BYTES - 2 ? n : SAY_BYTES - 2);
	return (struct blob){ bytes, SAY_BYTES };
}

bool
said_read(struct arena *a, struct blob padded, struct said *said)
{
	const char *bytes = padded.at;

	if (padded.n != SAY_BYTES || bytes[0] < '1' || bytes[0] > '5' || bytes[SAY_BYTES - 1] != '\0')
		return false;
	said->worth = bytes[0] - '0';
	said->change = arena_copy_n(a, bytes + 1, strlen(bytes + 1));
	return true;
}

bool
say_tells_figures(int64_t answers)
{
	return answers >= SAY_FIGURES;
}

bool
say_tells_texts(int64_t answers)
{
	return answers >= SAY_TEXTS;
}
