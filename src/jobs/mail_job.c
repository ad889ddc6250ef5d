/* mail_job.c: carrying a letter: to the mail server, or into the spool folder when none is set. Knows no one's choices. */
#include "jobs/jobs.h"
#include "jobs/letter.h"
#include "jobs/mail.h"
#include "jobs/smtp.h"
#include "jobs/spool.h"

#include "http/web.h"
#include "jobs_queries.h"

#include <string.h>

struct load {
	const struct mail_row_rows *mail;
	const char *folder;
};

static void
mail_read(struct rq *rq, struct job *j)
{
	struct load *l = NEW(rq->arena, struct load);

	l->mail = mail_of(rq, (mail_id){ j->subject });
	l->folder = spool_folder(rq->arena, store_path(rq->store));
	j->with = l;
}

/* The host of our own address, for From and Message-ID. */
static const char *
host_ours(struct arena *a)
{
	const char *at = site_url() ? strstr(site_url(), "://") : NULL;

	return at ? arena_copy_n(a, at + 3, strcspn(at + 3, ":/")) : "localhost";
}

static const char *
from_ours(struct arena *a)
{
	const char *host = host_ours(a);

	if (setting("MERIDIAN_MAIL_FROM"))
		return setting("MERIDIAN_MAIL_FROM");
	return arena_print(a, "no-reply@%s", *host && letter_address_is(arena_print(a, "x@%s", host)) ? host : "localhost");
}

/* Letters that can be stopped say where: it stands among their last lines. */
static const char *
stop_of(struct arena *a, const char *text)
{
	const char *address = mail_choices_address(a);

	return strstr(text, address) ? address : NULL;
}

/* NULL: sealed with another key, or to an address that is none (*why says which). */
static const char *
letter_of(struct arena *a, const struct mail_row *m, const char **why)
{
	struct letter l = { .id = m->id.n, .from = from_ours(a), .host = host_ours(a), .to = m->address, .text = "" };
	struct blob plain;
	const char *letter;
	char *subject, *text;

	*why = "sealed with another key";
	if (!unseal(a, "mail", m->body, &plain))
		return NULL;
	subject = arena_copy_n(a, plain.at, plain.n);
	text = strchr(subject, '\n');
	if (text)
		*text++ = '\0';
	l.subject = subject;
	l.text = text ? text : "";
	l.stop = stop_of(a, l.text);
	l.now = m->due_at;
	letter = letter_write(a, &l);
	*why = letter ? NULL : "the address is none";
	return letter;
}

static void
send_by_smtp(struct arena *a, struct job *j, const struct mail_row *m, const char *letter)
{
	const char *why = NULL;

	switch (smtp_send(a, from_ours(a), m->address, letter, &why)) {
	case SMTP_SENT:
		return;
	case SMTP_LATER:
		job_again(j, why);
		return;
	case SMTP_NEVER:
		job_fails(j, why);
		return;
	}
}

static void
mail_work(struct arena *a, struct job *j)
{
	const struct load *l = j->with;
	const char *letter, *why = NULL;

	if (!l->mail->n || strcmp(l->mail->at->state, "waiting") != 0)
		return;
	letter = letter_of(a, l->mail->at, &why);
	if (!letter)
		job_fails(j, why);
	else if (smtp_is_set())
		send_by_smtp(a, j, l->mail->at, letter);
	else if ((why = spool_write(a, l->folder, l->mail->at->id.n, letter)) != NULL)
		job_again(j, why);
}

static void
mail_write(struct rq *rq, struct job *j)
{
	mail_id id = { j->subject };

	if (j->end == JOB_FAILED)
		mail_bounced(rq, id);
	else
		mail_sent(rq, id, rq->now, (struct blob){ "", 0 });
}

bool
mail_ready(const char **why)
{
	return smtp_settings_good(why);
}

enum { AT_ONCE = 200, UPKEEP_HOUR = 3 };
static const int64_t DAY = INT64_C(86400) * 1000000;

struct left {
	const struct left_over *rows;
};

static void
upkeep_read(struct rq *rq, struct job *j)
{
	struct left *l = NEW(rq->arena, struct left);

	l->rows = upkeep_left(rq, rq->now - DAY, rq->now - 30 * DAY, rq->now - 90 * DAY);
	j->with = l;
}

/* Retry keys a day, mails and done jobs 30 days, drafts and notices 90. */
static void
upkeep_write(struct rq *rq, struct job *j)
{
	const struct left *l = j->with;

	upkeep_retry(rq, rq->now - DAY, AT_ONCE / 2);
	upkeep_mail(rq, rq->now - 30 * DAY, AT_ONCE / 2);
	upkeep_done(rq, rq->now - 30 * DAY, AT_ONCE / 2);
	upkeep_draft(rq, rq->now - 90 * DAY, AT_ONCE / 2);
	upkeep_notice(rq, rq->now - 90 * DAY, AT_ONCE / 2);
	if (l->rows->rows > AT_ONCE / 2)
		job_more(j, "");
}

const struct job_kind platform_jobs[] = {
	{ .kind = "mail", .slow = true, .read = mail_read, .work = mail_work, .write = mail_write, .rest = smtp_rest },
	{ .kind = "upkeep", .rhythm = DAILY, .hour = UPKEEP_HOUR, .read = upkeep_read, .write = upkeep_write },
	{ 0 }
};
