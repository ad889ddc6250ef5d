/* record_text.c: writes the canonical text of a review, line by line. No database, no markup, no clock. */
#include "reviews/record_text.h"
#include "reviews/evidence_record.h"

#include "base/day.h"
#include "base/text.h"

#include <string.h>

enum { SECOND = 1000000, MINUTE = 60, HOUR = 3600, PERCENT = 100 };

char *
instant_text(struct arena *a, int64_t at)
{
	struct day d = day_of_instant(at);
	int64_t s = (at - instant_of_day(d)) / SECOND;
	char day[11];

	day_write(d, day);
	return arena_print(a, "%sT%02d:%02d:%02dZ", day, (int)(s / HOUR), (int)(s % HOUR / MINUTE), (int)(s % MINUTE));
}

/* A value's further lines begin with a tab, so that no text can look like a line of ours. */
static void
line(struct out *o, const char *key, const char *value)
{
	put(o, key);
	put(o, ": ");
	for (const char *c = value == NULL ? "" : value; *c != '\0'; c++) {
		if (*c == '\r')
			continue;
		put_char(o, *c);
		if (*c == '\n')
			put_char(o, '\t');
	}
	put_char(o, '\n');
}

static void
line_who(struct out *o, const char *key, person_id who, const char *name)
{
	line(o, key, arena_print(o->arena, "%lld %s", (long long)who.n, name == NULL ? "" : name));
}

static void
line_days(struct out *o, const char *key, struct day from, struct day to)
{
	char first[11], last[11];

	day_write(from, first);
	day_write(to, last);
	line(o, key, arena_print(o->arena, "%s %s", first, last));
}

static void
put_head(struct out *o, const struct record_facts *f)
{
	const struct review_head *h = f->head;

	line(o, "meridian-record", "1");
	line(o, "review", arena_print(o->arena, "%lld", (long long)h->id.n));
	line(o, "edition", arena_print(o->arena, "%lld", (long long)f->edition));
	line(o, "cycle", arena_print(o->arena, "%lld %s", (long long)h->cycle.n, h->cycle_name));
	line_days(o, "period", h->period_from, h->period_to);
	line_who(o, "person", h->person, h->name);
	line(o, "role", h->title);
	line(o, "unit", h->unit);
	line_who(o, "reviewer", h->manager, h->manager_name);
}

static void
put_answer(struct out *o, const struct review_answer *a)
{
	const char *who = a->relation;

	if (a->value != NONE)
		line(o, arena_print(o->arena, "%s-level", who), arena_print(o->arena, "%s %s",
		    milli_text(o->arena, a->value), a->label == NULL ? "" : a->label));
	if (!text_empty(a->words))
		line(o, who, a->words);
}

static void
put_goal(struct out *o, const struct review_goal *g)
{
	const char *come = g->progress == NONE ? "-" : arena_print(o->arena, "%lld%%", (long long)g->progress);

	line(o, "goal", arena_print(o->arena, "%lld%% %s %s", (long long)g->weight, come, g->title));
}

static void
put_question(struct out *o, const struct record_facts *f, const struct review_question *q)
{
	line(o, "question", q->title);
	for (size_t i = 0; f->goals != NULL && strcmp(q->kind, "goals") == 0 && i < f->goals->n; i++)
		put_goal(o, &f->goals->at[i]);
	for (size_t i = 0; i < f->answers->n; i++)
		if (f->answers->at[i].question.n == q->id.n)
			put_answer(o, &f->answers->at[i]);
	for (size_t i = 0; f->cites != NULL && i < f->cites->n; i++)
		if (f->cites->at[i].question.n == q->id.n)
			line(o, arena_print(o->arena, "%s-cites", f->cites->at[i].relation), cite_record(o->arena, &f->cites->at[i]));
}

static void
put_sections(struct out *o, const struct record_facts *f)
{
	for (size_t i = 0; i < f->sections->n; i++) {
		const struct section *s = &f->sections->at[i];

		line(o, "section", arena_print(o->arena, "%lld%% %s", (long long)s->weight, s->title));
		for (size_t k = 0; k < f->questions->n; k++)
			if (f->questions->at[k].section.n == s->id.n)
				put_question(o, f, &f->questions->at[k]);
	}
}

