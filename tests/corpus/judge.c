/*
 * judge.c: many files of people in one go, each judged against nobody or against a few who are known, and a
 * report of each. Reads "NAME empty|known LENGTH\n" and so many bytes, again and again; knows no database.
 */
#include "base/out.h"
#include "people/people_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_SHOWN = 8, FLAWS_SHOWN = 12, CELL_SHOWN = 70 };

#define TODAY { 2026, 11, 24 }
#define EVER { 9999, 12, 31 }

static struct import_unit units[] = {
	{ .id = { 1 }, .key = "root", .name = "Lumen" },
	{ .id = { 2 }, .key = "sales", .name = "Sales", .parent = { 1 } },
	{ .id = { 3 }, .key = "sales > emea", .name = "EMEA", .parent = { 2 } },
	{ .id = { 4 }, .key = "support", .name = "Support", .parent = { 1 } },
	{ .id = { 5 }, .key = "support > emea", .name = "EMEA", .parent = { 4 } },
};
static struct import_word jobs[] = { { 11, "seller", "Seller" } }, levels[] = { { 21, "l3", "L3" } };

/* Ana above Bo above Dan; Cy left in 2024; Hanna has no number; Eve leaves at the end of the year. */
static struct import_person people[] = {
	{ .id = { 100 }, .kind = "employee", .number = "E1", .number_key = "e1", .email = "ana@x.org", .email_key = "ana@x.org", .given = "Ana",
	  .family = "Duarte", .lang = "en", .employed = 1, .spell = { 1 }, .starts_on = { 2020, 1, 1 }, .ends_on = EVER, .unit = { 2 } },
	{ .id = { 101 }, .kind = "employee", .number = "E2", .number_key = "e2", .email = "bo@x.org", .email_key = "bo@x.org", .given = "Bo",
	  .family = "Lind", .lang = "en", .employed = 1, .spell = { 2 }, .starts_on = { 2021, 1, 1 }, .ends_on = EVER, .unit = { 2 }, .job = { 11 },
	  .line = { 51 }, .lined_on = { 2021, 1, 1 }, .manager = { 100 } },
	{ .id = { 102 }, .kind = "employee", .number = "E3", .number_key = "e3", .email = "cy@x.org", .email_key = "cy@x.org", .given = "Cy",
	  .family = "Wu", .lang = "en", .spell = { 3 }, .starts_on = { 2021, 1, 1 }, .ends_on = { 2024, 7, 1 }, .end_reason = "resigned", .unit = { 2 } },
	{ .id = { 103 }, .kind = "employee", .email = "hr@x.org", .email_key = "hr@x.org", .given = "Hanna", .family = "Roth", .lang = "en",
	  .employed = 1, .spell = { 4 }, .starts_on = { 2026, 1, 1 }, .ends_on = EVER, .unit = { 1 } },
	{ .id = { 104 }, .kind = "employee", .number = "E5", .number_key = "e5", .email = "dan@x.org", .email_key = "dan@x.org", .given = "Dan",
	  .family = "Ek", .lang = "en", .employed = 1, .spell = { 5 }, .starts_on = { 2022, 3, 1 }, .ends_on = EVER, .unit = { 5 },
	  .level = { 21 }, .line = { 52 }, .lined_on = { 2022, 3, 1 }, .manager = { 101 } },
	{ .id = { 105 }, .kind = "employee", .number = "E6", .number_key = "e6", .email = "eve@x.org", .email_key = "eve@x.org", .given = "Eve",
	  .family = "Ito", .lang = "en", .employed = 1, .spell = { 6 }, .starts_on = { 2023, 1, 1 }, .ends_on = { 2027, 1, 1 }, .unit = { 4 },
	  .line = { 53 }, .lined_on = { 2023, 1, 1 }, .manager = { 100 } },
};

static const struct import_person_rows known_people = { COUNT(people), people }, nobody = { 0, NULL };
static const struct import_unit_rows known_units = { COUNT(units), units }, no_units = { 0, NULL };
static const struct import_word_rows known_jobs = { COUNT(jobs), jobs }, known_levels = { COUNT(levels), levels }, no_words = { 0, NULL };

/* Short, and on one line. */
static void
put_cell(struct out *o, const char *text)
{
	size_t n = strlen(text), shown = n > CELL_SHOWN ? CELL_SHOWN : n;

	while (shown < n && (text[shown] & 0xc0) == 0x80)
		shown--;
	put_n(o, text, shown);
	if (shown < n)
		put_format(o, "… (%zu bytes)", n);
}

static void
put_unit(struct out *o, const struct import *im, int at)
{
	if (at == INDEX_NONE || at == 0)
		return;
	put_format(o, " in %s", im->units.at[at].id == 0 ? "new " : "");
	if (im->units.at[at].id == 0)
		put_cell(o, im->units.at[at].key);
	else
		put_cell(o, im->units.at[at].name);
}

static void
put_boss(struct out *o, const struct import *im, const struct import_line *l)
{
	const struct import_line *b = l->boss_line;

	if (b != NULL)
		put_format(o, " under row %d", (int)b->line);
	else if (l->boss_known != NULL)
		put_format(o, " under %s", l->boss_known->number);
}

