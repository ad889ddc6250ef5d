/* mail.c: leaving a letter. Nothing is sent from here: a job carries it. */
#include "jobs/mail.h"

#include "http/web.h"
#include "jobs/jobs.h"
#include "jobs_queries.h"
#include "views/views.h"

#include <string.h>

const char *
mail_choices_address(struct arena *a)
{
	return arena_print(a, "%s/account/notices", site_url());
}

/* One line: what follows a line end would be read as text, or worse as a header. */
static char *
one_line(struct arena *a, const char *text)
{
	char *line = arena_copy(a, text);

	for (char *c = line; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = ' ';
	return line;
}

/* Why it came, and how to stop or change it: the last lines of each. */
static const char *
with_end(struct rq *rq, const char *template, const char *text, bool may_stop)
{
	const char *key = arena_print(rq->arena, "mail.%s.why", template);
	const char *why = words(rq->lang, key);

	if (strcmp(why, key) == 0)
		why = words(rq->lang, "mail.why");
	if (!may_stop)
		return text;
	return arena_print(rq->arena, "%s\n\n--\n%s\n%s %s", text, why, words(rq->lang, "mail.change"), mail_choices_address(rq->arena));
}

static int64_t
leave(struct rq *rq, const char *job, int64_t person, const char *address, const char *template, const char *subject,
    const char *text, int64_t due_at, const char *once)
{
	mail_id id = { new_id(rq) };
	const char *both = arena_print(rq->arena, "%s\n%s", one_line(rq->arena, subject), text);

	mail_add(rq, id, person ? person : NONE, address, template, seal(rq->arena, "mail", (struct blob){ both, strlen(both) }),
	    due_at, once);
	job_leave(rq, job, id.n, "", due_at, once ? arena_print(rq->arena, "mail:%s", once) : NULL);
	return id.n;
}

void
mail_leave(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text)
{
	mail_leave_due(rq, person, address, template, subject, text, rq->now);
}

int64_t
mail_leave_due(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at)
{
	return leave(rq, person ? "letter" : "mail", person, address, template, subject, with_end(rq, template, text, person != 0), due_at, NULL);
}

int64_t
mail_at_once(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at)
{
	return leave(rq, "mail", person, address, template, subject, with_end(rq, template, text, false), due_at, NULL);
}

void
mail_take_back(struct rq *rq, int64_t mail, int64_t person, const char *template)
{
	mail_recall(rq, (mail_id){ mail }, person, template, rq->now, (struct blob){ "", 0 });
	queue_drop(rq, mail, rq->now);
}

void
mail_chosen(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text,
    int64_t due_at, const char *once)
{
	leave(rq, "mail", person, address, template, subject, with_end(rq, template, text, true), due_at, once);
}
