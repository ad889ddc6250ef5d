/* access_test.c: the circles agree with a naive walk up the lines, pair by pair, on both engines. */
#include "access/policy_words.h"

#include "db/stage_test.h"

#include <string.h>

void scope_build(struct rq *rq, person_id person);
void access_rebuild(struct rq *rq);

enum { PEOPLE = 12, UNITS = 4, FIRST = 1000 };

/* Small enough to draw: 1 above 2, 3, 8; 2 above 4, 5; 4 above 6; 3 above 7, 12; 8 (HR) above 9, 11. 10 has left. */
static const int manager_of[PEOPLE + 1] = { 0, 0, 1, 1, 2, 2, 4, 3, 1, 8, 0, 8, 3 };
static const int unit_of[PEOPLE + 1] = { 0, 1, 2, 3, 4, 2, 4, 3, 3, 3, 4, 3, 3 };
static const int parent_of[UNITS + 1] = { 0, 0, 1, 1, 2 };
static const bool employed[PEOPLE + 1] = { 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1 };
static const int dotted[][2] = { { 5, 7 }, { 2, 6 }, { 7, 9 } };         /* manager, person; 2 is above 6 already */
static const struct { int person; const char *role; int unit; } grants[] = {
	{ 8, "director", 1 }, { 9, "partner", 2 }, { 9, "partner", 4 }, { 11, "performance", 1 }, { 12, "admin", 1 }, { 5, "partner", 3 },
};

/* ---- the naive walk */

static bool
is_above(int above, int below)
{
	for (int at = manager_of[below]; at; at = manager_of[at])
		if (at == above)
			return true;
	return false;
}

static bool
unit_covers(int above, int below)
{
	for (int at = below; at; at = parent_of[at])
		if (at == above)
			return true;
	return false;
}

static bool
is_dotted(int manager, int person)
{
	for (size_t i = 0; i < COUNT(dotted); i++)
		if (dotted[i][0] == manager && dotted[i][1] == person)
			return true;
	return false;
}

/* Roles of the viewer that cover the person; never themself, nor anybody above them. */
static uint32_t
roles_over(int viewer, int person)
{
	uint32_t set = 0;

	if (viewer == person || is_above(person, viewer))
		return 0;
	for (size_t i = 0; i < COUNT(grants); i++)
		if (grants[i].person == viewer && unit_covers(grants[i].unit, unit_of[person]))
			set |= relation_bit(grants[i].role);
	return set;
}

static uint32_t
naive_relations(int viewer, int person)
{
	uint32_t set = roles_over(viewer, person);

	if (viewer == person && employed[person])
		set |= 1u << SELF;
	if (manager_of[person] == viewer)
		set |= 1u << MANAGER;
	else if (is_above(viewer, person))
		set |= 1u << ABOVE;
	if (is_dotted(viewer, person))
		set |= 1u << DOTTED;
	return set;
}

static bool
naive_visible(int viewer, int person)
{
	static const uint32_t sees = 1u << SELF | 1u << MANAGER | 1u << ABOVE | 1u << DOTTED | 1u << PARTNER | 1u << DIRECTOR | 1u << PERFORMANCE;

	return (naive_relations(viewer, person) & sees) != 0;
}

/* ---- the same as rows */

static void
make_units(struct rq *rq)
{
	for (int u = 1; u <= UNITS; u++) {
		stage_sql(rq, "insert into unit (id, code_key, name, kind, starts_on, ends_on, version) values (%d, 'u%d', 'U', 'team', '2020-01-01', '9999-12-31', 1)", u, u);
		for (int at = u, depth = 0; at; at = parent_of[at])
			stage_sql(rq, "insert into unit_chain (above_id, below_id, depth) values (%d, %d, %d)", at, u, depth++);
	}
}

static void
make_person(struct rq *rq, int p)
{
	int depth = 0;

	stage_sql(rq, "insert into person (id, kind, given, family, shown, sort_key, lang, version) values (%d, 'employee', 'P', '%d', 'P %d', 'p%02d', 'en', 1)", FIRST + p, p, p, p);
	stage_sql(rq, "insert into person_now (person_id, employed, sort_key, unit_id) values (%d, %d, 'p%02d', %d)", FIRST + p, employed[p], p, unit_of[p]);
	for (int at = p; employed[p] && at; at = manager_of[at])
		stage_sql(rq, "insert into chain (above_id, below_id, depth) values (%d, %d, %d)", FIRST + at, FIRST + p, depth++);
}

