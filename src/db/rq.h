/*
 * rq.h: one piece of work: a request, a job, a command. It carries who asks, when, and what came
 * of it. Knows no HTTP (struct web hangs on it for that) and no business but two bare ids.
 */
#ifndef DB_RQ_H
#define DB_RQ_H

#include "base/out.h"
#include "db/db.h"
#include "ids.h"                /* generated: person_id, account_id, … each { int64_t n; } */

struct web;

/* What came of it; the first that is not FINE stays. DESIGN H5. */
enum outcome { FINE, REFUSED, CONFLICT, ABSENT, FORBIDDEN, SIGN_IN, BUSY, BROKEN, SLOW_READ };

enum door { DOOR_WEB, DOOR_API, DOOR_JOB, DOOR_COMMAND, DOOR_LINK, DOOR_MAIL };

/* One word beside one field. */
struct refusal {
	const char *field;      /* as in the form line; "" is the whole form */
	const char *code;       /* a key of a words file, "refused.too_long" */
	const char *value;      /* fills {value} in the words; may be NULL */
	struct refusal *next;
};

struct rq {
	struct arena *arena;
	struct store *store;
	struct conn *conn;
	struct ask *first, *last;       /* queued, not yet answered */
	int rounds;                     /* how often answers() went to the database */
	enum outcome outcome;
	const char *why;                /* for the log: cause of BROKEN */
	struct refusal *refusals, *last_refusal;
	enum door door;
	int64_t now;                    /* UTC microseconds, read once */
	struct day today;               /* of the organisation's zone */
	person_id viewer;               /* 0: nobody */
	account_id account;
	person_id behalf;               /* whom a stand-in stands for; 0: nobody */
	const char *lang, *zone;        /* of the viewer; "en", "UTC" unless known */
	bool wide;                      /* the viewer reaches many people: the wide form of lists */
	int64_t dry;                    /* not 0: a trial in a read; changes are not sent, ids are not real */
	struct web *web;                /* NULL but in requests */
};

/* A fresh one for a job or command (today from now and the setting's zone is the caller's). */
struct rq *rq_new(struct arena *a, struct store *s, struct conn *c, int64_t now, struct day today);

/* Queue one statement (generated functions call it). MANY and MAYBE give rows, ONE gives a row,
 * DONE gives NULL. The memory is hidden until answers(). */
void *ask(struct rq *rq, const struct statement *st, struct value *values, uint64_t given, int sort);
/* Send what is queued and wait. After it, rows may be read. A fault, a missing ONE (ABSENT) or a
 * DONE_ONE that touched no row (CONFLICT) sets the outcome; then all rows are empty (ONE: zeroed).
 * Once the outcome is not FINE/REFUSED nothing more is sent. True while all is well. */
bool answers(struct rq *rq);

/* From here on nothing is changed: what a change asks for is left out, and its ids stand for nothing. */
void stay_dry(struct rq *rq);

bool fine(const struct rq *rq);                 /* FINE so far */
bool refused(const struct rq *rq);              /* at least one refusal */
void refuse(struct rq *rq, const char *field, const char *code);
void refuse_value(struct rq *rq, const char *field, const char *code, const char *value);
void end_with(struct rq *rq, enum outcome outcome, const char *why);    /* the first one stays */

int64_t new_id(struct rq *rq);                  /* the next number of the one line */
int64_t new_ids(struct rq *rq, int64_t n);      /* first of n */

/* ---- history.c: every change leaves an event (H23). Generated change functions call it. */
/* facts: a JSON object of ids and plain values, never sentences. person 0: nobody's record. */
void event_leave(struct rq *rq, const char *verb, const char *subject_kind, int64_t subject,
    int64_t person, const char *facts);
/* The first look of this viewer at this record today leaves an event. Only in a change. */
void look_leave(struct rq *rq, const char *subject_kind, int64_t subject, int64_t person);

#endif
