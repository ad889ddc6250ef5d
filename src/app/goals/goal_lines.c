/* goal_lines.c: rows of goals made ready to be shown. Judges by goal_pace; knows no request but its language. */
#include "goals/goal_lines.h"

#include "base/out.h"
#include "views/chart.h"
#include "views/views.h"

#include <string.h>

const char *
health_tone(const char *health)
{
	static const struct { const char *health, *tone; } tones[] = {
		{ "done", "good" }, { "good", "good" }, { "slow", "warn" }, { "late", "bad" }, { "stale", "warn" }, { "proposed", "info" },
	};

	for (size_t i = 0; i < COUNT(tones); i++)
		if (strcmp(tones[i].health, health) == 0)
			return tones[i].tone;
	return "quiet";
}

struct measure *
measures_of(const struct measure_rows *all, goal_id goal, size_t *n)
{
	size_t low = 0, high = all->n, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all->at[middle].goal.n < goal.n)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < all->n && all->at[end].goal.n == goal.n;)
		end++;
	*n = end - low;
	return *n ? all->at + low : NULL;
}

static bool
is_over(const char *state)
{
	return strcmp(state, "closed") == 0 || strcmp(state, "dropped") == 0;
}

const char *
goal_health(const char *state, const struct pace *p)
{
	return is_over(state) || (p->said == 0 && strcmp(state, "proposed") == 0) ? state : p->health;
}

static void
judge_line(struct goal_line *g, const struct measure *m, size_t n, struct day today)
{
	struct pace p = goal_pace(m, n, g->opens, g->due, today);
	struct chart_progress bar = chart_progress(come_percent(p.come), is_over(g->state) || p.said == 0 ? NONE : come_percent(p.line));

	g->health = goal_health(g->state, &p);
	g->tone = g->outcome == NULL ? health_tone(g->health) : strcmp(g->outcome, "met") == 0 ? "good" : strcmp(g->outcome, "partly") == 0 ? "info" : "warn";
	g->said = p.said;
	g->measures = p.measures;
	g->silent = p.silent;
	g->progress = come_percent(p.come);
	g->progress_bar = bar.bar;
	g->progress_line = bar.line;
	g->progress_tone = g->tone;
}

void
goal_lines_judge(struct goal_line_rows *goals, const struct measure_rows *measures, struct day today)
{
	for (size_t i = 0; i < goals->n; i++) {
		size_t n;
		const struct measure *m = measures_of(measures, goals->at[i].id, &n);

		judge_line(&goals->at[i], m, n, today);
	}
}

/* Whole digits in threes, then as many decimals as the measure has. */
static void
put_decimal(struct rq *rq, struct out *o, int64_t value, int64_t decimals)
{
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	char *whole = arena_print(rq->arena, "%llu", (unsigned long long)(size / 1000));
	char *part = arena_print(rq->arena, "%03u", (unsigned)(size % 1000));
	size_t n = strlen(whole);

	if (value < 0)
		put(o, "-");
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			put(o, words(rq->lang, "shape.thousands"));
		put_char(o, whole[i]);
	}
	while (decimals < 3 && decimals < (int64_t)strlen(part) && strspn(part + decimals, "0") != strlen(part + decimals))
		decimals++;
	if (decimals > 0) {
		put(o, words(rq->lang, "shape.point"));
		put_n(o, part, (size_t)decimals);
	}
}

const char *
goal_figure(struct rq *rq, const struct measure *m, int64_t value)
{
	struct out o;

	if (value == NONE)
		return words(rq->lang, "goal_figure.none");
	if (strcmp(m->kind, "yesno") == 0)
		return words(rq->lang, value > 0 ? "goal_figure.yes" : "goal_figure.no");
	out_init(&o, rq->arena);
	put_decimal(rq, &o, value, m->decimals);
	if (strcmp(m->kind, "percent") == 0)
		put(&o, words(rq->lang, "shape.percent"));
	else if (m->unit != NULL && *m->unit)
		put_format(&o, " %s", m->unit);
	return o.at;
}

static const char *
goal_target(struct rq *rq, const struct measure *m)
{
	if (m->high == NONE || strcmp(m->better, "within") != 0)
		return goal_figure(rq, m, m->target);
	return arena_print(rq->arena, "%s – %s", goal_figure(rq, m, m->target), goal_figure(rq, m, m->high));
}

void
measures_say(struct rq *rq, struct measure_rows *measures)
{
	for (size_t i = 0; i < measures->n; i++) {
		struct measure *m = &measures->at[i];
		struct chart_progress bar = chart_progress(m->come, m->come == NONE ? NONE : m->line);

		m->from = goal_figure(rq, m, m->baseline);
		m->now = goal_figure(rq, m, m->reached);
		m->to = goal_target(rq, m);
		m->arrow = m->better;
		m->progress = m->come;
		m->progress_bar = bar.bar;
		m->progress_line = bar.line;
		m->progress_tone = m->come == NONE ? "quiet" : m->come >= 100 ? "good" : "info";
		m->spark_tone = "info";
		m->spark_n = 0;
	}
}

struct goal_results
goal_results_ask(struct rq *rq, person_id person, struct day from, struct day to)
{
	return (struct goal_results){ goals_in_period(rq, rq->viewer, person, from, to), measures_in_period(rq, rq->viewer, person, from, to) };
}

void
goal_results_judge(struct rq *rq, const struct goal_results *results, struct day on)
{
	goal_lines_judge(results->goals, results->measures, on);
	for (size_t i = 0; i < results->goals->n; i++) {
		size_t n;
		struct measure *m = measures_of(results->measures, results->goals->at[i].id, &n);

		measures_judge(m, n, results->goals->at[i].opens, results->goals->at[i].due, on);
	}
	measures_say(rq, results->measures);
}
