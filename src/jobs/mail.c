/* mail.c: leaving a letter. Nothing is sent from here: a job carries it. */
#include "jobs/mail.h"

#include "jobs_queries.h"

#include <string.h>

void
mail_leave(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text)
{
	mail_leave_due(rq, person, address, template, subject, text, rq->now);
}

void
mail_take_back(struct rq *rq, int64_t mail, int64_t person)
{
	mail_drop(rq, (mail_id){ mail }, person, rq->now, (struct blob){ "", 0 });
	queue_drop(rq, "mail", mail, rq->now);
}

int64_t
mail_leave_due(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at)
{
	int64_t id = new_ids(rq, 2);
	const char *both = arena_print(rq->arena, "%s\n%s", subject, text);

	mail_add(rq, (mail_id){ id }, person ? person : NONE, address, template,
	    seal(rq->arena, "mail", (struct blob){ both, strlen(both) }), due_at);
	queue_add(rq, (queued_id){ id + 1 }, "mail", id, due_at);
	return id;
}
