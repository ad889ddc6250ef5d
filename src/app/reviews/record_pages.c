/* record_pages.c: the signed record, on paper and as a file that proves itself. */
#include "reviews/evidence.h"
#include "reviews/record_ask.h"
#include "reviews/review_pages.h"

static struct blob
own_key(struct rq *rq)
{
	unsigned char key[KEY_BYTES], secret[SECRET_BYTES];

	sign_key(key, secret);
	return (struct blob){ arena_copy_n(rq->arena, key, KEY_BYTES), KEY_BYTES };
}

struct reply
record_get(struct rq *rq)
{
	review_id id = rq_review(rq);
	struct section_rows *sections = review_sections(rq, rq->viewer, id);
	struct review_question_rows *questions = review_questions(rq, rq->viewer, id, 1);
	struct rating_line_rows *formula = review_formula(rq, rq->viewer, id, 1);
	struct review_cite_rows *cited = review_cites(rq, rq->viewer, id, 1);
	struct record_show page = {
		.head = review_head(rq, rq->viewer, id), .sections = sections, .questions = questions,
		.answered = review_answers(rq, rq->viewer, id, 1), .told = review_words(rq, rq->viewer, id),
		.records = review_records(rq, rq->viewer, id), .cited = cited,
		.goals = review_goals(rq, rq->viewer, id),
	};

	answers(rq);
	fold_hidden(cited);
	for (size_t i = 0; i < sections->n; i++)
		sections->at[i].number = (int64_t)i + 1;
	for (size_t i = 0; i < questions->n; i++)
		questions->at[i].apart = "";
	page.based_on = formula_judge(rq->arena, formula).based_on;
	page.digest = page.records->n > 0 ? hex_of(rq->arena, page.records->at[0].digest) : "";
	page.fingerprint = key_fingerprint(rq->arena, own_key(rq));
	return record_show_page(rq, &page);
}

struct reply
record_file_get(struct rq *rq)
{
	const struct record_line_rows *records = review_records(rq, rq->viewer, rq_review(rq));
	struct record_seal seal;
	struct reply reply;

	answers(rq);
	if (records->n == 0) {
		end_with(rq, ABSENT, "no record");
		return nothing();
	}
	seal = (struct record_seal){ records->at[0].body, records->at[0].digest, records->at[0].signature, own_key(rq) };
	reply = reply_bytes("text/plain; charset=utf-8", record_file(rq->arena, &seal));
	reply.file_name = arena_print(rq->arena, "review-%lld-edition-%lld.txt", (long long)rq_review(rq).n,
	    (long long)records->at[0].edition);
	return reply;
}
