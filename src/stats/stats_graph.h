/* stats_graph.h: who hangs together with whom. Knows no people: two sorts of numbered nodes and edges. */
#ifndef STATS_GRAPH_H
#define STATS_GRAPH_H

#include "base/arena.h"

/* Connected components of the graph of `left` and `right` nodes with an edge left_of[i] - right_of[i] for each i < n,
 * by union-find (Tarjan 1975). Nodes without an edge are in no component (SIZE_MAX). Components are numbered in the
 * order of their first left node. */
struct graph_parts {
	size_t count;
	size_t *left, *right;   /* component of each node */
};
struct graph_parts graph_parts(struct arena *a, const uint32_t *left_of, const uint32_t *right_of, size_t n, size_t left, size_t right);

#endif