static void
make_all(struct rq *rq, void *arg)
{
	(void)arg;
	make_units(rq);
	for (int p = 1; p <= PEOPLE; p++)
		make_person(rq, p);
	for (size_t i = 0; i < COUNT(dotted); i++)
		stage_sql(rq, "insert into dotted_now (manager_id, person_id) values (%d, %d)", FIRST + dotted[i][0], FIRST + dotted[i][1]);
	for (size_t i = 0; i < COUNT(grants); i++)
		stage_sql(rq, "insert into role_grant (id, person_id, role_key, unit_id, starts_on, ends_on, active, given_by_id, reason)"
		    " values (%d, %d, '%s', %d, '2020-01-01', '9999-12-31', 1, %d, 'test')", 5000 + (int)i, FIRST + grants[i].person, grants[i].role, grants[i].unit, FIRST + 1);
	answers(rq);
	access_rebuild(rq);
}

/* ---- compared */

struct pair { int64_t viewer, person; const char *relation; };
struct pair_rows { size_t n; struct pair *at; };

static const struct column columns[] = {
	{ "viewer", KIND_INT, false, offsetof(struct pair, viewer) }, { "person", KIND_INT, false, offsetof(struct pair, person) },
	{ "relation", KIND_TEXT, false, offsetof(struct pair, relation) },
};
static const struct piece see_text = { "select viewer_id, person_id, 'seen' from visible_person order by viewer_id, person_id", ALWAYS, 0 };
static const struct piece be_text = { "select viewer_id, person_id, relation from relation_to order by viewer_id, person_id, relation", ALWAYS, 0 };
static const struct piece reach_text = { "select viewer_id, people, 'reach' from reach order by viewer_id", ALWAYS, 0 };
static const struct statement see = { "see", MANY, &see_text, 1, NULL, 0, columns, COUNT(columns), sizeof(struct pair) };
static const struct statement be = { "be", MANY, &be_text, 1, NULL, 0, columns, COUNT(columns), sizeof(struct pair) };
static const struct statement reach = { "reach", MANY, &reach_text, 1, NULL, 0, columns, COUNT(columns), sizeof(struct pair) };

static void
compare_seen(const struct pair_rows *seen, const struct pair_rows *reaches)
{
	int times[PEOPLE + 1][PEOPLE + 1] = { 0 }, sum[PEOPLE + 1] = { 0 };

	for (size_t i = 0; i < seen->n; i++)
		times[seen->at[i].viewer - FIRST][seen->at[i].person - FIRST]++;
	for (int v = 1; v <= PEOPLE; v++)
		for (int p = 1; p <= PEOPLE; p++) {
			EQ(times[v][p], naive_visible(v, p));   /* exactly once: a person seen twice doubles a list */
			sum[v] += naive_visible(v, p);
		}
	for (size_t i = 0; i < reaches->n; i++)
		EQ(reaches->at[i].person, sum[reaches->at[i].viewer - FIRST]);
}

static void
compare_relations(const struct pair_rows *are)
{
	uint32_t set[PEOPLE + 1][PEOPLE + 1] = { 0 };

	for (size_t i = 0; i < are->n; i++)
		set[are->at[i].viewer - FIRST][are->at[i].person - FIRST] |= relation_bit(are->at[i].relation);
	for (int v = 1; v <= PEOPLE; v++)
		for (int p = 1; p <= PEOPLE; p++)
			EQ(set[v][p], naive_relations(v, p));
}

static void
compare(struct rq *rq, void *arg)
{
	const struct pair_rows *seen = ask(rq, &see, NULL, 0, -1), *are = ask(rq, &be, NULL, 0, -1), *reaches = ask(rq, &reach, NULL, 0, -1);

	(void)arg;
	YES(answers(rq));
	YES(seen->n > PEOPLE);
	compare_seen(seen, reaches);
	compare_relations(are);
}

static void
scene(struct store *s)
{
	EQ(stage_change(s, make_all, NULL), FINE);
	EQ(stage_read(s, compare, NULL), FINE);
}

TEST("who sees whom, and as what, is what a naive walk up lines and units finds")
{
	stage_each(scene);
}
