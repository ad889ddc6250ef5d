/* mail.h: a letter on its way: sealed rows and a job. Knows addresses and texts, not what they mean. */
#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H

#include "db/rq.h"

/*
 * In a change: leaves a mail row (its text sealed with the server's key) and the job that carries it. Its reader's
 * choices decide whether it goes at once, waits for the end of quiet hours, or is left to the digest.
 * person 0: nobody's, it goes at once. template: a word for lists, "review-asked"; with words mail.TEMPLATE.why in a
 * words file the letter ends by saying why it came. Texts are copied; a letter carries who, what kind and a link.
 */
void mail_leave(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text);

/* The same, on its way from due_at on: that of a change which can be taken back is due at undo_ends(). Returns its number. */
int64_t mail_leave_due(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at);

/*
 * About security (sign-in links, accounts): never put off, never left out, offers no way to stop it. On its way from
 * due_at on. Returns its number. mail_take_back drops a letter of that template, and is a conflict once it is due (H25).
 */
int64_t mail_at_once(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text, int64_t due_at);
void mail_take_back(struct rq *rq, int64_t mail, int64_t person, const char *template);

/* What was chosen already (digests): goes at due_at; once: the only one of that key, or NULL. */
void mail_chosen(struct rq *rq, int64_t person, const char *address, const char *template, const char *subject, const char *text,
    int64_t due_at, const char *once);

/* Where the reader changes what comes: "https://host/account/notices"; copied into every letter that can be stopped. */
const char *mail_choices_address(struct arena *a);

/* Once at start, before anything is sent: are the settings of mail such that it can go? false: a sentence in *why. */
bool mail_ready(const char **why);

/* Sealing for the rows of others too: purpose separates keys. unseal: false when it is not ours. */
struct blob seal(struct arena *a, const char *purpose, struct blob plain);
bool unseal(struct arena *a, const char *purpose, struct blob sealed, struct blob *plain);

#endif