static void
put_rating(struct out *o, const struct record_facts *f)
{
	const struct review_head *h = f->head;

	line(o, "formula", h->formula);
	for (size_t i = 0; i < f->formula->n; i++) {
		const struct rating_line *l = &f->formula->at[i];

		line(o, arena_print(o->arena, "input-%s", l->what), arena_print(o->arena, "%s %s %s",
		    milli_text(o->arena, l->weight), l->value == NONE ? "-" : milli_text(o->arena, l->value), l->title));
	}
	line(o, "computed", h->computed == NONE ? "-" : milli_text(o->arena, h->computed));
	line(o, "rating", h->final == NONE ? "-" : arena_print(o->arena, "%s %s", milli_text(o->arena, h->final),
	    h->label == NULL ? "" : h->label));
}

/* Who approved it at the second level, if the cycle has one. */
static void
put_approval(struct out *o, const struct review_head *h)
{
	if (h->approved_by_id.n != 0)
		line(o, "approved", arena_print(o->arena, "%s by %lld %s", instant_text(o->arena, h->approved_at),
		    (long long)h->approved_by_id.n, h->approved_by == NULL ? "" : h->approved_by));
}

static void
put_told(struct out *o, const struct word_line_rows *told)
{
	for (size_t i = 0; told != NULL && i < told->n; i++) {
		const struct word_line *w = &told->at[i];

		line(o, w->kind, arena_print(o->arena, "%s by %s", instant_text(o->arena, w->at), w->name));
		if (!text_empty(w->words))
			line(o, arena_print(o->arena, "%s-words", w->kind), w->words);
	}
}

static void
put_talk(struct out *o, const struct talk_line_rows *talk)
{
	char day[11];

	if (talk == NULL || talk->n == 0)
		return;
	day_write(talk->at[0].talked_on, day);
	line(o, "conversation", arena_print(o->arena, "%s, written by %s", day, talk->at[0].by_name));
	line(o, "agreed", talk->at[0].words);
	if (!text_empty(talk->at[0].own_words))
		line(o, "employee-words", talk->at[0].own_words);
}

static void
put_agreed(struct out *o, const struct agreed_step_rows *agreed)
{
	for (size_t i = 0; agreed != NULL && i < agreed->n; i++) {
		const struct agreed_step *s = &agreed->at[i];
		char due[11];

		day_write(s->due, due);
		line(o, "next-step", arena_print(o->arena, "%s %lld %s: %s", due, (long long)s->person.n, s->name, s->title));
	}
}

/* "released", "amended" …: what made this edition. */
static const char *
kind_of(const struct record_facts *f)
{
	return f->kind != NULL ? f->kind : f->edition == 1 ? "released" : "amended";
}

struct blob
record_text(struct arena *a, const struct record_facts *f)
{
	struct out o;
	const char *when = arena_print(a, "%s by %lld %s", instant_text(a, f->at), (long long)f->by.n, f->by_name);

	out_init(&o, a);
	put_head(&o, f);
	if (strcmp(kind_of(f), "withdrawn") != 0) {     /* what was taken back is not said again */
		put_sections(&o, f);
		put_rating(&o, f);
		put_approval(&o, f->head);
		put_told(&o, f->told);
		put_talk(&o, f->talk);
		put_agreed(&o, f->agreed);
	}
	line(&o, kind_of(f), when);
	if (f->reason != NULL)
		line(&o, "reason", f->reason);
	return (struct blob){ o.at, o.n };
}

struct rating
formula_judge(struct arena *a, struct rating_line_rows *formula)
{
	struct rating_input *inputs = NEW_MANY(a, struct rating_input, formula->n);
	int64_t section = 0;
	size_t n = 0;

	for (size_t i = 0; i < formula->n; i++) {
		struct rating_line *l = &formula->at[i];

		l->weighs = l->weight * PERCENT;
		if (strcmp(l->what, "section") == 0) {
			section = l->weight;
			l->share = l->weighs;
			continue;
		}
		inputs[n] = (struct rating_input){ section, l->weight, l->value };
		l->share = rating_share(&inputs[n]) * PERCENT;
		n++;
	}
	return review_rating(inputs, n);
}
