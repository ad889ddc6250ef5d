/* subject.c: who asks, what about, and whether they may: before any handler. Knows no page. */
#include "access/draft.h"
#include "access/who.h"
#include "access/policy_words.h"

#include "base/digest.h"
#include "base/log.h"

#include <string.h>

static const struct subject_kind *const *kinds;

void
subject_kinds(const struct subject_kind *const *lists)
{
	kinds = lists;
}

static const struct subject_kind *
kind_of(int of)
{
	for (size_t i = 0; kinds && kinds[i]; i++)
		for (const struct subject_kind *k = kinds[i]; k->ask; k++)
			if ((int)k->of == of)
				return k;
	return NULL;
}

struct caller *
caller_of(const struct rq *rq)
{
	return rq->web ? rq->web->subject : NULL;
}

const struct subject *
rq_subject(const struct rq *rq)
{
	static const struct subject none = { .name = "", .state = "" };
	const struct caller *a = caller_of(rq);

	return a ? &a->subject : &none;
}

const struct who_row *
rq_who(const struct rq *rq)
{
	const struct caller *a = caller_of(rq);

	return a && rq->viewer.n && a->who->n ? a->who->at : NULL;
}

int64_t
subject_id(struct rq *rq, enum subject_of of)
{
	const struct subject *s = rq_subject(rq);

	if (s->of == of)
		return s->id;
	end_with(rq, BROKEN, "a handler asked for another kind of subject than its route has");
	return 0;
}

uint32_t
rq_roles(const struct rq *rq)
{
	const struct caller *a = caller_of(rq);

	return a ? a->roles : 0;
}

/* About the organisation as a whole a role counts wherever it is held; about a person only over them. */
static uint32_t
relations_for(const struct rq *rq, enum capability c)
{
	return rq_subject(rq)->relations | (policy_of_all(c) ? rq_roles(rq) : 0);
}

bool
may(const struct rq *rq, enum capability c)
{
	if (c == SEE_HOME || !rq->viewer.n)
		return rq->viewer.n != 0;
	return policy(c, relations_for(rq, c), policy_of_all(c) ? "" : rq_subject(rq)->state) == MAY;
}

/* Asks: everything the judging needs, in one round with the subject's own. */
void
access_who(struct rq *rq)
{
	struct caller *a = NEW(rq->arena, struct caller);
	struct web *w = rq->web;
	const char *token = w->bearer ? w->bearer : w->session;

	w->subject = a;
	a->subject = (struct subject){ .of = w->route->of, .name = "", .state = "" };
	if (w->route->of > OF_VIEWER)
		a->subject.id = rq_number(rq, 0);
	a->digest = key_digest(rq->arena, token ? token : "");
	a->who = who_asks(rq, a->digest);
	a->held = who_roles(rq, a->digest);
	a->kind = kind_of(w->route->of);
	if (w->route->flags & DRAFTS)
		a->drafts = drafts_ask(rq, a->digest);
	if (a->kind)
		a->of_kind = a->kind->ask(rq, a->digest, a->subject.id);
}

enum { MINUTE = 60 };
static const int64_t IDLE = INT64_C(12) * 3600 * 1000000, LATELY = INT64_C(5) * MINUTE * 1000000;

/* A session ends after seven days, or twelve hours without use; a token on its day. */
static bool
lasts(const struct who_row *w, int64_t now)
{
	if (w->ends_at <= now)
		return false;
	return strcmp(w->door, "api") == 0 || w->seen_at + IDLE > now;
}

struct seen {
	struct arena *arena;
	struct blob digest;
	int64_t now;
	struct day today;
	struct store *store;
};

static bool
mark_seen(struct conn *c, void *arg)
{
	struct seen *s = arg;
	struct rq *rq = rq_new(s->arena, s->store, c, s->now, s->today);

	session_seen(rq, s->digest, s->now);
	return answers(rq);
}

static void
seen_done(void *arg, enum fault fault)
{
	struct seen *s = arg;

	if (fault != FAULT_NONE)
		log_line("session.unseen", "fault=%d", (int)fault);
	arena_free(s->arena);
}

/*
 * Used: at most every five minutes. A change (and a LOOK page is one) writes it itself; a read leaves it to be
 * written when it is over.
 */
static void
keep_alive(struct rq *rq, const struct caller *a)
{
	const struct who_row *w = a->who->at;
	struct seen *s;
	struct arena *own;

	if (strcmp(w->door, "api") == 0 || w->seen_at + LATELY > rq->now)
		return;
	if (rq->web->route->method != GET || rq->web->route->flags & LOOK) {
		session_seen(rq, a->digest, rq->now);
		return;
	}
	own = arena_new();
	s = NEW(own, struct seen);
	*s = (struct seen){ own, { NULL, 0 }, rq->now, rq->today, rq->store };
	s->digest = (struct blob){ arena_copy_n(own, a->digest.at, a->digest.n), a->digest.n };
	rq->web->later = (struct later){ mark_seen, s, seen_done };
}

/* True when somebody is signed in. */
static bool
known(struct rq *rq, struct caller *a)
{
	const struct who_row *w = a->who->at;

	if (!a->who->n || !lasts(w, rq->now))
		return false;
	rq->viewer = w->person;
	rq->account = w->account;
	rq->lang = w->lang;
	rq->zone = w->zone;
	rq->wide = w->reach > 2000;
	rq->door = strcmp(w->door, "api") == 0 ? DOOR_API : DOOR_WEB;
	for (size_t i = 0; i < a->held->n; i++)
		a->roles |= relation_bit(a->held->at[i].relation);
	keep_alive(rq, a);
	return true;
}

/* A token that may only read changes nothing. */
static bool
narrow(const struct rq *rq, const struct caller *a)
{
	return rq->door == DOOR_API && rq->web->method != GET && !strstr(a->who->at->scopes, "write");
}

/* False: there is no such record. */
static bool
subject_judged(struct rq *rq, struct caller *a)
{
	struct subject *s = &a->subject;

	s->relations = 1u << COLLEAGUE;
	if (s->of == OF_VIEWER)
		s->person = rq->viewer;
	if (a->kind && !a->kind->judge(rq, a->of_kind, s))
		return false;
	if (!s->person.n)
		s->relations |= s->scoped ? 0 : a->roles;
	else if (s->person.n == rq->viewer.n)
		s->relations |= 1u << SELF;
	return a->kind || s->of <= OF_VIEWER;
}

void
access_judge(struct rq *rq)
{
	static const enum outcome of[] = { [MAY] = FINE, [MAY_NOT_SEE] = ABSENT, [MAY_NOT_DO] = FORBIDDEN, [WRONG_STATE] = CONFLICT };
	struct caller *a = caller_of(rq);
	const struct route *r = rq->web->route;
	enum verdict v;

	if (!known(rq, a)) {
		if (!(r->flags & OPEN))
			end_with(rq, SIGN_IN, "nobody is signed in");
		return;
	}
	if (!subject_judged(rq, a)) {
		end_with(rq, ABSENT, "no such record");
		return;
	}
	v = policy(r->may, relations_for(rq, r->may), a->subject.state);
	if (v == MAY && narrow(rq, a))
		v = MAY_NOT_DO;
	if (v != MAY)
		end_with(rq, of[v], "the policy");
	else if (a->drafts)
		drafts_show(rq, a->drafts);
}