static void
put_days(struct out *o, const struct import_line *l)
{
	char iso[11];

	if (!day_none(l->starts)) {
		day_write(l->starts, iso);
		put_format(o, " from %s", iso);
	}
	if (!day_none(l->ends)) {
		day_write(l->ends, iso);
		put_format(o, " to %s", iso);
	}
	if (!day_none(l->born)) {
		day_write(l->born, iso);
		put_format(o, " born %s", iso);
	}
}

static void
put_changes(struct out *o, unsigned changes)
{
	static const char *const words[] = { "name", "number", "email", "phone", "lang", "unit", "job", "level", "location", "manager",
		"starts", "ends", "back" };

	for (unsigned i = 0; i < COUNT(words); i++)
		if (changes & 1u << i)
			put_format(o, " +%s", words[i]);
}

static void
put_line(struct out *o, const struct import *im, const struct import_line *l)
{
	static const char *const words[] = { "same", "new", "change", "leaves", "refused", "passed over" };

	put_format(o, "  %d %s:", (int)l->line, words[l->verdict]);
	if (l->number != NULL && l->number[0] != '\0') {
		put(o, " ");
		put_cell(o, l->number);
	}
	put(o, " ");
	put_cell(o, name_shown(im->arena, l->name));
	if (l->email != NULL && l->email[0] != '\0') {
		put(o, " <");
		put_cell(o, l->email);
		put(o, ">");
	}
	if (line_good(l)) {
		put_unit(o, im, l->want_unit);
		put_boss(o, im, l);
	}
	put_days(o, l);
	put_changes(o, l->changes);
	put(o, "\n");
}

static void
put_columns(struct out *o, const struct import *im)
{
	bool any = false;

	for (int i = 0; i < im->map.n; i++) {
		if (im->map.in[i] == IN_NOTHING)
			continue;
		put(o, any ? ", " : "  ");
		put_cell(o, im->map.header[i]);
		put_format(o, "=%s", field_word(im->map.in[i]));
		any = true;
	}
	if (any)
		put(o, "\n");
}

static void
put_flaws(struct out *o, const struct import *im)
{
	int n = 0;

	for (const struct flaw *f = im->flaws; f != NULL; f = f->next) {
		if (n++ >= FLAWS_SHOWN)
			continue;
		put_format(o, "  %s row %d", f->warning ? "?" : "!", (int)f->line);
		if (f->field[0] != '\0') {
			put(o, ", ");
			put_cell(o, f->field);
		}
		put_format(o, ": %s", f->code);
		if (f->value[0] != '\0') {
			put(o, " (");
			put_cell(o, f->value);
			put(o, ")");
		}
		if (f->other > 0)
			put_format(o, " row %d", (int)f->other);
		put(o, "\n");
	}
	if (n > FLAWS_SHOWN)
		put_format(o, "  … %d problems in all\n", n);
}

static void
put_sum(struct out *o, const struct import *im)
{
	put_format(o, "  = new %d, change %d, same %d, leave %d, refused %d", (int)im->inserted, (int)im->updated, (int)im->same,
	    (int)im->ended, (int)im->rejected);
	for (size_t i = 0; i < im->n_missing; i++)
		put_format(o, "%s %s", i == 0 ? "; not in the file" : ",", im->missing[i]->number);
	if (import_may(im, false))
		put(o, ". May be applied.\n");
	else if (import_may(im, true))
		put(o, ". Its good rows may be applied.\n");
	else
		put(o, im->asks ? ". A question first.\n" : ". Cannot be applied.\n");
}

static void
report(struct out *o, struct arena *a, struct blob file, bool empty)
{
	struct import_known known = {
		.people = empty ? &nobody : &known_people, .units = empty ? &no_units : &known_units, .jobs = empty ? &no_words : &known_jobs,
		.levels = empty ? &no_words : &known_levels, .locations = &no_words, .organisation = "Lumen", .today = TODAY,
	};
	struct import im;

	if (import_open(&im, a, file)) {
		put_columns(o, &im);
		import_judge(&im, &known);
		for (size_t i = 0; i < im.n && i < ROWS_SHOWN; i++)
			put_line(o, &im, &im.lines[i]);
		if (im.n > ROWS_SHOWN)
			put_format(o, "  … %zu rows in all\n", im.n);
	}
	put_flaws(o, &im);
	if (im.lack != NULL)
		put_format(o, "  = cannot be judged: %s\n", im.lack);
	else
		put_sum(o, &im);
}

int
main(void)
{
	char name[128], against[16];
	size_t n;

	while (scanf("%127s %15s %zu", name, against, &n) == 3 && getchar() == '\n') {
		struct arena *a = arena_new();
		struct out o;
		char *bytes = malloc(n + !n);

		if (bytes == NULL || fread(bytes, 1, n, stdin) != n)
			return 1;
		out_init(&o, a);
		report(&o, a, (struct blob){ bytes, n }, strcmp(against, "empty") == 0);
		printf("%s\n", name);
		fwrite(o.at, 1, o.n, stdout);
		free(bytes);
		arena_free(a);
	}
	return 0;
}
