/* goal_list_pages.c: lists of goals: one person's, a team's, the tree. Reads, asks, judges, shows. */
#include "goals/goal_pages.h"
#include "goals/goal_standing.h"

#include "base/text.h"

#include <string.h>

/* A list is judged whole, since how a goal stands is not kept, and shown by the page. */
enum { WHOLE = 5000, PAGE = 50, LIST = 200, TEAM = 200, TEAM_GOALS = 1000, KEPT = 50 };

/* One of several parts of the wish, each of which may be missing. */
static bool
is_wished(struct rq *rq, const struct goal_filter *f, const struct goal_line *g)
{
	if (f->health != NULL && *f->health && strcmp(f->health, g->health) != 0)
		return false;
	if (text_empty(f->words))
		return true;
	return strstr(text_fold(rq->arena, g->title), text_fold(rq->arena, f->words)) != NULL;
}

static void
keep_wished(struct rq *rq, const struct goal_filter *f, struct goal_line_rows *goals)
{
	size_t kept = 0;

	for (size_t i = 0; i < goals->n; i++)
		if (is_wished(rq, f, &goals->at[i]))
			goals->at[kept++] = goals->at[i];
	goals->n = kept;
}

static struct goal_filter
filter_of(struct rq *rq)
{
	struct goal_filter f = goal_filter_read(rq);

	rq->refusals = NULL;    /* nonsense in an address counts as nothing */
	return f;
}

/* All goals of the wish, judged, in its order; answers. */
static struct goal_line_rows *
wished_goals(struct rq *rq, person_id person, const struct goal_filter *f)
{
	int64_t running = f->show == NULL || strcmp(f->show, "running") == 0 ? 1 : strcmp(f->show, "closed") == 0 ? 0 : NONE;
	int sort = f->sort != NULL && strcmp(f->sort, "newest") == 0 ? PERSON_GOALS_BY_NEWEST : PERSON_GOALS_BY_DUE;
	struct goal_line_rows *goals = person_goals(rq, rq->viewer, person, running, sort, WHOLE);
	const struct measure_rows *measures = person_measures(rq, rq->viewer, person);

	answers(rq);
	goal_lines_judge(goals, measures, rq->today);
	return goals;
}

/* Keeps the page behind the goal that was last on the one before; *next the last of this one, 0 when nothing follows. */
static void
keep_page(struct goal_line_rows *goals, goal_id after, goal_id *next)
{
	size_t from = 0;

	for (size_t i = 0; after.n != 0 && i < goals->n && from == 0; i++)
		if (goals->at[i].id.n == after.n)
			from = i + 1;
	if (from > 0)
		*goals = (struct goal_line_rows){ goals->n - from, goals->at + from };
	if (goals->n > PAGE) {
		goals->n = PAGE;
		*next = goals->at[PAGE - 1].id;
	}
}

static struct reply
list_of(struct rq *rq, person_id person, const char *who, bool own)
{
	struct goal_filter f = filter_of(rq);
	struct goal_list page = {
		.who = who, .person = person, .own = own, .filter = &f, .proposes = may(rq, PROPOSE_GOAL), .goals = wished_goals(rq, person, &f),
	};

	keep_wished(rq, &f, page.goals);
	page.total = (int64_t)page.goals->n;
	keep_page(page.goals, f.after, &page.next);
	return goal_list_page(rq, &page);
}

struct reply
goals_get(struct rq *rq)
{
	return list_of(rq, rq->viewer, rq_who(rq) ? rq_who(rq)->name : "", true);
}

struct reply
person_goals_get(struct rq *rq)
{
	return list_of(rq, rq_person(rq), rq_subject(rq)->name, rq_person(rq).n == rq->viewer.n);
}

static struct reply
file_of(struct rq *rq, person_id person)
{
	struct goal_filter f = filter_of(rq);
	struct goal_line_rows *goals = wished_goals(rq, person, &f);

	keep_wished(rq, &f, goals);
	return goal_sheet(rq, goals);
}

struct reply
goals_file_get(struct rq *rq)
{
	return file_of(rq, rq->viewer);
}

struct reply
person_goals_file_get(struct rq *rq)
{
	return file_of(rq, rq_person(rq));
}

static bool
is_shown(const char *only, const struct goal_standing *t)
{
	if (only == NULL || !*only)
		return true;
	if (strcmp(only, "none") == 0)
		return t->goals == 0;
	if (strcmp(only, "behind") == 0)
		return t->behind > 0;
	return strcmp(only, "silent") == 0 ? t->silent > 0 : t->waiting > 0;
}

