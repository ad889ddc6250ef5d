/* notices_feed.c: the live count: who has news, how many are unread, whose session has ended. No text of anybody's. */
#include "notices/notices.h"

#include <string.h>

enum { MOVED_MOST = 200 };
static const int64_t IDLE = INT64_C(12) * 3600 * 1000000;      /* as sessions end (access) */

struct feed_person *
notices_feed_moved(struct rq *rq, int64_t since, size_t *n, bool *many)
{
	const struct notices_moved_rows *moved = notices_moved(rq, since, MOVED_MOST);
	struct feed_person *at;

	answers(rq);
	at = NEW_MANY(rq->arena, struct feed_person, moved->n + 1);
	for (size_t i = 0; i < moved->n; i++)
		at[i].person = moved->at[i].person;
	*n = moved->n;
	*many = moved->n == MOVED_MOST;
	return at;
}

/* All in one round. When the database does not answer nobody is sent away. */
void
notices_feed_check(struct rq *rq, struct feed *at, size_t n)
{
	const struct stream_state_rows **rows = NEW_MANY(rq->arena, const struct stream_state_rows *, n + 1);

	for (size_t i = 0; i < n; i++)
		rows[i] = stream_state(rq, at[i].digest, rq->now, rq->now - IDLE);
	bool answered = answers(rq);
	for (size_t i = 0; i < n; i++) {
		at[i].lives = !answered || (rows[i]->n && rows[i]->at->person.n == at[i].person.n);
		at[i].count = answered && rows[i]->n ? rows[i]->at->unread : -1;
	}
}

/* A browser's session holds it open. A token, JSON or ?once gets the number, once. */
struct reply
notices_stream_get(struct rq *rq)
{
	int64_t unread = rq_who(rq) ? rq_who(rq)->unread : 0;
	struct feed *feed;

	if (rq->web->json_out || !rq->web->session || rq_query(rq, "once")) {
		const char *text = arena_print(rq->arena, "{\"unread\":%lld}", (long long)unread);
		return reply_bytes("application/json", (struct blob){ text, strlen(text) });
	}
	feed = NEW(rq->arena, struct feed);
	*feed = (struct feed){ .account = rq->account, .person = rq->viewer, .digest = key_digest(rq->arena, rq->web->session), .count = unread };
	return (struct reply){ .status = 200, .type = "text/event-stream", .feed = feed };
}
