/* stats_graph.c: connected components by union-find. Knows no people. */
#include "stats/stats_graph.h"

static size_t
root(size_t *parent, size_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

struct graph_parts
graph_parts(struct arena *a, const uint32_t *left_of, const uint32_t *right_of, size_t n, size_t left, size_t right)
{
	struct graph_parts g = { 0, NEW_MANY(a, size_t, left), NEW_MANY(a, size_t, right) };
	size_t *parent = NEW_MANY(a, size_t, left + right), *name = NEW_MANY(a, size_t, left + right);
	bool *met = NEW_MANY(a, bool, left + right);

	for (size_t i = 0; i < left + right; i++) {
		parent[i] = i;
		name[i] = SIZE_MAX;
	}
	for (size_t i = 0; i < n; i++) {
		met[left_of[i]] = met[left + right_of[i]] = true;
		parent[root(parent, left + right_of[i])] = root(parent, left_of[i]);
	}
	for (size_t i = 0; i < left + right; i++) {
		size_t top = root(parent, i);

		if (met[i] && name[top] == SIZE_MAX)
			name[top] = g.count++;
		*(i < left ? &g.left[i] : &g.right[i - left]) = met[i] ? name[top] : SIZE_MAX;
	}
	return g;
}
