/* figures_judge.c: which units' figures may be shown. No viewer, no clock, no database. */
#include "home/figures_judge.h"

#include "home/small_judge.h"

enum { CHILDREN = 1000, DEEPEST = 32 };

static struct figures_unit *
unit_of(struct figures_unit_rows *rows, unit_id unit)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].id.n == unit.n)
			return &rows->at[i];
	return NULL;
}

/* More children than that are all hidden: nobody looks through so many. */
static void
judge_children(struct figures_unit_rows *rows, const struct figures_unit *above)
{
	int64_t people[CHILDREN];
	bool shown[CHILDREN];
	size_t n = 0;

	for (size_t i = 0; i < rows->n && n < CHILDREN; i++)
		if (rows->at[i].parent.n == above->id.n)
			people[n++] = rows->at[i].people;
	small_groups(above->people, people, shown, n);
	n = 0;
	for (size_t i = 0; i < rows->n && n < CHILDREN; i++)
		if (rows->at[i].parent.n == above->id.n)
			rows->at[i].shown = above->shown && shown[n++];
}

const struct figures_unit *
figures_judge(struct figures_unit_rows *rows, unit_id unit)
{
	struct figures_unit *path[DEEPEST], *at = unit_of(rows, unit);
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		rows->at[i].shown = false;
	for (; at != NULL && n < DEEPEST; at = at->parent.n ? unit_of(rows, at->parent) : NULL)
		path[n++] = at;
	if (n == 0 || path[n - 1]->parent.n != 0)
		return NULL;
	path[n - 1]->shown = path[n - 1]->people >= SMALL;
	for (size_t i = n; i-- > 0;)
		judge_children(rows, path[i]);
	return path[0]->shown && path[0]->people >= SMALL ? path[0] : NULL;
}
