/* notices_pages.c: the bell's page and how one is told: only ever the viewer's own. Reads, asks, judges, shows. */
#include "notices/notices.h"
#include "notices/notices_judge.h"
#include "notices_views.h"

#include "base/zone.h"

#include <string.h>

enum { LISTED = 200 };

/* The first of each day, as the viewer's zone has it, carries the day above it. */
static int64_t
judge_days(struct rq *rq, struct notice_line_rows *lines)
{
	int64_t unread = 0;

	for (size_t i = 0; i < lines->n; i++) {
		struct notice_line *l = &lines->at[i];

		l->head = i == 0 || day_compare(zone_day(rq->zone, l->at), zone_day(rq->zone, lines->at[i - 1].at)) != 0;
		unread += l->read_at == NONE;
	}
	return unread;
}

static struct reply
notices_get(struct rq *rq)
{
	struct notice_line_rows *lines = notices_of(rq, rq->viewer, LISTED);

	answers(rq);
	int64_t unread = judge_days(rq, lines);
	return notices_page(rq, &(struct notices){ .notices = lines, .unread = unread });
}

/* Opening one is reading it; the page it leads to decides anew who may see what. */
static struct reply
notice_get(struct rq *rq)
{
	notification_id id = { rq_number(rq, 0) };
	const struct notice_line_rows *found = notice_of(rq, rq->viewer, id);
	const char *place;

	notice_read(rq, rq->viewer, id, rq->now);
	if (!answers(rq))
		return nothing();
	if (!found->n) {
		end_with(rq, ABSENT, "no such notice of the viewer");
		return nothing();
	}
	place = notice_place(found->at->kind);
	return place ? go(rq, "%s%lld", place, (long long)found->at->subject) : go(rq, "/");
}

static struct reply
notices_read_post(struct rq *rq)
{
	notices_read(rq, rq->viewer, rq->now);
	tell(rq, "told.notices_read");
	return go(rq, "/notices");
}

static const char *
hour_of(struct rq *rq, int64_t minutes)
{
	return minutes == NONE ? NULL : arena_print(rq->arena, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

static struct reply
choices_get(struct rq *rq)
{
	const struct notice_choice_rows *own = notice_choice_of(rq, rq->viewer);
	const struct person_letter_rows *person = person_mail(rq, rq->viewer);

	answers(rq);
	struct notice_choice c = own->n ? own->at[0] : (struct notice_choice){ "usual", NONE, NONE, 0 };
	return notice_choices_page(rq, &(struct notice_choices){ .rhythm = c.rhythm, .quiet_from = hour_of(rq, c.quiet_from),
	    .quiet_to = hour_of(rq, c.quiet_to), .version = c.version, .zone = rq->zone, .email = person->n ? person->at->email : NULL });
}

/* NONE when the field is empty. */
static int64_t
hour_read(struct rq *rq, const char *field, const char *text)
{
	int64_t minutes = text ? minutes_of(text) : NONE;

	if (text && minutes == NONE)
		refuse(rq, field, "refused.not_an_hour");
	return minutes;
}

static struct reply
choices_post(struct rq *rq)
{
	struct notice_wish typed = notice_wish_read(rq);
	int64_t from = hour_read(rq, "quiet_from", typed.quiet_from), to = hour_read(rq, "quiet_to", typed.quiet_to);

	if (!refused(rq) && (from == NONE) != (to == NONE))
		refuse(rq, from == NONE ? "quiet_from" : "quiet_to", "refused.both_hours");
	if (!refused(rq) && from != NONE && from == to)
		refuse(rq, "quiet_to", "refused.same_hours");
	if (refused(rq))
		return again(rq);
	notice_choice_put(rq, rq->viewer, typed.rhythm, from, to, typed.version);
	tell(rq, "told.notices_chosen");
	return go(rq, "/account/notices");
}

const struct route notices_routes[] = {
	{ GET,  "/notices",         notices_get,       SEE_HOME, OF_VIEWER },
	/* Stays open; "?once" and programs get the number alone. */
	{ GET,  "/notices/stream",  notices_stream_get, SEE_HOME, OF_VIEWER },
	/* It marks the notice as read: a change. */
	{ GET,  "/notices/:notice", notice_get,        SEE_HOME, OF_VIEWER, LOOK },
	{ POST, "/notices/read",    notices_read_post, SEE_HOME, OF_VIEWER, .again = notices_get },
	{ GET,  "/account/notices", choices_get,       SEE_HOME, OF_VIEWER },
	{ POST, "/account/notices", choices_post,      SEE_HOME, OF_VIEWER, .again = choices_get },
	{ 0 }
};
