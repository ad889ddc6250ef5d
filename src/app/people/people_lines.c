/* people_lines.c: rows of a file become lines about people. Reads; compares with nobody. */
#include "people/people_import.h"

#include "base/text.h"

#include <string.h>

static const struct {
	enum field_of field;
	size_t most;
} limits[] = {
	{ IN_NUMBER, 64 }, { IN_NAME, 200 }, { IN_GIVEN, 100 }, { IN_FAMILY, 100 },
	{ IN_EMAIL, 254 }, { IN_MANAGER, 254 }, { IN_UNIT, 200 }, { IN_UNIT_PATH, 1000 },
	{ IN_JOB, 200 }, { IN_LEVEL, 100 }, { IN_LOCATION, 200 }, { IN_STARTS, 40 },
	{ IN_ENDS, 40 }, { IN_END_REASON, 200 }, { IN_LANG, 40 }, { IN_PHONE, 40 },
	{ IN_GENDER, 60 }, { IN_BIRTH_DAY, 40 },
};

static const enum field_of day_fields[] = { IN_STARTS, IN_ENDS, IN_BIRTH_DAY };

static void
add(struct import *im, struct flaw f)
{
	struct flaw *kept = NEW(im->arena, struct flaw);

	*kept = f;
	kept->place = im->n_flaws;
	*im->next_flaw = kept;
	im->next_flaw = &kept->next;
	im->last_flaw = kept;
	im->n_flaws++;
}

static const char *
header_of(const struct import *im, enum field_of f)
{
	if (f == IN_GIVEN && im->at[f] < 0)
		f = im->at[IN_NAME] >= 0 ? IN_NAME : IN_FAMILY;
	if (f == IN_NUMBER && im->at[f] < 0)
		f = IN_EMAIL;
	return im->at[f] < 0 ? "" : im->map.header[im->at[f]];
}

void
flaw_add(struct import *im, struct import_line *l, enum field_of f, const char *code,
    const char *value, int64_t other)
{
	l->verdict = ROW_REJECT;
	add(im, (struct flaw){ .line = l->line, .other = other, .field = header_of(im, f), .code = code,
	    .value = value });
}

void
flaw_warn(struct import *im, const struct import_line *l, enum field_of f, const char *code,
    const char *value)
{
	add(im, (struct flaw){ .line = l->line, .field = header_of(im, f), .code = code,
	    .value = value, .warning = true });
}

void
flaw_file(struct import *im, int64_t line, const char *field, const char *code, const char *value)
{
	add(im, (struct flaw){ .line = line, .field = field, .code = code, .value = value });
}

bool
line_good(const struct import_line *l)
{
	return l->verdict != ROW_REJECT && l->verdict != ROW_PASSED;
}

enum { TITLES_MOST = 12 };

/* Exports with a title above the table: the first row that has columns for who somebody is and what they are called. */
static void
find_header(struct import *im, struct csv *c)
{
	struct csv_row row;
	struct mapping map;

	for (int i = 0; mapping_lack(&im->map) != NULL && i < TITLES_MOST && csv_next(c, &row); i++) {
		mapping_propose(&map, im->arena, &row);
		if (mapping_lack(&map) != NULL)
			continue;
		im->map = map;
		im->header_line = row.line;
		return;
	}
}

/* A workbook is read as the table its first sheet is; from then on it is that text. */
static bool
is_workbook(struct blob file)
{
	return file.n >= 4 && memcmp(file.at, "PK\3\4", 4) == 0;
}

bool
import_open(struct import *im, struct arena *a, struct blob file)
{
	struct csv c;
	struct csv_row header;

	memset(im, 0, sizeof *im);
	im->arena = a;
	im->file = file;
	im->next_flaw = &im->flaws;
	if (is_workbook(file) && (im->lack = csv_of_workbook(a, &file)) != NULL) {
		flaw_file(im, 0, "", im->lack, "");
		return false;
	}
	im->file = file;
	csv_open(&c, a, file);
	im->letters_guessed = c.letters_guessed;
	if (csv_next(&c, &header)) {
		mapping_propose(&im->map, a, &header);
		im->header_line = header.line;
		im->separator = c.separator;
		find_header(im, &c);
		return true;
	}
	im->lack = c.flaw.code != NULL ? c.flaw.code : "file_empty";
	flaw_file(im, c.flaw.line, "", im->lack, "");
	return false;
}

