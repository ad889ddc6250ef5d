/* sign_in.h: a try to sign in, judged before the change is queued. Inside access only. */
#ifndef ACCESS_SIGN_IN_H
#define ACCESS_SIGN_IN_H

#include "access/access.h"

struct sign_in_try {
	bool limited;                   /* too many tries: the password was not even looked at */
	bool good;
	account_id account;
	person_id person;
};

/* .before of POST /sign-in: on a worker, outside any transaction; sets web->slow to a struct sign_in_try. */
void sign_in_before(struct rq *rq);
/* .before of forms with a new password: web->slow is its hash, or NULL when there is none to hash. */
void new_secret_before(struct rq *rq);
/* The same, and first whether the old one is right: web->slow is a struct own_secret. */
struct own_secret {
	bool right;
	const char *hash;
};
void own_secret_before(struct rq *rq);
/* Refuses a new password that will not do, beside `field`. */
void secret_judge(struct rq *rq, const char *field, const char *password, const char *name, const char *email, const char *hash);

/* Mails a link: an invitation, a sign-in. False: nobody to write to. In a change. */
bool link_mail(struct rq *rq, person_id person, const char *address, const char *kind, int64_t minutes);
/* The same, with a letter due then: the number of the letter, or 0. */
int64_t link_mail_due(struct rq *rq, person_id person, const char *address, const char *kind, int64_t minutes, int64_t due_at);
/* As many rows as a letter with a link leaves, and no letter: so that time does not tell who has an account. In a change. */
void link_feign(struct rq *rq, const char *email);
enum { SIGN_IN_MINUTES = 30, INVITE_MINUTES = 14 * 24 * 60, RESET_MINUTES = 24 * 60 };

#endif
