/* say_judge.h: what people said of a cycle, without their names: how it is padded, and what may be told. No database. */
#ifndef REVIEWS_SAY_JUDGE_H
#define REVIEWS_SAY_JUDGE_H

#include "base/arena.h"

#include <stdint.h>

/* At least so many answers for figures, and so many for texts. Frozen: the form says them. */
enum { SAY_FIGURES = 5, SAY_TEXTS = 10, SAY_TEXT_MOST = 1000, SAY_BYTES = 4 + 4 * SAY_TEXT_MOST };

/* One answer. */
struct said {
	int64_t worth;                  /* 1 to 5 */
	const char *change;             /* "" nothing written */
};

/* Always SAY_BYTES, whatever was written: its length tells nothing. */
struct blob said_pad(struct arena *a, const struct said *said);
/* false: it is none. */
bool said_read(struct arena *a, struct blob padded, struct said *said);

bool say_tells_figures(int64_t answers);
bool say_tells_texts(int64_t answers);

#endif
