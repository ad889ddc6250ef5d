/* reviews_queries.h: as sqlgen would write it for types.json. */
#ifndef REVIEWS_QUERIES_H
#define REVIEWS_QUERIES_H
#include "db/rq.h"

struct section {
	section_id id;
	const char *name;
};
struct section_rows {
	size_t n;
	struct section *at;
};
struct question {
	question_id id;
	section_id section_id;
	const char *words, *answer;
};
struct question_rows {
	size_t n;
	struct question *at;
};
struct anchor {
	question_id question_id;
	int64_t value;
	const char *meaning;
	int64_t chosen;
};
struct anchor_rows {
	size_t n;
	struct anchor *at;
};
#endif
