/* goals_queries.h: as sqlgen would write it for types.json. */
#ifndef GOALS_QUERIES_H
#define GOALS_QUERIES_H
#include "db/rq.h"

struct goal {
	goal_id id;
	const char *title;
	struct day due;
	int64_t reached;
	const char *pace;
	int64_t come;
};
struct goal_rows {
	size_t n;
	struct goal *at;
};
#endif
