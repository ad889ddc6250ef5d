/* find.h: what a module offers to who looks for something by a few letters. Knows titles and addresses only. */
#ifndef VIEWS_FIND_H
#define VIEWS_FIND_H

#include "http/web.h"

/* One thing found. kind: "find_kind.KIND" of a words file ("people"); more: a line about it, or NULL. */
struct found {
	const char *kind, *title, *more, *address;
};

struct found_list {
	size_t n, room;
	struct found *at;
};

/*
 * What a module answers with. `ask` queues queries whose rows only the viewer may see (as its own lists do) and
 * returns its own struct, or NULL when these letters cannot be of its kind; `give` after answers adds at most
 * `most` of them, the nearest first. Listed in modules.c.
 */
struct finder {
	int may;                        /* capability about no subject; without it nothing is asked */
	void *(*ask)(struct rq *rq, const char *typed, int64_t most);
	void (*give)(struct rq *rq, void *asked, struct found_list *into);
};

/* Adds one, if there is room. */
void found_add(struct found_list *into, struct found one);

#endif
