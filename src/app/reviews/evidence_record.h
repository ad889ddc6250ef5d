/* evidence_record.h: what a signed record says of a citation. Knows bytes and rows; no page, no reader. */
#ifndef REVIEWS_EVIDENCE_RECORD_H
#define REVIEWS_EVIDENCE_RECORD_H

#include "base/arena.h"
#include "reviews_queries.h"

/*
 * Day, kind and number of the item and the SHA-256 of its words (docs/record.md); the words themselves
 * only where everyone may read them, since the record's readers are not the item's. "gone": it was
 * taken back before the release.
 */
char *cite_record(struct arena *a, const struct record_cite *cite);

#endif
