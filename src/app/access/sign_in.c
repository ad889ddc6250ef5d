/* sign_in.c: a password judged on a worker, at most so often; letters with links. Knows no page. */
#include "access/sign_in.h"

#include "base/chance.h"
#include "base/digest.h"
#include "base/text.h"
#include "jobs/mail.h"
#include "views/views.h"

#include <string.h>

enum { BY_NAME = 10, BY_PEER = 30, LINKS = 5 };
static const int64_t MINUTE = INT64_C(60) * 1000000, WINDOW = 15;

/* What is read and written beside the request's own transaction (a refused one leaves nothing). */
struct attempt {
	struct rq *rq;
	const char *key;
	struct blob name, peer;         /* digests; keyed, so that a dump tells no names */
	struct account_key account;     /* id 0: unknown */
	struct sign_in_try *result;
};

static struct blob
keyed(struct rq *rq, const char *text)
{
	unsigned char *out = arena_take(rq->arena, DIGEST_BYTES), key[32];

	server_key(key, "sign-in");
	digest_of_two(out, (struct blob){ key, sizeof key }, (struct blob){ text, strlen(text) });
	return (struct blob){ out, DIGEST_BYTES };
}

static struct rq *
inner(const struct attempt *a, struct conn *c)
{
	return rq_new(a->rq->arena, a->rq->store, c, a->rq->now, a->rq->today);
}

static void
look(struct conn *c, void *arg)
{
	struct attempt *a = arg;
	struct rq *rq = inner(a, c);
	const struct account_key_rows *found = account_of_key(rq, a->key);
	const struct tries *tries = tries_since(rq, a->name, a->peer, rq->now - WINDOW * MINUTE);

	a->result->limited = !answers(rq) || tries->by_name >= BY_NAME || tries->by_peer >= BY_PEER;
	if (found->n)
		a->account = found->at[0];
}

static bool
remember(struct conn *c, void *arg)
{
	struct attempt *a = arg;
	struct rq *rq = inner(a, c);

	try_add(rq, a->name, a->peer, rq->now, a->result->good);
	return answers(rq);
}

static const char *
typed_secret(struct rq *rq, const char *field)
{
	const char *typed = rq_field(rq, field), *nfc = typed ? text_nfc(rq->arena, typed) : NULL;

	return nfc ? nfc : "";
}

void
sign_in_before(struct rq *rq)
{
	struct sign_in_try *result = NEW(rq->arena, struct sign_in_try);
	struct attempt a = { .rq = rq, .key = sign_in_key(rq->arena, rq_field(rq, "name")), .result = result };
	const char *password = typed_secret(rq, "password");

	rq->web->slow = result;
	a.name = keyed(rq, a.key);
	a.peer = keyed(rq, rq->web->peer ? rq->web->peer : "");
	if (!*a.key || !*password || text_length(password) > SECRET_MOST)
		return;
	if (store_read(rq->store, look, &a, 0) != FAULT_NONE)
		result->limited = true;
	if (result->limited)
		return;
	result->good = secret_is(a.account.secret, password) && strcmp(a.account.state, "open") == 0;
	result->account = a.account.id;
	result->person = a.account.person;
	if (store_change(rq->store, remember, &a) != FAULT_NONE)
		result->good = false;
}

void
new_secret_before(struct rq *rq)
{
	const char *password = typed_secret(rq, "password");

	if (text_length(password) >= SECRET_LEAST && text_length(password) <= SECRET_MOST)
		rq->web->slow = (void *)secret_hash(rq->arena, password);
}

/* Whose session this is; before any judging, so the hash is only compared, never shown. */
static void
look_own(struct conn *c, void *arg)
{
	struct attempt *a = arg;
	struct rq *rq = inner(a, c);
	const char *session = a->rq->web->session;
	const struct who_row_rows *who = who_asks(rq, key_digest(rq->arena, session ? session : ""));
	const struct account_key_rows *found;

	if (!answers(rq) || !who->n)
		return;
	found = account_of_id(rq, who->at->account);
	if (answers(rq) && found->n)
		a->account = found->at[0];
}

/* An account that has no password yet may choose one: whoever is signed in came by a link. */
void
own_secret_before(struct rq *rq)
{
	struct own_secret *own = NEW(rq->arena, struct own_secret);
	struct attempt a = { .rq = rq };

	new_secret_before(rq);
	own->hash = rq->web->slow;
	rq->web->slow = own;
	if (store_read(rq->store, look_own, &a, 0) != FAULT_NONE || !a.account.id.n)
		return;
	own->right = a.account.secret == NULL || secret_is(a.account.secret, typed_secret(rq, "old"));
}

void
secret_judge(struct rq *rq, const char *field, const char *password, const char *name, const char *email, const char *hash)
{
	const char *flaw = secret_flaw(rq->arena, password, name, email ? email : "");

	if (flaw)
		refuse(rq, field, flaw);
	else if (!hash)
		end_with(rq, BUSY, "no memory for a hash");
}

/* Who, what kind, and a link: never more than that leaves by mail. */
static int64_t
letter(struct rq *rq, person_id person, const char *address, const char *kind, const char *key, int64_t due_at)
{
	const char *said[3];
	static const char *const parts[3] = { "subject", "text", "note" };

	for (size_t i = 0; i < COUNT(parts); i++)
		said[i] = words(rq->lang, arena_print(rq->arena, "mail.%s.%s", kind, parts[i]));
	return mail_at_once(rq, person.n, address, kind, said[0],
	    arena_print(rq->arena, "%s\n\n%s/link/%s\n\n%s", said[1], site_url(), key, said[2]), due_at);
}

bool
link_mail(struct rq *rq, person_id person, const char *address, const char *kind, int64_t minutes)
{
	return link_mail_due(rq, person, address, kind, minutes, rq->now) != 0;
}

int64_t
link_mail_due(struct rq *rq, person_id person, const char *address, const char *kind, int64_t minutes, int64_t due_at)
{
	char key[33];
	const struct link_made *made = links_since(rq, person, kind, rq->now - WINDOW * MINUTE);

	if (!answers(rq) || !address || made->n >= LINKS)
		return 0;
	chance_hex(key, 16);
	link_add(rq, key_digest(rq->arena, key), kind, person, rq->now, rq->now + minutes * MINUTE);
	return letter(rq, person, address, kind, key, due_at);
}

void
link_feign(struct rq *rq, const char *email)
{
	static const char *const rows[] = { "link", "letter", "job" };
	const char *key = sign_in_key(rq->arena, email);
	struct blob peer = keyed(rq, rq->web->peer ? rq->web->peer : "");

	for (size_t i = 0; i < COUNT(rows); i++)        /* good: they count against nobody, and go in a day */
		try_add(rq, keyed(rq, arena_print(rq->arena, "%s of %s", rows[i], key)), peer, rq->now, true);
}
