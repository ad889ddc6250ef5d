/* calendar_pages.c: one calendar for everybody: the programme's days, and one's own. Reads, asks, judges, shows. */
#include "home/calendar_file.h"
#include "home/calendar_judge.h"
#include "home/home.h"

#include <string.h>

enum { LINES = 500, AHEAD = 366, BEHIND = 31 };

static void
judge_line(struct rq *rq, struct calendar_line *l)
{
	long long id = l->id;

	if (strcmp(l->kind, "phase") != 0)
		l->link = arena_print(rq->arena, "/%ss/%lld", l->kind, id);
	else
		l->link = may(rq, SEE_COMPLETION) ? arena_print(rq->arena, "/cycles/%lld", id) : "/reviews";
	l->tone = strcmp(l->kind, "phase") == 0 ? "accent" : strcmp(l->kind, "goal") == 0 ? "good" : "info";
}

static void
judge_lines(struct rq *rq, struct calendar_line_rows *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		judge_line(rq, &lines->at[i]);
}

/* The pages lead a year back and a year ahead: nothing of the programme is planned further. NULL: no further. */
static const char *
month_name(struct rq *rq, struct day first)
{
	int apart = days_between(rq->today, first);

	return apart > AHEAD || apart < -AHEAD ? NULL : arena_print(rq->arena, "%04d-%02d", first.y, first.m);
}

struct reply
calendar_get(struct rq *rq)
{
	struct day first = month_said(rq_query(rq, "month"), rq->today), begins = month_begins(first);
	struct calendar_line_rows *lines = calendar_lines(rq, rq->viewer, begins, day_plus(begins, MONTH_DAYS - 1), LINES);
	struct calendar page = {
		.month = arena_print(rq->arena, "%d", first.m), .year = first.y, .lines = lines,
		.days = month_days(rq->arena, first, rq->today),
		.before = month_name(rq, month_before(first)), .after = month_name(rq, month_after(first)),
	};

	answers(rq);
	judge_lines(rq, lines);
	page.marks = month_marks(rq->arena, first, lines);
	return calendar_page(rq, &page);
}

/* For the calendar on one's phone: a month back and a year ahead, as it stands now. */
struct reply
calendar_file_get(struct rq *rq)
{
	struct calendar_line_rows *lines = calendar_lines(rq, rq->viewer, day_plus(rq->today, -BEHIND), day_plus(rq->today, AHEAD), LINES);
	struct reply reply;

	answers(rq);
	judge_lines(rq, lines);
	reply = reply_bytes("text/calendar; charset=utf-8", calendar_file(rq, lines));
	reply.file_name = "meridian.ics";
	return reply;
}
