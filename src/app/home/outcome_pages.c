/* outcome_pages.c: pages of what went wrong: plain sentences, and who can help. */
#include "access/pages.h"
#include "access/policy_words.h"
#include "base/chance.h"
#include "base/log.h"
#include "home/home.h"
#include "home_views.h"

#include <string.h>

static const struct face {
	int status;
	const char *word;               /* of outcome.html and of the words file */
} faces[] = {
	[FINE] = { 200, "fine" }, [REFUSED] = { 422, "refused" }, [CONFLICT] = { 409, "conflict" },
	[ABSENT] = { 404, "absent" }, [FORBIDDEN] = { 403, "forbidden" }, [SIGN_IN] = { 401, "sign-in" },
	[BUSY] = { 503, "busy" }, [BROKEN] = { 500, "broken" }, [SLOW_READ] = { 503, "slow" },
};

/* A form from elsewhere or from an ended session is told apart from a right that is missing. */
static const char *
word_of(const struct rq *rq, enum outcome o)
{
	if (o == FORBIDDEN && rq->why && strcmp(rq->why, "csrf") == 0)
		return "stale";
	if (o == CONFLICT && rq->why && strcmp(rq->why, "the policy") == 0)
		return "moved";
	if (o == CONFLICT && rq->why && strcmp(rq->why, "undo") == 0)
		return "late";
	return faces[o].word;
}

/* Whoever may do what was asked, in the order of the table. */
static struct held_rows *
who_can(struct rq *rq, enum outcome o)
{
	struct held_rows *who = NEW(rq->arena, struct held_rows);
	size_t n;
	const struct policy_row *rows = policy_rows(&n);

	who->at = NEW_MANY(rq->arena, struct held, n * RELATIONS);
	for (size_t i = 0; o == FORBIDDEN && rq->web->route && i < n; i++)
		for (int r = 0; (int)rows[i].may == rq->web->route->may && r < RELATIONS; r++)
			if (rows[i].by & (1u << r))
				who->at[who->n++].relation = relation_word(r);
	return who;
}

/* What the person can quote and the log can be searched for. */
static const char *
reference(struct rq *rq, enum outcome o)
{
	char *text;

	if (o != BROKEN && o != SLOW_READ)
		return NULL;
	text = arena_take(rq->arena, 9);
	chance_hex(text, 4);
	log_fault("request.reference", "reference=%s route=%s why=\"%s\"", text, rq->web->route ? rq->web->route->path : "-",
	    rq->why ? rq->why : "-");
	return text;
}

struct reply
home_outcome(struct rq *rq)
{
	enum outcome o = rq->web->ended;
	const char *word = word_of(rq, o);
	bool own = o == FORBIDDEN && rq->web->route && policy_never_own(rq->web->route->may) && rq_subject(rq)->relations & (1u << SELF);
	struct outcome_face face = { word, reference(rq, o), own };
	struct outcome_face_rows one = { 1, &face };
	struct held_rows *who = who_can(rq, o);
	struct reply r;

	if (o == SIGN_IN && !rq->web->json_out)
		return sign_in_get(rq);
	if (rq->web->json_out)
		return problem(rq, faces[o].status, words(rq->lang, arena_print(rq->arena, "outcome.%s", word)));
	r = rq_who(rq) ? went_wrong_page(rq, &(struct went_wrong){ .face = &one, .who = who })
	    : went_wrong_bare_page(rq, &(struct went_wrong_bare){ .face = &one, .who = who });
	r.status = faces[o].status;
	return r;
}
