/* people_said.c: the import command's answer. Words from people_words; knows no rows of tables. */
#include "people/people_said.h"

#include "views/views.h"

#include <string.h>

enum { MISSING_MOST = 50 };

/* The words of a key with {value} filled, on a line of their own. */
void
said_plain(struct out *o, const char *key, const char *value)
{
	const char *text = words("en", key), *gap = strstr(text, "{value}");

	put_n(o, text, gap == NULL ? strlen(text) : (size_t)(gap - text));
	if (gap != NULL) {
		put(o, value);
		put(o, gap + strlen("{value}"));
	}
	put(o, "\n");
}

void
said_usage(struct rq *rq, const struct order *o, const char *key, const char *value)
{
	said_plain(o->said, key, value);
}

void
said_columns(struct rq *rq, const struct order *o, const struct import *im)
{
	said_plain(o->said, "said.columns", "");
	for (int i = 0; i < im->map.n; i++) {
		enum field_of f = im->map.in[i];

		put_format(o->said, "  %-32s %s\n", im->map.header[i][0] == '\0' ?
		    arena_print(rq->arena, "#%d", i + 1) : im->map.header[i],
		    f == IN_NOTHING ? "-" : field_word(f));
	}
}

/* "03/04/2025 could be 3 April 2025 or 4 March 2025": both readings, and how to say which. */
static void
said_question(struct rq *rq, const struct order *o, const struct import *im, const struct import_dates *d)
{
	struct out *s = o->said;
	enum date_form forms[] = { DATES_DMY, DATES_MDY };

	put_format(s, "%s: %s %s", im->map.header[d->column], d->seen.unclear, words("en", "said.could"));
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct day day = date_shown(d->seen.unclear, forms[i], rq->today);

		put_format(s, "%s %d %s %d (--dates %s)", i > 0 ? words("en", "said.or") : "", day.d,
		    words("en", arena_print(rq->arena, "month.%d", day.m)), day.y,
		    date_form_word(forms[i]));
		put(s, i > 0 ? "\n" : " ");
	}
}

static void
said_dates(struct rq *rq, const struct order *o, const struct import *im)
{
	for (size_t i = 0; i < COUNT(im->dates); i++) {
		const struct import_dates *d = &im->dates[i];

		if (d->column < 0 || im->lack != NULL)
			continue;
		if (d->asks && !d->mixed)
			said_question(rq, o, im, d);
		else if (!d->asks && d->seen.decides[0] != '\0')
			put_format(o->said, "%s: %s (%s)\n", im->map.header[d->column],
			    words("en", arena_print(rq->arena, "import_dates.%s", date_form_word(d->form))),
			    d->seen.decides);
	}
}

static void
said_flaws(struct rq *rq, const struct order *o, const struct import *im)
{
	if (im->flaws != NULL)
		said_plain(o->said, "said.problems", "");
	for (const struct flaw *f = im->flaws; f != NULL; f = f->next) {
		put_format(o->said, "  %s", words_value(rq, "said.row",
		    arena_print(rq->arena, "%lld", (long long)f->line)));
		if (f->field[0] != '\0')
			put_format(o->said, ", %s", f->field);
		put_format(o->said, ": %s", flaw_words(rq, f));
		if (f->other > 0 && f->value[0] != '\0')
			put_format(o->said, " (%s)", f->value);
		put(o->said, "\n");
	}
}

static void
said_counts(const struct order *o, const struct import *im)
{
	const struct { const char *key; int64_t n; } counts[] = {
		{ "said.inserted", im->inserted }, { "said.updated", im->updated },
		{ "said.unchanged", im->same }, { "said.ended", im->ended },
		{ "said.rejected", im->rejected },
	};

	for (size_t i = 0; i < COUNT(counts); i++)
		put_format(o->said, "%s: %lld\n", words("en", counts[i].key), (long long)counts[i].n);
}

