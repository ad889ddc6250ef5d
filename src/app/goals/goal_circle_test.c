/* goal_circle_test.c: a goal is in a viewer's circle exactly when the policy lets them open its page; every owner, state and choice of readers. */
#include "access/policy_words.h"
#include "goals/goals.h"

#include "db/stage_test.h"

#include <stdio.h>

enum { PEOPLE = 12, FIRST = 1000, STATES = 4, SEEN = 3, OWNERS = 5, GOALS_AT = 30000 };

/* 1 above 2, 3, 8; 2 above 4, 5; 4 above 6; 3 above 7, 12; 8 above 9, 11; 10 nobody's report. */
static const int manager_of[PEOPLE + 1] = { 0, 0, 1, 1, 2, 2, 4, 3, 1, 8, 0, 8, 3 };
/* Units: 1 on top, 2 and 3 below it, 4 below 2. */
static const int unit_of[PEOPLE + 1] = { 0, 1, 2, 3, 4, 4, 4, 3, 1, 1, 1, 1, 3 };
static const int above_unit[5][3] = { { 0 }, { 1 }, { 2, 1 }, { 3, 1 }, { 4, 2, 1 } };
static const struct { int person; const char *role; int unit; } grants[] = {
	{ 8, "director", 1 }, { 9, "partner", 2 }, { 10, "performance", 1 }, { 11, "admin", 1 }, { 5, "partner", 3 }, { 12, "executive", 1 }, { 7, "analyst", 1 }, { 6, "director", 3 },
};
static const char *const states[STATES] = { "proposed", "open", "closed", "dropped" };
static const char *const seen_by[SEEN] = { "line", "unit", "all" };
/* Whose: person 4, person 7, unit 2 (head named), unit 3 (head found), the organisation. */
static const struct { const char *owner; int person, unit; } owners[OWNERS] = { { "person", 4, 0 }, { "person", 7, 0 }, { "unit", 0, 2 }, { "unit", 0, 3 }, { "organisation", 0, 0 } };

static const char *
key_of(int person, char *text, size_t n)
{
	snprintf(text, n, "session of %d", person);
	return text;
}

static void
make_person(struct rq *rq, int p)
{
	int depth = 0, reports = 0;
	char key[30];

	for (int i = 1; i <= PEOPLE; i++)
		reports += manager_of[i] == p;
	stage_sql(rq, "insert into person (id, kind, given, family, shown, sort_key, lang, version) values (%d, 'employee', 'P', '%d', 'P %d', 'p%02d', 'en', 1)", FIRST + p, p, p, p);
	stage_sql(rq, "insert into person_now (person_id, employed, sort_key, unit_id, manager_id, reports) values (%d, 1, 'p%02d', %d, nullif(%d, %d), %d)", FIRST + p, p, unit_of[p], FIRST + manager_of[p], FIRST, reports);
	for (int at = p; at; at = manager_of[at])
		stage_sql(rq, "insert into chain (above_id, below_id, depth) values (%d, %d, %d)", FIRST + at, FIRST + p, depth++);
	stage_sql(rq, "insert into account (id, person_id, sign_in_key, state, epoch, version) values (%d, %d, 'p%d', 'open', 1, 1)", 7000 + p, FIRST + p, p);
	session_begin(rq, key_digest(rq->arena, key_of(p, key, sizeof key)), (account_id){ 7000 + p }, (person_id){ FIRST + p }, rq->now, rq->now + 1, NULL);
}

static void
make_unit(struct rq *rq, int u)
{
	stage_sql(rq, "insert into unit (id, code_key, name, kind, starts_on, ends_on, version) values (%d, 'u%d', 'U', 'team', '2020-01-01', '9999-12-31', 1)", u, u);
	stage_sql(rq, "insert into unit_place (id, unit_id, parent_id, name, head_id, starts_on, ends_on, active) values (%d, %d, nullif(%d, 0), 'U', nullif(%d, 0), '2020-01-01', '9999-12-31', 1)",
	    8000 + u, u, u == 1 ? 0 : above_unit[u][1], u == 2 ? FIRST + 2 : 0);
	for (int i = 0; i < 3 && above_unit[u][i]; i++)
		stage_sql(rq, "insert into unit_chain (above_id, below_id, depth) values (%d, %d, %d)", above_unit[u][i], u, i);
}

static int64_t
goal_of(int owner, int state, int seen)
{
	return GOALS_AT + 100 * owner + 10 * state + seen;
}

