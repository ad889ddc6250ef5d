/* form_standard.c: what a fresh template begins with, to be changed by whoever uses it. Knows no page. */
#include "forms/forms.h"

enum { LEVELS = 5, MILLI = 1000 };

static const struct {
	const char *label, *meaning;
} levels[LEVELS] = {
	{ "Not yet met", "Needs close guidance; agreed results were missed." },
	{ "Partly met", "Some agreed results were reached, others were not." },
	{ "Met", "Did what was agreed, dependably." },
	{ "Exceeded", "Went beyond what was agreed, in ways others noticed." },
	{ "Outstanding", "Rare: changed what others think is possible." },
};

struct standard_question {
	const char *title, *help;
	int64_t weight;                 /* thousandths of its section; 0: a text */
	const char *behaviour[LEVELS];
};

static const struct standard_question results[] = {
	{ "How far were the agreed results reached?", "Judge what was agreed, not what was wished for later.", 600, {
	    "Most agreed results were missed, without warning.",
	    "Some results were reached; others slipped, and that was said late.",
	    "The agreed results were reached, on time or with an early word.",
	    "All were reached, and at least one went clearly further.",
	    "The results changed what the whole unit can promise." } },
	{ "How good was the work that was delivered?", NULL, 400, {
	    "Work often had to be done again by somebody else.",
	    "Usable after corrections that could have been avoided.",
	    "Right the first time, and others can build on it.",
	    "Better than asked, and easier to keep going.",
	    "Others take it as their model." } },
	{ "What supports these two answers?", "Two or three examples from different months are enough.", 0, { NULL } },
};

static const struct standard_question how[] = {
	{ "Working with others", "In the team, with other teams, with customers.", 500, {
	    "Keeps knowledge back, or leaves agreements to others.",
	    "Helps when asked; misunderstandings stay open.",
	    "Shares early, listens, keeps agreements.",
	    "Makes others better and settles differences fairly.",
	    "Brings people together who could not work together before." } },
	{ "Reliability and ownership", NULL, 500, {
	    "Has to be reminded; problems are found by others.",
	    "Mostly reliable; says late when something will slip.",
	    "Does what was promised and says early when it will not hold.",
	    "Sees what is missing and takes it on without being asked.",
	    "Takes on the hardest matters and brings them home." } },
	{ "Give one example a colleague would recognise.", NULL, 0, { NULL } },
};

static const struct standard_question growth[] = {
	{ "Learning and growth", "What was learned and used, not courses attended.", 1000, {
	    "Avoids what is new and does not use feedback.",
	    "Learns when it is required.",
	    "Asks for feedback and visibly uses it.",
	    "Learns ahead of what the work needs, and passes it on.",
	    "Opens a field that the whole unit now works in." } },
	{ "What should the next period focus on?", "One or two concrete things, and what would help.", 0, { NULL } },
};

static const struct {
	const char *title, *help;
	int64_t weight;
	const struct standard_question *questions;
	size_t n;
} sections[] = {
	{ "Results", "What was agreed for this period, and what came of it.", 500, results, COUNT(results) },
	{ "How the work was done", NULL, 300, how, COUNT(how) },
	{ "Growth", NULL, 200, growth, COUNT(growth) },
};

static const struct standard_question light[] = {
	{ "What went well since the beginning of the period?", "Two or three things somebody else could have noticed.", 0, { NULL } },
	{ "What is harder than expected, and what would help?", NULL, 0, { NULL } },
	{ "Do the goals still fit? What should change?", "Name the goal, and what you would change about it.", 0, { NULL } },
	{ "What comes next, until the end of the period?", "One or two concrete things.", 0, { NULL } },
};

static void
add_question(struct rq *rq, form_id form, section_id section, scale_id scale, const struct standard_question *q)
{
	question_id id = { new_id(rq) };
	bool rated = q->weight > 0;

	question_add(rq, id, form, section, rated ? "rating" : "text", q->title, q->help,
	    rated ? scale : (scale_id){ 0 }, q->weight, "both", 1, 1, rated ? "extremes" : "may");
	for (int64_t k = 0; rated && k < LEVELS; k++)
		anchor_add(rq, id, form, (k + 1) * MILLI, levels[k].label, q->behaviour[k]);
}

void
form_fill_standard(struct rq *rq, form_id form, scale_id scale)
{
	for (size_t i = 0; i < COUNT(sections); i++) {
		section_id id = { new_id(rq) };

		section_add(rq, id, form, sections[i].title, sections[i].help, sections[i].weight);
		for (size_t k = 0; k < sections[i].n; k++)
			add_question(rq, form, id, scale, &sections[i].questions[k]);
	}
}

void
form_fill_light(struct rq *rq, form_id form)
{
	section_id id = { new_id(rq) };

	section_add(rq, id, form, "Half way", "Words only, no rating. Both of you read both sides once both have handed in.", 0);
	for (size_t k = 0; k < COUNT(light); k++)
		add_question(rq, form, id, (scale_id){ 0 }, &light[k]);
}

scale_id
scale_make_standard(struct rq *rq)
{
	scale_id scale = { new_id(rq) };

	scale_add(rq, scale, "Five levels", MILLI, LEVELS * MILLI);
	for (int64_t k = 0; k < LEVELS; k++)
		scale_mark_add(rq, scale, (k + 1) * MILLI, levels[k].label, levels[k].meaning);
	return scale;
}

form_id
form_make_standard(struct rq *rq)
{
	form_id form = { new_id(rq) };

	form_add(rq, form, form, 1, "Standard review", "What was reached, how, and what comes next.", "en");
	form_fill_standard(rq, form, scale_make_standard(rq));
	form_publish(rq, form, 1, rq->now);
	form_scale_freeze(rq, form);
	return form;
}

form_id
form_make_light(struct rq *rq)
{
	form_id form = { new_id(rq) };

	form_add(rq, form, form, 1, "Conversation", "Where we are, what has changed, what would help.", "en");
	form_fill_light(rq, form);
	form_publish(rq, form, 1, rq->now);
	return form;
}