/* "#REF!", "#NAME?" where a formula failed; "1.23E+11" where a spreadsheet took a number for a quantity. */
static bool
cell_spoilt(enum field_of f, const char *cell)
{
	size_t n = strlen(cell);

	if (cell[0] == '#' && n > 3 && (cell[n - 1] == '!' || cell[n - 1] == '?'))
		return true;
	if (f != IN_MANAGER && strcmp(cell, "#N/A") == 0)
		return true;
	n = strspn(cell, "0123456789.,");
	return f == IN_NUMBER && n > 0 && (cell[n] == 'E' || cell[n] == 'e') && cell[n + 1] == '+' &&
	    cell[n + 2] != '\0' && cell[n + 2 + strspn(cell + n + 2, "0123456789")] == '\0';
}

/* How systems write that there is no day. */
static bool
no_day(const char *text)
{
	static const char *const none[] = { "", "-", "n/a", "N/A", "#N/A", "00.00.0000", "0000-00-00", "00/00/0000", "00000000", "NULL" };

	for (size_t i = 0; i < COUNT(none); i++)
		if (strcmp(text, none[i]) == 0)
			return true;
	return false;
}

static void
read_cells(struct import *im, const struct csv_row *row, struct import_line *l)
{
	const char *cells[IN_FIELDS] = { NULL };

	for (size_t i = 0; i < COUNT(limits); i++) {
		enum field_of f = limits[i].field;

		if (im->at[f] < 0)
			continue;
		cells[f] = csv_plain(im->arena, name_clean(im->arena, row->cells[im->at[f]]));
		if (cell_spoilt(f, cells[f]))
			flaw_add(im, l, f, f == IN_NUMBER && cells[f][0] != '#' ? "number_rounded" : "cell_error", cells[f], 0);
		if (text_length(cells[f]) > limits[i].most)
			flaw_add(im, l, f, "cell_too_long",
			    arena_print(im->arena, "%.60s…", cells[f]), 0);
	}
	l->number = cells[IN_NUMBER];
	l->email = cells[IN_EMAIL];
	l->manager = cells[IN_MANAGER];
	l->unit = cells[IN_UNIT];
	l->path = cells[IN_UNIT_PATH];
	l->job = cells[IN_JOB];
	l->level = cells[IN_LEVEL];
	l->location = cells[IN_LOCATION];
	l->phone = cells[IN_PHONE];
	l->lang = cells[IN_LANG];
	l->end_reason = cells[IN_END_REASON];
	l->gender = cells[IN_GENDER];
	l->name = cells[IN_NAME] != NULL ? name_split(im->arena, cells[IN_NAME]) :
	    (struct name){ cells[IN_GIVEN] == NULL ? "" : cells[IN_GIVEN],
	        cells[IN_FAMILY] == NULL ? "" : cells[IN_FAMILY] };
	for (size_t i = 0; i < COUNT(day_fields); i++)
		l->day_text[i] = cells[day_fields[i]] != NULL && no_day(cells[day_fields[i]]) ? "" : cells[day_fields[i]];
}

static bool
row_blank(const struct csv_row *row, int from)
{
	for (int i = from; i < row->n; i++)
		if (!text_empty(row->cells[i]))
			return false;
	return true;
}

/* The headings once more, as some systems write them on every page. */
static bool
headings_again(const struct import *im, const struct csv_row *row)
{
	bool any = false;

	for (int i = 0; i < im->map.n && i < row->n; i++) {
		if (im->map.in[i] == IN_NOTHING)
			continue;
		if (strcmp(name_clean(im->arena, row->cells[i]), im->map.header[i]) != 0)
			return false;
		any = true;
	}
	return any;
}

static struct import_line *
line_more(struct import *im)
{
	if (im->n == im->room) {
		struct import_line *more;

		im->room = im->room == 0 ? 256 : 2 * im->room;
		more = NEW_MANY(im->arena, struct import_line, im->room);
		if (im->n > 0)
			memcpy(more, im->lines, im->n * sizeof *more);
		im->lines = more;
	}
	return &im->lines[im->n++];
}

static void
read_row(struct import *im, const struct csv_row *row)
{
	struct import_line *l;

	if (row_blank(row, 0) || headings_again(im, row))
		return;
	l = line_more(im);
	l->line = row->line;
	l->want_unit = l->want_job = l->want_level = l->want_location = INDEX_NONE;
	if (row->n < im->map.n || !row_blank(row, im->map.n)) {
		flaw_file(im, l->line, "", "column_count", arena_print(im->arena, "%d", row->n));
		l->verdict = ROW_REJECT;
		l->name = (struct name){ "", "" };
		return;
	}
	read_cells(im, row, l);
	for (size_t i = 0; i < COUNT(day_fields); i++)
		if (l->day_text[i] != NULL && l->day_text[i][0] != '\0')
			date_look(&im->dates[i].seen, l->day_text[i]);
}

