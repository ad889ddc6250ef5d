/* phase_judge.h: what a phase's days mean. Knows days; no clock, no database. */
#ifndef CYCLES_PHASE_JUDGE_H
#define CYCLES_PHASE_JUDGE_H

#include "base/day.h"

#include <stdbool.h>

enum phase_state { PHASE_AHEAD, PHASE_OPEN, PHASE_CLOSED };

/*
 * The phase on `today`. Its first and its last day are both open: a deadline ends with its day.
 * `until` is one person's later last day; no day where they have none. An extension never shortens.
 */
enum phase_state phase_judge(struct day opens, struct day closes, struct day until, struct day today);

/* The last day somebody may write: the later of the two. */
struct day phase_due(struct day closes, struct day until);

/*
 * May a cycle be closed? Once everything is released, or once every phase is over. A key of cycles_words, or
 * NULL. unreleased: reviews not released yet.
 */
const char *close_flaw(int64_t unreleased, bool phases_over);

/* Its key in cycles_words: "ahead", "open", "closed". */
const char *phase_word(enum phase_state state);

#endif
