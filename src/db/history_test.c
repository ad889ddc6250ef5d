/* history_test.c: every change leaves its event, and each first look of a day. */
#include "base/digest.h"
#include "db/ask.h"
#include "db/stage_test.h"

#include <string.h>

struct left { int64_t events, open, looks, actor, person; const char *verb, *facts;
	struct blob salt, digest; };

static const struct column left_columns[] = {
	{ "events", KIND_INT, false, offsetof(struct left, events) },
	{ "open", KIND_INT, false, offsetof(struct left, open) },
	{ "looks", KIND_INT, false, offsetof(struct left, looks) },
	{ "actor", KIND_ID, true, offsetof(struct left, actor) },
	{ "person", KIND_ID, true, offsetof(struct left, person) },
	{ "verb", KIND_TEXT, false, offsetof(struct left, verb) },
	{ "facts", KIND_TEXT, false, offsetof(struct left, facts) },
	{ "salt", KIND_BLOB, false, offsetof(struct left, salt) },
	{ "digest", KIND_BLOB, false, offsetof(struct left, digest) },
};
static const struct piece left_pieces[] = {
	{ "select (select count(*) from event) as events, (select count(*) from event_open) as open, "
		"(select count(*) from look) as looks, e.actor_id as actor, e.person_id as person, "
		"e.verb, f.facts, f.salt, e.digest from event e join event_fact f on f.event_id = e.id "
		"where e.id = (select max(id) from event)", ALWAYS, 0 },
};
static const struct statement left = {
	"left", ONE, left_pieces, 1, NULL, 0, left_columns, COUNT(left_columns), sizeof(struct left)
};

static void
leave_one(struct rq *rq, void *arg)
{
	(void)arg;
	rq->viewer.n = 7;
	event_leave(rq, "goal.moved", "goal", 12, 0, "{\"reached\":5}");
}

static void
look_once(struct rq *rq, void *arg)
{
	rq->viewer.n = *(int64_t *)arg;
	look_leave(rq, "review", 30, 8);
}

static void
check_event(struct rq *rq, void *arg)
{
	struct left *row = ask(rq, &left, NULL, 0, -1);
	unsigned char digest[DIGEST_BYTES];

	(void)arg;
	YES(answers(rq));
	EQ(row->events, 1);
	EQ(row->open, 1);
	EQ(row->actor, 7);
	EQ(row->person, 0);
	SAME(row->verb, "goal.moved");
	EQ(row->salt.n, 16);
	digest_of_two(digest, row->salt, (struct blob){ row->facts, strlen(row->facts) });
	YES(same_bytes(row->digest, (struct blob){ digest, sizeof digest }));
}

static void
check_looks(struct rq *rq, void *arg)
{
	struct left *row = ask(rq, &left, NULL, 0, -1);

	YES(answers(rq));
	EQ(row->looks, *(int64_t *)arg);
	EQ(row->events, 1 + *(int64_t *)arg);
	EQ(row->person, 8);
	SAME(row->verb, "record.looked");
}

static void
history(struct store *s)
{
	int64_t ana = 7, ben = 9, looks = 1;

	EQ(stage_change(s, leave_one, NULL), FINE);
	EQ(stage_read(s, check_event, NULL), FINE);
	EQ(stage_change(s, look_once, &ana), FINE);
	EQ(stage_change(s, look_once, &ana), FINE);
	EQ(stage_read(s, check_looks, &looks), FINE);
	EQ(stage_change(s, look_once, &ben), FINE);
	looks = 2;
	EQ(stage_read(s, check_looks, &looks), FINE);
}

TEST("a change leaves one event whose digest holds its facts; a look leaves one a day and viewer")
{
	stage_each(history);
}
