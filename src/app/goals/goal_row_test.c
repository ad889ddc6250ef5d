/* goal_row_test.c: what a line of a list says of how far a goal has come. */
#include "base/test.h"
#include "goals/goal_pages.h"

#include <string.h>

static bool
says(const char *html, const char *words)
{
	return strstr(html, words) != NULL;
}

/* The list of one goal whose one measure went from 0 to that figure of 10. */
static const char *
list_with(struct arena *a, int64_t reached)
{
	struct rq *rq = NEW(a, struct rq);
	struct measure m = { .id = { 1 }, .goal = { 7 }, .name = "m", .kind = "number", .better = "up", .target = 10000, .high = NONE, .every = NONE,
		.reached = reached, .reached_on = reached == NONE ? (struct day){ 0 } : (struct day){ 2026, 11, 20 } };
	struct goal_line line = { .id = { 7 }, .owner = "person", .name = "Ana", .title = "Answer sooner", .state = "open",
		.opens = { 2026, 11, 1 }, .due = { 2026, 12, 31 } };
	struct goal_line_rows goals = { 1, &line };
	struct measure_rows measures = { 1, &m };
	struct goal_filter filter = { 0 };
	struct goal_list page = { .who = "Ana", .own = 1, .filter = &filter, .total = 1, .goals = &goals };
	struct reply r;

	rq->arena = a;
	rq->lang = "en";
	rq->zone = "UTC";
	goal_lines_judge(&goals, &measures, (struct day){ 2026, 11, 24 });
	r = goal_list_page(rq, &page);
	return r.body.n ? arena_print(a, "%.*s", (int)r.body.n, (const char *)r.body.at) : "";
}

TEST("a goal at nothing done says so; only one without a figure says that there is none")
{
	struct arena *a = arena_new();
	const char *none = list_with(a, NONE), *nothing_done = list_with(a, 0), *some = list_with(a, 4000);

	assert_true(says(none, "\"No figure yet\"") && says(none, "No step yet"));
	assert_false(says(nothing_done, "No figure yet"));
	assert_true(says(nothing_done, "Nothing done yet") && says(nothing_done, "0%"));
	assert_false(says(some, "No figure yet") || says(some, "Nothing done yet"));
	assert_true(says(some, "40% done"));
	arena_free(a);
}
