/* goal_sheet.c: a list of goals as a file for spreadsheets: what its page shows, no more. Asks nothing. */
#include "goals/goal_pages.h"

#include "views/sheet.h"

static void
put_line(struct sheet *s, const struct goal_line *g)
{
	sheet_text(s, g->name);
	sheet_text(s, g->title);
	sheet_word(s, "goal_state", g->state);
	if (g->outcome != NULL)
		sheet_word(s, "goal_outcome", g->outcome);
	else
		sheet_word(s, "goal_health", g->health);
	sheet_int(s, g->said ? g->progress : NONE);
	sheet_day(s, g->opens);
	sheet_day(s, g->due);
	sheet_row(s);
}

struct reply
goal_sheet(struct rq *rq, const struct goal_line_rows *goals)
{
	static const char *const heads[] = { "goal_sheet.name", "goal_sheet.title", "goal_sheet.state", "goal_sheet.stands", "goal_sheet.come",
		"goal_sheet.opens", "goal_sheet.due" };
	struct sheet s;

	if (!fine(rq))
		return nothing();
	sheet_begin(&s, rq);
	sheet_heads(&s, heads, COUNT(heads));
	for (size_t i = 0; i < goals->n; i++)
		put_line(&s, &goals->at[i]);
	return sheet_reply(&s, "goals.csv");
}
