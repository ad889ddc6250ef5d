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

struct leaf {
	struct blob digest, salt;
};

static struct leaf
leaf_of(struct rq *rq, const char *facts)
{
	unsigned char *digest = arena_take(rq->arena, DIGEST_BYTES);
	unsigned char *salt = arena_take(rq->arena, SALT);

	chance_bytes(salt, SALT);
	digest_of_two(digest, (struct blob){ salt, SALT }, (struct blob){ facts, strlen(facts) });
	return (struct leaf){ { digest, DIGEST_BYTES }, { salt, SALT } };
}

void
event_leave(struct rq *rq, const char *verb, const char *subject_kind, int64_t subject,
    int64_t person, const char *facts)
{
	const char *said = facts ? facts : "{}";
	struct leaf l = leaf_of(rq, said);
	int64_t id = new_id(rq);

	event_add(rq, id, rq->now, or_none(rq->viewer.n), or_none(rq->behalf.n),
	    door_word(rq->door), verb, subject_kind, subject, or_none(person), l.digest);
	event_fact_add(rq, id, l.salt, said);
	event_open_add(rq, id);
}

void
look_leave(struct rq *rq, const char *subject_kind, int64_t subject, int64_t person)
{
	struct leaf l = leaf_of(rq, "{}");
	int64_t id = new_id(rq);

	look_event_add(rq, id, rq->now, rq->viewer.n, or_none(rq->behalf.n),
	    door_word(rq->door), subject_kind, subject, person, l.digest, rq->today);
	look_fact_add(rq, id, l.salt);
	look_open_add(rq, id);
	look_add(rq, id, rq->today);
}
