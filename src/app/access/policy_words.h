/* policy_words.h: the policy as it is shown: its lines, and keys for the words of relations. */
#ifndef ACCESS_POLICY_WORDS_H
#define ACCESS_POLICY_WORDS_H

#include "access/policy.h"

#include <stddef.h>

struct policy_row {
	enum capability may;
	uint32_t by;                    /* relations, one is enough */
	const char *states;             /* words with spaces; "" every state */
	enum capability seen;           /* what must be seen for a refusal to be told */
};

const struct policy_row *policy_rows(size_t *n);
bool policy_of_all(enum capability may);        /* about the organisation, not a record */
bool policy_never_own(enum capability may);     /* not on one's own record, whatever one is */

/* "self", "manager" …: the words of relation_to and of the words file; RELATIONS when unknown. */
const char *relation_word(enum relation r);
enum relation relation_of(const char *word);
uint32_t relation_bit(const char *word);         /* the same as a bit of a set; 0 when unknown */
const char *capability_word(enum capability c);  /* "see-home" … */

#endif
