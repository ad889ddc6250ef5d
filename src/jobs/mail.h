/* mail.h: a letter on its way: sealed rows and a job. Knows addresses and texts, not what they mean. */
#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H

#include "db/rq.h"

/*
 * In a change: leaves a mail row (its text sealed with the server's key) and the job that carries it.
 * person 0: nobody's. template: a word for lists, "sign-in". Texts are copied.
 */
void mail_leave(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text);

/*
 * The same, on its way from due_at on: the letter of a change that can be taken back is due at undo_ends(). Returns
 * its number; mail_take_back drops it, and is a conflict once it is due (H25).
 */
int64_t mail_leave_due(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at);
void mail_take_back(struct rq *rq, int64_t mail, int64_t person);

/* Sealing for the rows of others too: purpose separates keys. unseal: false when it is not ours. */
struct blob seal(struct arena *a, const char *purpose, struct blob plain);
bool unseal(struct arena *a, const char *purpose, struct blob sealed, struct blob *plain);

#endif