static void
said_missing(struct rq *rq, const struct order *o, const struct import *im)
{
	if (im->n_missing == 0)
		return;
	put_format(o->said, "%s: %zu\n", words("en", "said.missing"), im->n_missing);
	for (size_t i = 0; i < im->n_missing && i < MISSING_MOST; i++) {
		const struct import_person *p = im->missing[i];

		put_format(o->said, "  %s %s\n", p->number,
		    name_shown(rq->arena, (struct name){ p->given, p->family }));
	}
}

/* Both readings of a day that could be two. */
static void
json_readings(struct out *s, const char *text, struct day today)
{
	static const enum date_form forms[] = { DATES_DMY, DATES_MDY };
	char iso[11];

	put(s, ",\"readings\":[");
	for (size_t i = 0; i < COUNT(forms); i++) {
		day_write(date_shown(text, forms[i], today), iso);
		put(s, i > 0 ? "," : "");
		put_json_text(s, iso);
	}
	put(s, "]");
}

static void
json_flaws(const struct order *o, const struct import *im)
{
	for (const struct flaw *f = im->flaws; f != NULL; f = f->next) {
		put_format(o->said, "%s{\"row\":%lld,\"column\":", f == im->flaws ? "" : ",", (long long)f->line);
		put_json_text(o->said, f->field);
		put(o->said, ",\"value\":");
		put_json_text(o->said, f->value);
		put(o->said, ",\"reason\":");
		put_json_text(o->said, f->code);
		put_format(o->said, ",\"warning\":%s", f->warning ? "true" : "false");
		if (strcmp(f->code, "days_two_ways") == 0)
			json_readings(o->said, f->value, im->known->today);
		put(o->said, "}");
	}
}

static void
said_json(const struct order *o, const struct import *im, enum said outcome)
{
	struct out *s = o->said;
	bool first = true, none = outcome == SAID_REFUSED && !o->check;

	put_format(s, "{\"inserted\":%lld,\"updated\":%lld,\"unchanged\":%lld,\"ended\":%lld,\"rejected\":%lld,\"problems\":[",
	    none ? 0 : (long long)im->inserted, none ? 0 : (long long)im->updated,
	    (long long)im->same, none ? 0 : (long long)im->ended, (long long)im->rejected);
	json_flaws(o, im);
	put(s, "],\"mapping\":{");
	for (int i = 0; i < im->map.n; i++) {
		if (im->map.in[i] == IN_NOTHING)
			continue;
		put(s, first ? "" : ",");
		put_json_text(s, im->map.header[i]);
		put(s, ":");
		put_json_text(s, field_word(im->map.in[i]));
		first = false;
	}
	put(s, "},\"missing\":[");
	for (size_t i = 0; i < im->n_missing; i++) {
		put(s, i > 0 ? "," : "");
		put_json_text(s, im->missing[i]->number);
	}
	put_format(s, "],\"applied\":%s}\n", outcome == SAID_APPLIED ? "true" : "false");
}

void
said_all(struct rq *rq, const struct order *o, const struct import *im, enum said outcome)
{
	static const char *const ends[] = { "said.refused", "said.checked", "said.applied", "said.waits" };

	if (o->json) {
		said_json(o, im, outcome);
		return;
	}
	said_columns(rq, o, im);
	said_dates(rq, o, im);
	said_flaws(rq, o, im);
	said_counts(o, im);
	said_missing(rq, o, im);
	said_plain(o->said, ends[outcome], "");
	if (outcome == SAID_REFUSED && im->rejected > 0 && !o->good_rows)
		said_plain(o->said, "said.more_rejects", "");
}

static const char *
reason(void *arg, const struct flaw *f)
{
	return flaw_words(arg, f);
}

void
said_rejects(struct rq *rq, const struct order *o, struct import *im)
{
	struct out rows;

	out_init(&rows, rq->arena);
	import_rejects(im, &rows, reason, rq, words("en", "said.reason"));
	put_n(o->rejects, rows.at == NULL ? "" : rows.at, rows.n);
}
