/* digest_jobs.c: one letter that sums up, for each who wants one. Carries verbs, days and links; no name, no text. */
#include "notices/notices.h"
#include "notices/notices_jobs.h"
#include "notices/notices_judge.h"

#include "base/text.h"
#include "jobs/mail.h"
#include "views/views.h"

#include <string.h>

enum { READERS = 50, LISTED = 20 };

/* A slice: the readers, and of those who get a letter what is in it. */
struct digests {
	const struct digest_reader_rows *readers;
	const struct digest_wait_rows **waits;          /* NULL: no letter */
	const struct digest_new_rows **news;
};

static void
read_for(struct rq *rq, struct job *j, bool weekly)
{
	struct digests *d = NEW(rq->arena, struct digests);
	int64_t after = 0;

	text_int(j->place, &after);
	j->with = d;
	d->readers = digest_readers(rq, after, weekly, READERS);
	if (!answers(rq))
		return;
	d->waits = NEW_MANY(rq->arena, const struct digest_wait_rows *, d->readers->n);
	d->news = NEW_MANY(rq->arena, const struct digest_new_rows *, d->readers->n);
	for (size_t i = 0; i < d->readers->n; i++) {
		const struct digest_reader *r = &d->readers->at[i];

		if (!digest_is_worth(weekly, r->fresh, r->newly, r->waits, r->due, rq->today))
			continue;
		d->waits[i] = digest_waits(rq, r->id, LISTED);
		d->news[i] = digest_news(rq, r->id, r->sent_at == NONE ? 0 : r->sent_at, LISTED);
	}
}

static void
read_daily(struct rq *rq, struct job *j)
{
	read_for(rq, j, false);
}

static void
read_weekly(struct rq *rq, struct job *j)
{
	read_for(rq, j, true);
}

static const char *
day_in_words(struct rq *rq, struct day d)
{
	return arena_print(rq->arena, "%d %s %d", d.d, words(rq->lang, arena_print(rq->arena, "month.%d", d.m)), d.y);
}

static void
put_waits(struct rq *rq, struct out *o, const struct digest_wait_rows *waits)
{
	if (waits->n)
		put_format(o, "\n%s\n", words(rq->lang, "mail.digest.waits"));
	for (size_t i = 0; i < waits->n; i++) {
		const struct digest_wait *w = &waits->at[i];
		const char *place = notice_place(w->kind);

		put_format(o, "- %s, %s\n  %s", words(rq->lang, arena_print(rq->arena, "need.%s", w->verb)),
		    words_value(rq, "mail.digest.by", day_in_words(rq, w->due)), site_url());
		if (place)
			put_format(o, "%s%lld\n", place, (long long)w->subject);
		else
			put(o, "/\n");
	}
}

static void
put_news(struct rq *rq, struct out *o, const struct digest_new_rows *news)
{
	if (news->n)
		put_format(o, "\n%s\n", words(rq->lang, "mail.digest.news"));
	for (size_t i = 0; i < news->n; i++)
		put_format(o, "- %s\n  %s/notices/%lld\n", words(rq->lang, arena_print(rq->arena, "notice.%s", news->at[i].verb)), site_url(),
		    (long long)news->at[i].id.n);
}

static void
write_one(struct rq *rq, const struct digest_reader *r, const struct digest_wait_rows *waits, const struct digest_new_rows *news,
    const char *template, struct day day)
{
	struct out o;
	char on[11];

	rq->lang = r->lang;
	out_init(&o, rq->arena);
	put_format(&o, "%s\n", words_value(rq, "mail.digest.hello", r->name));
	put_waits(rq, &o, waits);
	put_news(rq, &o, news);
	if (r->waits > LISTED || r->fresh > LISTED)
		put_format(&o, "\n%s\n", words_value(rq, "mail.digest.more", arena_print(rq->arena, "%s/", site_url())));
	day_write(day_none(day) ? rq->today : day, on);
	mail_chosen(rq, r->id.n, r->email, template, words(rq->lang, "mail.digest.subject"), o.at,
	    quiet_until(rq->now, r->zone, r->quiet_from, r->quiet_to), arena_print(rq->arena, "digest:%lld:%s", (long long)r->id.n, on));
	digest_mark(rq, r->id, rq->now);
}

static void
write_for(struct rq *rq, struct job *j, const char *template)
{
	const struct digests *d = j->with;

	for (size_t i = 0; i < d->readers->n; i++)
		if (d->waits[i])
			write_one(rq, &d->readers->at[i], d->waits[i], d->news[i], template, j->day);
	if (d->readers->n == READERS)
		job_more(j, arena_print(rq->arena, "%lld", (long long)d->readers->at[READERS - 1].id.n));
}

static void
write_daily(struct rq *rq, struct job *j)
{
	write_for(rq, j, "digest");
}

static void
write_weekly(struct rq *rq, struct job *j)
{
	write_for(rq, j, "digest-weekly");
}

enum { MORNING = 7, MONDAY = 1 };

const struct job_kind notices_jobs[] = {
	{ .kind = "letter", .read = letter_read, .write = letter_write_on },
	{ .kind = "notice", .read = notice_job_read, .write = notice_job_write },
	{ .kind = "digest", .rhythm = DAILY, .hour = MORNING, .read = read_daily, .write = write_daily },
	{ .kind = "digest_weekly", .rhythm = WEEKLY, .hour = MORNING, .weekday = MONDAY, .read = read_weekly, .write = write_weekly },
	{ 0 }
};