static void
make_all(struct rq *rq, void *arg)
{
	(void)arg;
	for (int u = 1; u <= 4; u++)
		make_unit(rq, u);
	for (int p = 1; p <= PEOPLE; p++)
		make_person(rq, p);
	stage_sql(rq, "insert into dotted_now (manager_id, person_id) values (%d, %d)", FIRST + 3, FIRST + 4);
	for (size_t i = 0; i < COUNT(grants); i++)
		stage_sql(rq, "insert into role_grant (id, person_id, role_key, unit_id, starts_on, ends_on, active, given_by_id, reason)"
		    " values (%d, %d, '%s', %d, '2020-01-01', '9999-12-31', 1, %d, 'test')", 5000 + (int)i, FIRST + grants[i].person, grants[i].role, grants[i].unit, FIRST + 1);
	for (int o = 0; o < OWNERS; o++)
		for (int s = 0; s < STATES; s++)
			for (int r = 0; r < SEEN; r++)
				stage_sql(rq, "insert into goal (id, style, owner, person_id, unit_id, title, ambition, weight_milli, opens_on, due_on, seen_by, state, outcome, closed_on, made_by_id, made_at, version)"
				    " values (%d, 'smart', '%s', nullif(%d, %d), nullif(%d, 0), 'G', 'committed', 0, '2026-01-01', '2026-06-30', '%s', '%s', %s, %s, %d, 1, 1)",
				    (int)goal_of(o, s, r), owners[o].owner, FIRST + owners[o].person, FIRST, owners[o].unit, seen_by[r], states[s], s == 2 ? "'met'" : "null", s > 1 ? "'2026-06-30'" : "null", FIRST + 1);
	answers(rq);
	access_rebuild(rq);
}

struct pair { int64_t viewer, goal; };
struct pair_rows { size_t n; struct pair *at; };

static const struct column columns[] = {
	{ "viewer", KIND_INT, false, offsetof(struct pair, viewer) }, { "goal", KIND_INT, false, offsetof(struct pair, goal) },
};
static const struct piece circle_text = { "select distinct viewer_id, goal_id from visible_goal order by viewer_id, goal_id", ALWAYS, 0 };
static const struct statement circle = { "circle", MANY, &circle_text, 1, NULL, 0, columns, COUNT(columns), sizeof(struct pair) };

static bool
in_circle(const struct pair_rows *all, int viewer, int64_t goal)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].viewer == FIRST + viewer && all->at[i].goal == goal)
			return true;
	return false;
}

static int seen_pairs;

/* As the page is judged: what was asked before the viewer was known, then the policy. */
static void
compare_one(struct rq *rq, const struct pair_rows *all, int v, int64_t goal)
{
	char key[30], words[80];
	void *asked = goals_kinds[0].ask(rq, key_digest(rq->arena, key_of(v, key, sizeof key)), goal);
	struct subject s = { .of = OF_GOAL, .relations = 1u << COLLEAGUE };
	bool opens;

	YES(answers(rq));
	YES(goals_kinds[0].judge(rq, asked, &s));
	if (s.person.n == FIRST + v)
		s.relations |= 1u << SELF;
	opens = policy(SEE_GOAL, s.relations, s.state) == MAY;
	snprintf(words, sizeof words, "%d and goal %d", v, (int)goal);
	SAY(words);
	EQ(in_circle(all, v, goal), opens);
	seen_pairs += opens;
	SAY(NULL);
}

static void
compare(struct rq *rq, void *arg)
{
	const struct pair_rows *all = ask(rq, &circle, NULL, 0, -1);

	(void)arg;
	YES(answers(rq));
	seen_pairs = 0;
	for (int v = 1; v <= PEOPLE; v++)
		for (int o = 0; o < OWNERS; o++)
			for (int s = 0; s < STATES; s++)
				for (int r = 0; r < SEEN; r++)
					compare_one(rq, all, v, goal_of(o, s, r));
	EQ(seen_pairs, (int)all->n);
	/* Told by hand: 4's line goal, open: 4; 2 and 1 above; 3 by dotted line; 8, 9, 10 as HR; nobody else. */
	static const int by_hand[] = { 1, 2, 3, 4, 8, 9, 10 };
	size_t k = 0;
	for (int v = 1; v <= PEOPLE; v++) {
		bool there = k < COUNT(by_hand) && by_hand[k] == v;

		k += there;
		EQ(in_circle(all, v, goal_of(0, 1, 0)), there);
		YES(in_circle(all, v, goal_of(0, 1, 2)));       /* shown to all, open */
	}
	NO(in_circle(all, 6, goal_of(0, 0, 2)));                /* shown to all, not agreed yet */
	YES(in_circle(all, 6, goal_of(0, 1, 1)));               /* shown to the unit: 6 is in it */
	NO(in_circle(all, 7, goal_of(0, 1, 1)));                /* 7 is not */
	YES(in_circle(all, 3, goal_of(3, 1, 0)));               /* unit 3 has no named head: 3 leads it */
	YES(in_circle(all, 6, goal_of(3, 1, 0)));               /* HR director of unit 3 */
	NO(in_circle(all, 6, goal_of(4, 1, 0)));                /* and not of the organisation */
	NO(in_circle(all, 11, goal_of(4, 1, 0)));               /* an administrator keeps no goals */
}

static void
scene(struct store *s)
{
	EQ(stage_change(s, make_all, NULL), FINE);
	EQ(stage_read(s, compare, NULL), FINE);
}

TEST("a goal is in a viewer's circle exactly when its page opens, in every state")
{
	stage_each(scene);
}
