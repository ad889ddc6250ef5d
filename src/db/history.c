/* history.c: every change leaves an event; so does a look. Facts are opaque: ids and values. */
#include "base/chance.h"
#include "base/digest.h"
#include "db/rq.h"
#include "db_queries.h"

#include <string.h>

enum { SALT = 16 };

static const char *
door_word(enum door door)
{
	static const char *const words[] = {
		[DOOR_WEB] = "web", [DOOR_API] = "api", [DOOR_JOB] = "job",
		[DOOR_COMMAND] = "command", [DOOR_LINK] = "link", [DOOR_MAIL] = "mail",
	};

	return words[door];
}

static int64_t
or_none(int64_t id)
{
	return id == 0 ? NONE : id;
}

/* The event's number; 0 once the request has failed. */
static int64_t
leave(struct rq *rq, const char *verb, const char *kind, int64_t subject, int64_t person,
    const char *facts)
{
	unsigned char *digest = arena_take(rq->arena, DIGEST_BYTES);
	unsigned char *salt = arena_take(rq->arena, SALT);
	int64_t id = new_id(rq);

	chance_bytes(salt, SALT);
	digest_of_two(digest, (struct blob){ salt, SALT }, (struct blob){ facts, strlen(facts) });
	event_add(rq, id, rq->now, or_none(rq->viewer.n), or_none(rq->behalf.n),
	    door_word(rq->door), verb, kind, subject, or_none(person),
	    (struct blob){ digest, DIGEST_BYTES });
	event_fact_add(rq, id, (struct blob){ salt, SALT }, facts);
	event_open_add(rq, id);
	return id;
}

void
event_leave(struct rq *rq, const char *verb, const char *subject_kind, int64_t subject,
    int64_t person, const char *facts)
{
	leave(rq, verb, subject_kind, subject, person, facts ? facts : "{}");
}

void
look_leave(struct rq *rq, const char *subject_kind, int64_t subject, int64_t person)
{
	struct look_row_rows *before = looks_today(rq, subject, rq->viewer.n, rq->today);

	if (!answers(rq) || before->n > 0)
		return;
	look_add(rq, subject, rq->viewer.n, rq->today,
	    leave(rq, "record.looked", subject_kind, subject, person, "{}"));
}
