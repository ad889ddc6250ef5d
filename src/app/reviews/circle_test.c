/* circle_test.c: a review is in a viewer's circle exactly when the policy lets them open its page; every relation, every state. */
#include "access/policy_words.h"
#include "access/access.h"
#include "reviews/reviews.h"

#include "db/stage_test.h"

#include <string.h>

enum { PEOPLE = 12, FIRST = 1000, STATES = 14, CYCLES_AT = 10000, MEMBERS_AT = 20000, REVIEWS_AT = 30000 };

/* 1 above 2, 3, 8; 2 above 4, 5; 4 above 6; 3 above 7, 12; 8 (HR) above 9, 11; 10 (HR of all, nobody's report) above none. */
static const int manager_of[PEOPLE + 1] = { 0, 0, 1, 1, 2, 2, 4, 3, 1, 8, 0, 8, 3 };
static const struct { int person; const char *role; } grants[] = { { 8, "director" }, { 9, "partner" }, { 10, "performance" }, { 11, "admin" }, { 5, "partner" } };
/* The review of 4 is approved by 7, who is not above them any more, where a second level approves. */
static const struct { const char *state; int approval, withdrawn; } states[STATES] = {
	{ "open", 0, 0 }, { "written", 0, 0 }, { "calibrated", 0, 0 }, { "approved", 0, 0 }, { "released", 0, 0 }, { "acknowledged", 0, 0 }, { "locked", 0, 0 }, { "cancelled", 0, 0 },
	{ "open", 1, 0 }, { "written", 1, 0 }, { "released", 1, 0 }, { "open", 1, 1 }, { "written", 1, 1 }, { "approved", 0, 1 },
};
/* Who else writes in the review of 4, and how far that has come. */
static const struct { int writer; const char *state; } writers[] = { { 7, "asked" }, { 12, "writing" }, { 6, "submitted" }, { 3, "nominated" }, { 5, "declined" }, { 11, "removed" } };

static const char *
key_of(int person, char *text, size_t n)
{
	snprintf(text, n, "session of %d", person);
	return text;
}

static void
make_person(struct rq *rq, int p)
{
	int depth = 0;
	char key[30];

	stage_sql(rq, "insert into person (id, kind, given, family, shown, sort_key, lang, version) values (%d, 'employee', 'P', '%d', 'P %d', 'p%02d', 'en', 1)", FIRST + p, p, p, p);
	stage_sql(rq, "insert into person_now (person_id, employed, sort_key, unit_id) values (%d, 1, 'p%02d', 1)", FIRST + p, p);
	stage_sql(rq, "insert into spell (id, person_id, starts_on, ends_on, terms) values (%d, %d, '2020-01-01', '9999-12-31', 'permanent')", 6000 + p, FIRST + p);
	for (int at = p; at; at = manager_of[at])
		stage_sql(rq, "insert into chain (above_id, below_id, depth) values (%d, %d, %d)", FIRST + at, FIRST + p, depth++);
	stage_sql(rq, "insert into account (id, person_id, sign_in_key, state, epoch, version) values (%d, %d, 'p%d', 'open', 1, 1)", 7000 + p, FIRST + p, p);
	session_begin(rq, key_digest(rq->arena, key_of(p, key, sizeof key)), (account_id){ 7000 + p }, (person_id){ FIRST + p }, rq->now, rq->now + 1, NULL);
}

/* A cycle for each state; in it everybody's review. The manager of 6 is the one of the launch: 5, who is another today. */
static void
make_cycle(struct rq *rq, int s)
{
	int c = CYCLES_AT + s, out = (s >= 4 && s < 7) || s == 10;

	stage_sql(rq, "insert into cycle (id, kind, name, period_from_on, period_to_on, as_of_on, stage, pilot, state, version, approval)"
	    " values (%d, 'review', 'C', '2026-01-01', '2026-06-30', '2026-06-30', 'planning', 0, 'launched', 1, %d)", c, states[s].approval);
	stage_sql(rq, "insert into cycle_member (id, cycle_id, person_id, spell_id, unit_id, from_on, to_on)"
	    " select %d + n.person_id, %d, n.person_id, n.person_id + 5000, 1, '2026-01-01', '2026-06-30' from person_now n", MEMBERS_AT + 1000 * s, c);
	stage_sql(rq, "insert into review (id, cycle_id, member_id, person_id, manager_id, state, released_at, withdrawn_at, approver_id, version)"
	    " select m.id + 10000, m.cycle_id, m.id, m.person_id, case m.person_id when 1006 then 1005 else (select x.above_id from chain x where x.below_id = m.person_id and x.depth = 1) end, '%s', %s, %s, nullif(case when m.person_id = 1004 then %d else 0 end, 0), 1"
	    " from cycle_member m where m.cycle_id = %d", states[s].state, out ? "5" : "null", states[s].withdrawn ? "6" : "null", states[s].approval ? 1007 : 0, c);
	stage_sql(rq, "insert into review_part (id, review_id, person_id, relation, mode, form_id, state, due_on, version)"
	    " select r.id + 10000, r.id, r.person_id, 'self', 'named', 1, 'submitted', '2026-07-01', 1 from review r where r.cycle_id = %d", c);
	for (size_t i = 0; i < COUNT(writers); i++)
		stage_sql(rq, "insert into review_part (id, review_id, person_id, relation, mode, form_id, state, due_on, version)"
		    " select %d, r.id, %d, 'peer', 'named', 1, '%s', '2026-07-01', 1 from review r where r.cycle_id = %d and r.person_id = %d",
		    60000 + 10 * s + (int)i, FIRST + writers[i].writer, writers[i].state, c, FIRST + 4);
}

