/* record_pages.c: the signed record, on paper and as a file that proves itself. */
#include "reviews/evidence.h"
#include "reviews/record_ask.h"
#include "reviews/review_pages.h"

#include "base/text.h"

#include <string.h>

static struct blob
own_key(struct rq *rq)
{
	unsigned char key[KEY_BYTES], secret[SECRET_BYTES];

	sign_key(key, secret);
	return (struct blob){ arena_copy_n(rq->arena, key, KEY_BYTES), KEY_BYTES };
}

/* The employee keeps what stands: an edition that was taken back later is HR's and the manager's to look at. Newest first. */
static void
judge_stands(struct rq *rq, struct record_line_rows *records)
{
	bool own = rq_subject(rq)->person.n == rq->viewer.n, taken = false;

	for (size_t i = 0; i < records->n; i++) {
		struct record_line *r = &records->at[i];

		r->stands = !own || !taken || strcmp(r->kind, "withdrawn") == 0;
		taken = taken || strcmp(r->kind, "withdrawn") == 0;
	}
}

/* The edition that the address names, if it stands for the viewer; else the newest. NULL: there is none. */
static const struct record_line *
record_asked(struct rq *rq, struct record_line_rows *records)
{
	const char *said = rq_query(rq, "edition");
	int64_t edition = NONE;

	judge_stands(rq, records);
	if (said == NULL)
		return records->n > 0 ? &records->at[0] : NULL;
	text_int(said, &edition);
	for (size_t i = 0; i < records->n; i++)
		if (records->at[i].edition == edition && records->at[i].stands)
			return &records->at[i];
	return NULL;
}

struct reply
record_get(struct rq *rq)
{
	review_id id = rq_review(rq);
	struct section_rows *sections = review_sections(rq, rq->viewer, id);
	struct review_question_rows *questions = review_questions(rq, rq->viewer, id, 1);
	struct rating_line_rows *formula = review_formula(rq, rq->viewer, id, 1);
	struct record_line_rows *records = review_records(rq, rq->viewer, id);
	struct review_cite_rows *cited = review_cites(rq, rq->viewer, id, rq_subject(rq)->person, 1);
	struct record_show page = {
		.head = review_head(rq, rq->viewer, id), .sections = sections, .questions = questions,
		.answered = review_answers(rq, rq->viewer, id, 1), .told = review_words(rq, rq->viewer, id),
		.goals = review_goals(rq, rq->viewer, id),
		.talk = talk_of(rq, rq->viewer, id), .agreed = agreed_steps(rq, rq->viewer, id),
		.records = records, .cited = cited,
	};

	answers(rq);
	fold_hidden(cited);
	for (size_t i = 0; i < sections->n; i++)
		sections->at[i].number = (int64_t)i + 1;
	for (size_t i = 0; i < questions->n; i++)
		questions->at[i].apart = "";
	page.based_on = formula_judge(rq->arena, formula).based_on;
	judge_stands(rq, records);
	judge_steps(rq, page.agreed);
	page.digest = page.records->n > 0 ? hex_of(rq->arena, page.records->at[0].digest) : "";
	page.fingerprint = key_fingerprint(rq->arena, own_key(rq));
	return record_show_page(rq, &page);
}

struct reply
record_file_get(struct rq *rq)
{
	struct record_line_rows *records = review_records(rq, rq->viewer, rq_review(rq));
	const struct record_line *r;
	struct record_seal seal;
	struct reply reply;

	answers(rq);
	r = record_asked(rq, records);
	if (r == NULL) {
		end_with(rq, ABSENT, "no record");
		return nothing();
	}
	seal = (struct record_seal){ r->body, r->digest, r->signature, own_key(rq) };
	reply = reply_bytes("text/plain; charset=utf-8", record_file(rq->arena, &seal));
	reply.file_name = arena_print(rq->arena, "review-%lld-edition-%lld.txt", (long long)rq_review(rq).n,
	    (long long)r->edition);
	return reply;
}