/* Goals of people who are not shown go with them. */
static void
keep_goals(struct goal_line_rows *goals, const struct team_member_rows *members)
{
	size_t kept = 0;

	for (size_t i = 0; i < goals->n; i++)
		for (size_t k = 0; k < members->n; k++)
			if (members->at[k].id.n == goals->at[i].person.n) {
				goals->at[kept++] = goals->at[i];
				break;
			}
	goals->n = kept;
}

static struct team_member_rows *
members_of(struct rq *rq, const struct person_choice_rows *people, struct goal_team *page, const char *only)
{
	struct team_member_rows *rows = NEW(rq->arena, struct team_member_rows);

	rows->at = NEW_MANY(rq->arena, struct team_member, people->n);
	for (size_t i = 0; i < people->n; i++) {
		struct goal_standing t = goal_standing(page->goals, people->at[i].id);

		page->none += t.goals == 0;
		page->behind += t.behind > 0;
		page->silent += t.silent > 0;
		page->waiting += t.waiting > 0;
		if (is_shown(only, &t))
			rows->at[rows->n++] = (struct team_member){ .id = people->at[i].id, .name = people->at[i].name, .running = t.goals,
				.health = t.worst, .tone = health_tone(t.worst) };
	}
	return rows;
}

/* Whoever is wished of the team, and their goals, judged; answers. */
static void
team_wished(struct rq *rq, struct goal_team *page, const char *only)
{
	const struct person_choice_rows *people = team_people(rq, rq->viewer, TEAM);
	const struct measure_rows *measures = team_measures(rq, rq->viewer);

	page->goals = team_goals(rq, rq->viewer, TEAM_GOALS);
	answers(rq);
	goal_lines_judge(page->goals, measures, rq->today);
	page->members = members_of(rq, people, page, only);
	keep_goals(page->goals, page->members);
}

struct reply
goals_team_get(struct rq *rq)
{
	struct team_filter f = team_filter_read(rq);
	struct goal_team page = { .filter = &f };

	rq->refusals = NULL;
	team_wished(rq, &page, f.only);
	return goal_team_page(rq, &page);
}

struct reply
goals_team_file_get(struct rq *rq)
{
	struct team_filter f = team_filter_read(rq);
	struct goal_team page = { .filter = &f };

	rq->refusals = NULL;
	team_wished(rq, &page, f.only);
	return goal_sheet(rq, page.goals);
}

/* The line upwards as crumbs go: the top first. */
static void
turn_round(struct goal_up_rows *ups)
{
	for (size_t i = 0; i < ups->n / 2; i++) {
		struct goal_up up = ups->at[i];

		ups->at[i] = ups->at[ups->n - 1 - i];
		ups->at[ups->n - 1 - i] = up;
	}
}

static struct reply
tops(struct rq *rq)
{
	struct goal_tree page = { .goals = goal_tops(rq, rq->viewer, LIST), .kept = units_kept(rq, rq->viewer, KEPT),
		.head = NEW(rq->arena, struct goal_line_rows), .ups = NEW(rq->arena, struct goal_up_rows) };
	const struct measure_rows *measures = goal_top_measures(rq, rq->viewer);

	answers(rq);
	goal_lines_judge(page.goals, measures, rq->today);
	return goal_tree_page(rq, &page);
}

struct reply
goals_tree_get(struct rq *rq)
{
	struct tree_filter f = tree_filter_read(rq);
	struct goal_tree page = { .under = f.under };
	const struct measure_rows *measures;

	rq->refusals = NULL;
	if (f.under.n == 0)
		return tops(rq);
	page.head = goal_line_seen(rq, rq->viewer, f.under);
	page.ups = goal_upwards(rq, rq->viewer, f.under);
	page.goals = goal_below(rq, rq->viewer, f.under, LIST);
	page.kept = NEW(rq->arena, struct person_choice_rows);
	measures = goal_below_measures(rq, rq->viewer, f.under);
	answers(rq);
	if (page.head->n == 0)
		end_with(rq, ABSENT, "a goal of the tree that is not there, or not seen");
	turn_round(page.ups);
	goal_lines_judge(page.goals, measures, rq->today);
	goal_lines_judge(page.head, NEW(rq->arena, struct measure_rows), rq->today);
	return goal_tree_page(rq, &page);
}
