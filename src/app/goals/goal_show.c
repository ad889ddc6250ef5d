/* goal_show.c: one goal: how it stands and why, what it serves, who agreed, what was said. Reads, asks, judges, shows. */
#include "goals/goal_pages.h"

#include "views/chart.h"

#include <string.h>

enum { STEPS = 200, BELOW = 100, TASKS = 50, POINTS = 100 };

const char *
goal_side(const struct rq *rq)
{
	uint32_t is = rq_subject(rq)->relations;

	return is & 1u << SELF ? "owner" : is & 1u << MANAGER ? "manager" : NULL;
}

static bool
has_agreed(const struct assent_line_rows *assents, const char *part)
{
	for (size_t i = 0; i < assents->n; i++)
		if (part != NULL && strcmp(assents->at[i].part, part) == 0)
			return true;
	return false;
}

static const char *
waits_for(const struct goal_head *g, const struct assent_line_rows *assents)
{
	bool owner = has_agreed(assents, "owner"), manager = has_agreed(assents, "manager") || g->manager.n == 0;

	return owner && manager ? "nobody" : owner ? "manager" : manager ? "owner" : "both";
}

/* The steps of one measure that hold, oldest first, as a line. */
static void
draw(struct rq *rq, struct measure *m, const struct step_line_rows *steps, struct day opens)
{
	struct chart_point points[POINTS];
	struct chart_spark spark;
	size_t n = 0;

	for (size_t i = steps->n; i-- > 0 && n < POINTS;)
		if (steps->at[i].measure.n == m->id.n && !steps->at[i].replaced)
			points[n++] = (struct chart_point){ days_between(opens, steps->at[i].on_day), steps->at[i].value };
	spark = chart_spark(rq->arena, points, n);
	m->spark = n > 1 ? spark.line : NULL;
	m->spark_end = spark.end;
	m->spark_n = spark.n;
	m->spark_first = spark.first;
	m->spark_last = spark.last;
}

/* What somebody reads who only may see the goal: figures, no words of anybody. */
static void
keep_inside(struct rq *rq, struct goal_show *page)
{
	if (may(rq, SEE_GOAL_INSIDE))
		return;
	for (size_t i = 0; i < page->steps->n; i++)
		page->steps->at[i].note = NULL;
}

static const struct measure *
measure_of(const struct measure_rows *measures, measure_id id)
{
	for (size_t i = 0; i < measures->n; i++)
		if (measures->at[i].id.n == id.n)
			return &measures->at[i];
	return NULL;
}

static void
say_steps(struct rq *rq, struct step_line_rows *steps, const struct measure_rows *measures)
{
	for (size_t i = 0; i < steps->n; i++) {
		struct step_line *s = &steps->at[i];
		const struct measure *m = measure_of(measures, s->measure);

		s->figure = m ? goal_figure(rq, m, s->value) : "";
		s->may_correct = !s->replaced && may(rq, MOVE_GOAL);
	}
}

static void
judge(struct rq *rq, struct goal_show *page)
{
	const struct goal_head *g = page->head;
	struct pace p = goal_pace(page->measures->at, page->measures->n, g->opens, g->due, rq->today);
	int64_t line = come_percent(p.line), grace = come_percent(GRACE);

	page->health = goal_health(g->state, &p);
	page->tone = health_tone(page->health);
	page->come = come_percent(p.come);
	page->line = line;
	page->grace = grace;
	page->needs = clamp(line - grace, 0, 100);
	page->said = p.said;
	page->today = rq->today;
	page->silent = p.silent;
	page->speaks_by = p.speaks_by;
	page->my_side = goal_side(rq);
	page->waits = waits_for(g, page->assents);
	page->agreed_by_me = has_agreed(page->assents, page->my_side);
	measures_judge(page->measures->at, page->measures->n, g->opens, g->due, rq->today);
	measures_say(rq, page->measures);
	say_steps(rq, page->steps, page->measures);
	for (size_t i = 0; i < page->measures->n; i++)
		draw(rq, &page->measures->at[i], page->steps, g->opens);
}

struct smart_line_rows *
smart_lines_of(struct rq *rq, const struct goal_head *g, const struct measure_rows *measures)
{
	struct measure_terms terms[MEASURES_MOST];
	size_t n = measures->n < MEASURES_MOST ? measures->n : MEASURES_MOST;

	for (size_t i = 0; i < n; i++)
		terms[i] = measure_terms_of(&measures->at[i]);
	return goal_smart(rq->arena, &(struct goal_terms){ g->title, g->why, g->lever, g->success, g->seen_by, g->opens, g->due, g->parent, terms, n });
}

struct reply
goal_get(struct rq *rq)
{
	goal_id id = rq_goal(rq);
	const struct goal_head *head = goal_head(rq, rq->viewer, id);
	const struct measure_rows *below;
	struct goal_show page = {
		.head = head, .measures = goal_measures(rq, rq->viewer, id), .steps = goal_steps(rq, rq->viewer, id, STEPS),
		.ups = goal_upwards(rq, rq->viewer, id), .below = goal_below(rq, rq->viewer, id, BELOW),
		.assents = goal_assents(rq, rq->viewer, id), .comments = goal_comments(rq, rq->viewer, id), .changes = goal_changes(rq, rq->viewer, id),
		.tasks = goal_tasks(rq, rq->viewer, id, TASKS),
	};

	below = goal_below_measures(rq, rq->viewer, id);
	if (!answers(rq))
		return nothing();
	judge(rq, &page);
	goal_lines_judge(page.below, below, rq->today);
	for (size_t i = 0; i < page.tasks->n; i++)
		page.tasks->at[i].late = strcmp(page.tasks->at[i].lane, "done") != 0 && day_compare(page.tasks->at[i].due, rq->today) < 0;
	page.smart = smart_lines_of(rq, head, page.measures);
	keep_inside(rq, &page);
	if (!may(rq, SEE_GOAL_INSIDE)) {
		struct goal_head *without = NEW(rq->arena, struct goal_head);

		*without = *head;
		without->look_back = NULL;
		page.head = without;
	}
	return goal_show_page(rq, &page);
}