/* The form each column of days has: as stated, else as the column decides itself. */
static void
decide_days(struct import *im)
{
	for (size_t i = 0; i < COUNT(day_fields); i++) {
		struct import_dates *d = &im->dates[i];

		d->column = im->at[day_fields[i]];
		d->form = im->map.dates != DATES_UNSAID ? im->map.dates : date_decided(&d->seen);
		d->mixed = d->form == DATES_UNSAID && !date_is_question(&d->seen);
		d->asks = d->form == DATES_UNSAID;
		im->asks |= d->asks;
		if (d->asks)
			flaw_file(im, 1, im->map.header[d->column], d->mixed ? "days_mixed" : "days_two_ways",
			    arena_copy(im->arena, d->mixed ? d->seen.decides : d->seen.unclear));
	}
}

enum { YEAR_FIRST = 1900, YEAR_LAST = 2200, YEAR_EVER = 9999, YEARS_AHEAD = 20 };

/* Days of birth are past; a first or last day may be some years away. Said once a column. */
static struct day
with_century(struct import *im, const struct import_line *l, size_t column, const char *text, struct day d)
{
	struct day whole = date_within(d, im->known->today, day_fields[column] == IN_BIRTH_DAY ? 0 : YEARS_AHEAD);

	if (!im->dates[column].short_years)
		flaw_warn(im, l, day_fields[column], "day_short_year", arena_print(im->arena, "%s = %d", text, whole.y));
	im->dates[column].short_years = true;
	return whole;
}

static const char *
day_flaw(enum date_fault fault, struct day d)
{
	if (fault == DATE_BAD || !day_is(d))
		return "day_bad";
	return d.y < YEAR_FIRST || d.y > YEAR_LAST ? "day_range" : NULL;
}

/* "31.12.9999" is how some systems say that there is no last day. */
static void
read_days(struct import *im, struct import_line *l)
{
	struct day *days[] = { &l->starts, &l->ends, &l->born };

	for (size_t i = 0; i < COUNT(day_fields); i++) {
		const char *text = l->day_text[i], *why;
		enum date_fault fault;
		struct day d = { 0 };

		if (text == NULL || text[0] == '\0' || im->dates[i].asks)
			continue;
		fault = date_read(text, im->dates[i].form, &d);
		if (fault == DATE_SHORT_YEAR)
			d = with_century(im, l, i, text, d);
		why = day_flaw(fault, d);
		if (why == NULL && day_fields[i] == IN_BIRTH_DAY && day_compare(d, im->known->today) > 0)
			why = "day_to_come";
		if (d.y == YEAR_EVER && day_fields[i] == IN_ENDS)
			continue;
		if (why != NULL)
			flaw_add(im, l, day_fields[i], why, text, 0);
		else
			*days[i] = d;
	}
}

/* The first name with a letter that depended on the guess, for a person to look at. */
static void
warn_letters(struct import *im)
{
	for (size_t i = 0; i < im->n; i++) {
		const char *name = name_shown(im->arena, im->lines[i].name);

		for (const char *at = name; *at != '\0'; at++)
			if (*at & 0x80) {
				flaw_warn(im, &im->lines[i], im->at[IN_NAME] >= 0 ? IN_NAME : IN_FAMILY, "letters_guessed", name);
				return;
			}
	}
	if (im->n > 0)
		add(im, (struct flaw){ .line = im->header_line, .field = "", .code = "letters_guessed", .value = "", .warning = true });
}

void
import_lines(struct import *im)
{
	struct csv c;
	struct csv_row row;

	for (int f = 0; f < IN_FIELDS; f++)
		im->at[f] = f == IN_NOTHING ? -1 : mapping_at(&im->map, (enum field_of)f);
	csv_open(&c, im->arena, im->file);
	while (csv_next(&c, &row))
		if (row.line > im->header_line)
			read_row(im, &row);
	if (im->letters_guessed)
		warn_letters(im);
	if (c.flaw.code != NULL) {
		im->lack = c.flaw.code;
		flaw_file(im, c.flaw.line, c.flaw.column < 1 || c.flaw.column > im->map.n ? "" :
		    im->map.header[c.flaw.column - 1], c.flaw.code, "");
	}
	decide_days(im);
	for (size_t i = 0; i < im->n; i++)
		if (line_good(&im->lines[i]))
			read_days(im, &im->lines[i]);
}
