/* evidence_record.c: a citation as a line of the signed record. No database, no markup, no clock. */
#include "reviews/evidence_record.h"

#include "base/day.h"
#include "base/digest.h"
#include "base/text.h"

#include <string.h>

char *
cite_record(struct arena *a, const struct record_cite *cite)
{
	char day[11], *words, *digest;

	day_write(cite->on_day, day);
	if (cite->words == NULL)
		return arena_print(a, "%s %s %lld gone", day, cite->kind, (long long)cite->ref.n);
	words = cite->value == NONE ? arena_copy(a, cite->words)
	    : arena_print(a, "%s: %s", cite->words, milli_text(a, cite->value));
	digest = hex_of(a, digest_take(a, words, strlen(words)));
	if (cite->seen_by == NULL || strcmp(cite->seen_by, "all") != 0)
		return arena_print(a, "%s %s %lld %s", day, cite->kind, (long long)cite->ref.n, digest);
	return arena_print(a, "%s %s %lld %s %s", day, cite->kind, (long long)cite->ref.n, digest, words);
}