static void
make_people(struct rq *rq, void *arg)
{
	(void)arg;
	stage_sql(rq, "insert into unit (id, code_key, name, kind, starts_on, ends_on, version) values (1, 'u1', 'U', 'team', '2020-01-01', '9999-12-31', 1)");
	stage_sql(rq, "insert into unit_chain (above_id, below_id, depth) values (1, 1, 0)");
	stage_sql(rq, "insert into form (id, family_id, edition, use, name, state, lang, version) values (1, 1, 1, 'review', 'F', 'published', 'en', 1)");
	for (int p = 1; p <= PEOPLE; p++)
		make_person(rq, p);
	for (size_t i = 0; i < COUNT(grants); i++)
		stage_sql(rq, "insert into role_grant (id, person_id, role_key, unit_id, starts_on, ends_on, active, given_by_id, reason)"
		    " values (%d, %d, '%s', 1, '2020-01-01', '9999-12-31', 1, %d, 'test')", 5000 + (int)i, FIRST + grants[i].person, grants[i].role, FIRST + 1);
	answers(rq);
	access_rebuild(rq);
}

static void
make_reviews(struct rq *rq, void *arg)
{
	(void)arg;
	for (int s = 0; s < STATES; s++)
		make_cycle(rq, s);
}

/* ---- compared */

struct pair { int64_t viewer, review; };
struct pair_rows { size_t n; struct pair *at; };

static const struct column columns[] = {
	{ "viewer", KIND_INT, false, offsetof(struct pair, viewer) }, { "review", KIND_INT, false, offsetof(struct pair, review) },
};
static const struct piece circle_text = { "select distinct viewer_id, review_id from visible_review order by viewer_id, review_id", ALWAYS, 0 };
static const struct statement circle = { "circle", MANY, &circle_text, 1, NULL, 0, columns, COUNT(columns), sizeof(struct pair) };

static bool
in_circle(const struct pair_rows *all, int viewer, int64_t review)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].viewer == FIRST + viewer && all->at[i].review == review)
			return true;
	return false;
}

static int64_t
review_of(int s, int person)
{
	return REVIEWS_AT + 1000 * s + FIRST + person;
}

struct page { const struct review_asked_rows *review; const struct held_rows *held; };

/* As the page of the review is judged: what was asked before the viewer was known, then the policy. */
static bool
page_opens(const struct page *p, int viewer)
{
	uint32_t set = 1u << COLLEAGUE;

	if (p->review->n == 0)
		return false;
	for (size_t i = 0; i < p->held->n; i++)
		set |= relation_bit(p->held->at[i].relation);
	if (p->review->at->person.n == FIRST + viewer)
		set |= 1u << SELF;
	return policy(SEE_REVIEW, set, p->review->at->state) == MAY;
}

static bool
listed(const struct my_review_rows *rows, int64_t review)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].id.n == review)
			return true;
	return false;
}

static bool
led(const struct team_review_rows *rows, int64_t review)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].id.n == review)
			return true;
	return false;
}

static void
compare_viewer(struct rq *rq, const struct pair_rows *all, int v)
{
	struct page pages[STATES][PEOPLE + 1];
	char key[30], words[120];
	struct blob who = key_digest(rq->arena, key_of(v, key, sizeof key));
	const struct my_review_rows *mine = my_reviews(rq, (person_id){ FIRST + v });
	const struct team_review_rows *team = team_reviews(rq, (person_id){ FIRST + v });

	for (int s = 0; s < STATES; s++)
		for (int p = 1; p <= PEOPLE; p++)
			pages[s][p] = (struct page){ review_subject(rq, (review_id){ review_of(s, p) }), review_relations(rq, who, (review_id){ review_of(s, p) }) };
	YES(answers(rq));
	for (int s = 0; s < STATES; s++)
		for (int p = 1; p <= PEOPLE; p++) {
			bool opens = page_opens(&pages[s][p], v);

			snprintf(words, sizeof words, "%d and the review of %d, %s", v, p, states[s].state);
			SAY(words);
			EQ(in_circle(all, v, review_of(s, p)), opens);
			if (listed(mine, review_of(s, p)) || led(team, review_of(s, p)))
				YES(opens);     /* no list shows what its page refuses */
			SAY(NULL);
		}
}

static void
compare(struct rq *rq, void *arg)
{
	const struct pair_rows *all = ask(rq, &circle, NULL, 0, -1);

	(void)arg;
	YES(answers(rq));
	YES(all->n > STATES * PEOPLE);
	for (int v = 1; v <= PEOPLE; v++)
		compare_viewer(rq, all, v);
}

static void
scene(struct store *s)
{
	EQ(stage_change(s, make_people, NULL), FINE);
	EQ(stage_change(s, make_reviews, NULL), FINE);
	EQ(stage_read(s, compare, NULL), FINE);
}

TEST("a review is in a viewer's circle exactly when its page opens, in every state")
{
	stage_each(scene);
}
