/* part_pages.c: writing one's part of a review. Reads, asks, judges, shows. */
#include "reviews/evidence_pages.h"

#include "base/text.h"
#include "base/zone.h"

#include <string.h>

static bool
same_words(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static const char *
label_of(const struct part_anchor_rows *anchors, const struct part_question *q)
{
	for (size_t i = 0; i < anchors->n; i++)
		if (anchors->at[i].question.n == q->id.n && anchors->at[i].value == q->value)
			return anchors->at[i].label;
	return NULL;
}

/* After a conflict: what somebody else saved stands beside what was typed. */
static void
show_other(struct rq *rq, struct part_question *q, const struct part_anchor_rows *anchors)
{
	const char *words = rq_field(rq, arena_print(rq->arena, "words.%lld", (long long)q->id.n));
	const char *value = rq_field(rq, arena_print(rq->arena, "value.%lld", (long long)q->id.n));
	int64_t typed = NONE;

	if (words != NULL && q->words != NULL && !same_words(words, q->words))
		q->other_words = q->words;
	if (value != NULL && text_milli(value, &typed) && q->value != NONE && typed != q->value)
		q->other_label = label_of(anchors, q);
}

static int64_t
last_saved(const struct part_question_rows *questions)
{
	int64_t last = NONE;

	for (size_t i = 0; i < questions->n; i++)
		if (questions->at[i].saved_at > last)
			last = questions->at[i].saved_at;
	return last;
}

/* The state of the subject is the phase judged: these two are its open ones. */
static bool
is_open(const char *stands)
{
	return strcmp(stands, "asked") == 0 || strcmp(stands, "writing") == 0;
}

/* The employee, once it is released: without the answers they are not shown, and what those rest on. */
static void
keep_shared(struct part_question_rows *questions, struct part_anchor_rows *anchors, struct part_cite_rows *cites)
{
	size_t kept = 0, anchors_kept = 0, cites_kept = 0;

	for (size_t i = 0, k = 0, c = 0; i < questions->n; i++) {
		struct part_question q = questions->at[i];

		if (q.shared)
			questions->at[kept++] = q;
		for (; k < anchors->n && anchors->at[k].question.n == q.id.n; k++)
			if (q.shared)
				anchors->at[anchors_kept++] = anchors->at[k];
		for (; c < cites->n && cites->at[c].question.n == q.id.n; c++)
			if (q.shared)
				cites->at[cites_kept++] = cites->at[c];
	}
	questions->n = kept;
	anchors->n = anchors_kept;
	cites->n = cites_kept;
}

struct reply
part_get(struct rq *rq)
{
	part_id id = rq_part(rq);
	bool writable = rq->web->again || is_open(rq_subject(rq)->state);
	struct section_rows *sections = part_sections(rq, rq->viewer, id);
	struct part_question_rows *questions = part_questions(rq, rq->viewer, id);
	struct part_anchor_rows *anchors = part_anchors(rq, rq->viewer, id);
	struct evidence_asks evidence = evidence_ask(rq, id, writable);
	struct part_form page = {
		.head = part_head(rq, rq->viewer, id), .sections = sections, .questions = questions, .writable = writable,
		.anchors = anchors, .following = part_next(rq, rq->viewer, id), .preceding = part_before(rq, rq->viewer, id),
		.reopened = part_reopened(rq, rq->viewer, id), .formers = former_words(rq, rq->viewer, id, (review_id){ 0 }, NONE), .stands = rq_subject(rq)->state,
	};

	answers(rq);
	if (page.head->person.n == rq->viewer.n && strcmp(page.head->relation, "self") != 0)
		keep_shared(questions, anchors, evidence.cites);
	for (size_t i = 0; i < sections->n; i++)
		sections->at[i].number = (int64_t)i + 1;
	for (size_t i = 0; rq->web->again && i < questions->n; i++)
		show_other(rq, &questions->at[i], anchors);
	page.saved = last_saved(questions);
	evidence_judge(rq, &evidence, &page);
	return part_form_page(rq, &page);
}

static const struct part_entry_question *
typed_for(const struct part_entry *typed, question_id question)
{
	for (size_t i = 0; i < typed->n_question; i++)
		if (typed->question[i].id.n == question.n)
			return &typed->question[i];
	return NULL;
}

static bool
is_rated(const struct part_question *q)
{
	return strcmp(q->kind, "text") != 0;
}

static void
refuse_answer(struct rq *rq, const struct part_question *q, const char *code)
{
	bool rating = is_rated(q);

	refuse(rq, arena_print(rq->arena, "%s.%lld", rating ? "value" : "words", (long long)q->id.n), code);
}

static bool
is_level(const struct part_anchor_rows *anchors, const struct part_question *q, int64_t value)
{
	for (size_t i = 0; i < anchors->n; i++)
		if (anchors->at[i].question.n == q->id.n && anchors->at[i].value == value)
			return true;
	return false;
}

/* What a question would say if this were saved; the row's own where nothing was typed. */
static struct part_question
with_typed(const struct part_question *q, const struct part_entry_question *typed)
{
	struct part_question made = *q;

	if (typed == NULL)
		return made;
	made.value = is_rated(q) ? typed->value : NONE;
	made.words = typed->words;
	made.version = typed->version;
	return made;
}

static void
judge_answer(struct rq *rq, const struct part_question *q, const struct part_anchor_rows *anchors, bool submit)
{
	if (q->value != NONE && !is_level(anchors, q, q->value))
		refuse_answer(rq, q, "refused.not_a_choice");
	if (submit && answer_is_missing(q->kind, q->required, q->value, q->words))
		refuse_answer(rq, q, is_rated(q) ? "refused.choose-level" : "refused.write-something");
}

/* The lowest or the highest level of the question. Its levels stand together, in order. */
static bool
at_end(const struct part_anchor_rows *anchors, const struct part_question *q)
{
	bool above = false, below = false;

	for (size_t i = 0; i < anchors->n; i++)
		if (anchors->at[i].question.n == q->id.n) {
			above = above || anchors->at[i].value > q->value;
			below = below || anchors->at[i].value < q->value;
		}
	return !above || !below;
}

/* What a manager's rating rests on, at hand-in. What the writer may no longer read does not count. */
static void
judge_rests(struct rq *rq, const struct part_question *q, const struct part_anchor_rows *anchors, const struct evidence_asks *evidence)
{
	int64_t cited = 0;
	const char *why;

	for (size_t i = 0; i < evidence->cites->n; i++)
		cited += evidence->cites->at[i].may && evidence->cites->at[i].question.n == q->id.n;
	if (!is_rated(q) || q->value == NONE)
		return;
	why = rating_rests(q->evidence, at_end(anchors, q), cited, evidence_citable(evidence->counts), q->words);
	if (why != NULL)
		refuse(rq, arena_print(rq->arena, "%s.%lld", strcmp(why, "refused.say-why") == 0 ? "words" : "value",
		    (long long)q->id.n), why);
}

/* Only what changed is written, each by its own version. */
static void
save_answer(struct rq *rq, part_id part, const struct part_question *was, const struct part_question *is)
{
	if (was->value != is->value || !same_words(was->words, is->words))
		answer_put(rq, part, is->id, is->value, is->words, is->version, rq->now);
}

/* What was typed, judged and kept question by question. */
static void
take_answers(struct rq *rq, const struct part_entry *typed, const struct part_head *head, const struct part_question_rows *questions,
    const struct part_anchor_rows *anchors, const struct evidence_asks *evidence)
{
	for (size_t i = 0; i < questions->n; i++) {
		const struct part_question *was = &questions->at[i];
		struct part_question is = with_typed(was, typed_for(typed, was->id));

		judge_answer(rq, &is, anchors, typed->submit);
		if (typed->submit && strcmp(head->relation, "manager") == 0)
			judge_rests(rq, &is, anchors, evidence);
		save_answer(rq, head->id, was, &is);
	}
}

static struct reply
hand_in(struct rq *rq, const struct part_head *head, const struct evidence_asks *evidence, int64_t version)
{
	struct recency r = evidence_recency(head->period_from, head->period_to, evidence->cites);

	part_recent(rq, head->id, recent_share(&r));
	evidence_goals_keep(rq, head->review, evidence);
	part_hand_in(rq, head->id, head->review, head->person, head->relation, version);
	tell(rq, "told.handed-in");
	return go(rq, "/reviews");
}

struct reply
part_post(struct rq *rq)
{
	part_id id = rq_part(rq);
	struct part_entry typed = part_entry_read(rq);
	struct evidence_step step = evidence_step_read(rq);
	const struct part_head *head = part_head(rq, rq->viewer, id);
	const struct part_question_rows *questions = part_questions(rq, rq->viewer, id);
	const struct part_anchor_rows *anchors = part_anchors(rq, rq->viewer, id);
	struct evidence_asks evidence = evidence_ask(rq, id, true);

	answers(rq);
	take_answers(rq, &typed, head, questions, anchors, &evidence);
	evidence_do(rq, id, &step, evidence.cites);
	if (refused(rq))
		return again(rq);
	part_begun(rq, id);
	if (evidence_is_asked(&step))
		return evidence_back(rq, id, &step);
	if (!typed.submit)
		return go(rq, "/parts/%lld", (long long)id.n);
	return hand_in(rq, head, &evidence, typed.version);
}

/* For the script: what is saved when, and the version the next save must name. */
static struct reply
saved_reply(struct rq *rq, int64_t version)
{
	struct out o;
	char clock[6];

	zone_clock(rq->zone, rq->now, clock);
	out_init(&o, rq->arena);
	put_format(&o, "{\"saved\":\"%s\",\"version\":\"%lld\"}", clock, (long long)version);
	return reply_bytes("application/json; charset=utf-8", (struct blob){ o.at, o.n });
}

struct reply
answer_post(struct rq *rq)
{
	part_id id = rq_part(rq);
	question_id question = { rq_number(rq, 1) };
	struct part_entry typed = part_entry_read(rq);
	const struct part_entry_question *answer = typed_for(&typed, question);
	const struct part_question_rows *questions = part_questions(rq, rq->viewer, id);
	const struct part_anchor_rows *anchors = part_anchors(rq, rq->viewer, id);

	answers(rq);
	for (size_t i = 0; answer != NULL && i < questions->n; i++) {
		struct part_question is = with_typed(&questions->at[i], answer);

		if (is.id.n != question.n)
			continue;
		judge_answer(rq, &is, anchors, false);
		answer_put(rq, id, question, is.value, is.words, is.version, rq->now);
	}
	if (refused(rq) || answer == NULL)
		return again(rq);
	part_begun(rq, id);
	return answers(rq) && rq->web->json_out ? saved_reply(rq, answer->version + 1) : go(rq, "/parts/%lld", (long long)id.n);
}
