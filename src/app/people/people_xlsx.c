/*
 * people_xlsx.c: the first sheet of a workbook (.xlsx) as the text of a CSV file: each row of the sheet a row, cells as they
 * were stored, days as ISO days. Knows bytes and limits; no fields, no people.
 */
#include "people/people_csv.h"

#include "base/day.h"
#include "people/people_zip.h"

#include <expat.h>
#include <string.h>

enum {
	XML_MOST = 512 << 20,           /* of one part, unpacked */
	WORDS_MOST = 4 << 20,           /* shared words, and bytes of one cell are CSV_CELL */
	STYLES_MOST = 65536, FORMATS_MOST = 4096, NAME = 64
};

struct book {
	struct arena *arena;
	XML_Parser xml;
	struct blob file;
	char sheet[NAME];               /* r:id of the first sheet that is shown */
	const char *target;             /* where it lies */
	bool since_1904;
	struct out words;               /* shared words, each ended by a zero; from[] says where */
	size_t *from, n_words, room;
	unsigned char *day_format;      /* by number of the format: 1 it shows a day, 2 it was said */
	bool *day_style;                /* by number of the style */
	int n_styles;
	bool in_styles;                 /* within cellXfs */
	struct out csv, text;           /* what is made; the text of one cell or word */
	int depth_phonetic;
	bool takes, in_word, broken;
	const char *code;
	int64_t row;
	int column, width, at_column;
	char kind;                      /* of the cell: s shared, t text, b, e, n */
	int style;
};

static bool
is(const char *name, const char *word)
{
	const char *colon = strrchr(name, ':');

	return strcmp(colon == NULL ? name : colon + 1, word) == 0;
}

static const char *
of(const char **attributes, const char *name)
{
	for (; attributes[0] != NULL; attributes += 2)
		if (is(attributes[0], name))
			return attributes[1];
	return NULL;
}

static void
stop(struct book *b, const char *code)
{
	b->code = b->code == NULL ? code : b->code;
	b->broken = true;
	XML_StopParser(b->xml, XML_FALSE);
}

/* At most `most`; -1: no number. */
static int
number_of(const char *text, int most)
{
	int n = 0;

	if (text == NULL || *text < '0' || *text > '9')
		return -1;
	for (; *text >= '0' && *text <= '9'; text++)
		if ((n = n * 10 + (*text - '0')) > most)
			return -1;
	return n;
}

/* ---- workbook, its parts, its formats ------------------------------------------------------------ */

static void
book_begins(void *arg, const char *name, const char **attributes)
{
	struct book *b = arg;
	const char *id = of(attributes, "id"), *hidden = of(attributes, "state"), *since = of(attributes, "date1904");

	if (is(name, "workbookPr") && since != NULL)
		b->since_1904 = strcmp(since, "1") == 0 || strcmp(since, "true") == 0;
	if (!is(name, "sheet") || b->sheet[0] != '\0' || id == NULL || strlen(id) >= NAME || (hidden != NULL && strcmp(hidden, "visible") != 0))
		return;
	strncpy(b->sheet, id, NAME - 1);
}

static void
rels_begin(void *arg, const char *name, const char **attributes)
{
	struct book *b = arg;
	const char *id = of(attributes, "Id"), *target = of(attributes, "Target");

	if (!is(name, "Relationship") || id == NULL || target == NULL || strcmp(id, b->sheet) != 0 || strlen(target) >= NAME)
		return;
	b->target = target[0] == '/' ? arena_copy(b->arena, target + 1) : arena_print(b->arena, "xl/%s", target);
}

/* "dd.mm.yyyy", "[$-407]d. mmm yy": a day is shown when there is a d or a y outside quotes and brackets. */
static bool
shows_day(const char *format)
{
	for (; *format != '\0'; format++) {
		if (*format == '"' || *format == '[') {
			format = strchr(format + 1, *format == '"' ? '"' : ']');
			if (format == NULL)
				return false;
		} else if (*format == '\\' && format[1] != '\0') {
			format++;
		} else if (strchr("dDyY", *format) != NULL) {
			return true;
		}
	}
	return false;
}

/* The formats every program knows by number. */
static bool
built_in_day(int format)
{
	return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 58);
}

static void
styles_begin(void *arg, const char *name, const char **attributes)
{
	struct book *b = arg;
	int format = number_of(of(attributes, "numFmtId"), FORMATS_MOST - 1);
	const char *code = of(attributes, "formatCode");

	if (is(name, "numFmt") && format >= 0 && code != NULL)
		b->day_format[format] = shows_day(code) ? 1 : 2;
	else if (is(name, "cellXfs"))
		b->in_styles = true;
	else if (is(name, "xf") && b->in_styles && b->n_styles < STYLES_MOST)
		b->day_style[b->n_styles++] = format >= 0 && (b->day_format[format] == 1 || (b->day_format[format] == 0 && built_in_day(format)));
}

static void
styles_end(void *arg, const char *name)
{
	struct book *b = arg;

	if (is(name, "cellXfs"))
		b->in_styles = false;
}

/* ---- words that cells share --------------------------------------------------------------------- */

static void
text_more(void *arg, const char *at, int n)
{
	struct book *b = arg;

	if (!b->takes || b->depth_phonetic > 0)
		return;
	if (b->text.n + (size_t)n > CSV_CELL)
		stop(b, "cell_too_long");
	else
		put_n(&b->text, at, (size_t)n);
}

static void
words_begin(void *arg, const char *name, const char **attributes)
{
	struct book *b = arg;

	(void)attributes;
	if (is(name, "si"))
		b->text.n = 0;
	b->depth_phonetic += is(name, "rPh");
	b->takes = is(name, "t");
}

static void
words_end(void *arg, const char *name)
{
	struct book *b = arg;

	b->takes = false;
	b->depth_phonetic -= is(name, "rPh");
	if (!is(name, "si"))
		return;
	if (b->n_words == WORDS_MOST || b->words.n + b->text.n > CSV_BYTES) {
		stop(b, "file_too_large");
		return;
	}
	if (b->n_words == b->room) {
		size_t *more;

		b->room = b->room == 0 ? 1024 : 2 * b->room;
		more = NEW_MANY(b->arena, size_t, b->room);
		if (b->n_words > 0)
			memcpy(more, b->from, b->n_words * sizeof *more);
		b->from = more;
	}
	b->from[b->n_words++] = b->words.n;
	put_n(&b->words, b->text.n > 0 ? b->text.at : "", b->text.n);
	put_char(&b->words, '\0');
}

/* ---- the sheet ---------------------------------------------------------------------------------- */

/* "BC12": 55; 0: no column. */
static int
column_of(const char *cell)
{
	int column = 0;

	for (; *cell >= 'A' && *cell <= 'Z' && column <= CSV_COLUMNS; cell++)
		column = column * 26 + (*cell - 'A' + 1);
	return column;
}

static void
row_begins(struct book *b, const char *said)
{
	int at = said == NULL ? (int)b->row + 1 : number_of(said, CSV_ROWS + 1);

	if (at < 0 || at > CSV_ROWS + 1) {
		stop(b, "too_many_rows");
		return;
	}
	for (; b->row + 1 < at; b->row++)
		put(&b->csv, "\n");
	b->column = 0;
}

static void
cell_begins(struct book *b, const char **attributes)
{
	const char *cell = of(attributes, "r"), *kind = of(attributes, "t");

	b->at_column = cell == NULL ? b->column + 1 : column_of(cell);
	b->style = number_of(of(attributes, "s"), STYLES_MOST);
	b->kind = kind == NULL || strcmp(kind, "n") == 0 ? 'n' : strcmp(kind, "s") == 0 ? 's' : strcmp(kind, "b") == 0 ? 'b' : 't';
	b->text.n = 0;
	if (b->at_column < 1 || b->at_column > CSV_COLUMNS)
		stop(b, b->at_column > CSV_COLUMNS ? "too_many_columns" : "file_workbook");
	else if (b->at_column <= b->column)
		stop(b, "file_workbook");
}

static void
sheet_begins(void *arg, const char *name, const char **attributes)
{
	struct book *b = arg;

	b->depth_phonetic += is(name, "rPh");
	b->takes = is(name, "v") || is(name, "t");
	if (is(name, "row"))
		row_begins(b, of(attributes, "r"));
	else if (is(name, "c"))
		cell_begins(b, attributes);
}

/* Days since the last of 1899, as spreadsheets count them; what stands behind the point is the time of day. */
static bool
put_day(struct book *b, const char *serial)
{
	int days = number_of(serial, 2958465);
	char iso[11];

	if (days < 1 || (serial[strspn(serial, "0123456789")] != '\0' && serial[strspn(serial, "0123456789")] != '.'))
		return false;
	day_write(b->since_1904 ? day_plus((struct day){ 1904, 1, 1 }, days) : day_plus((struct day){ 1899, 12, days < 60 ? 31 : 30 }, days), iso);
	put(&b->csv, iso);
	return true;
}

static void
put_quoted(struct out *o, const char *text)
{
	put_char(o, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			put_char(o, '"');
		put_char(o, *text);
	}
	put_char(o, '"');
}

static void
put_value(struct book *b, const char *text)
{
	if (b->kind == 's') {
		int at = number_of(text, WORDS_MOST);

		if (at < 0 || (size_t)at >= b->n_words)
			stop(b, "file_workbook");
		else
			put_quoted(&b->csv, b->words.at + b->from[at]);
	} else if (b->kind != 'n' || b->style < 0 || b->style >= b->n_styles || !b->day_style[b->style] || !put_day(b, text)) {
		put_quoted(&b->csv, b->kind == 'b' ? strcmp(text, "1") == 0 ? "TRUE" : "FALSE" : text);
	}
}

static void
cell_ends(struct book *b)
{
	for (; b->column < b->at_column; b->column++)
		if (b->column > 0)
			put_char(&b->csv, ',');
	if (b->text.n > 0) {
		put_char(&b->text, '\0');
		put_value(b, b->text.at);
	}
	if (b->csv.n > CSV_BYTES)
		stop(b, "file_too_large");
}

/* As wide as the widest above it: spreadsheets leave out the empty cells at the end. */
static void
row_ends(struct book *b)
{
	if (b->column > b->width)
		b->width = b->column;
	for (; b->column > 0 && b->column < b->width; b->column++)
		put_char(&b->csv, ',');
	put(&b->csv, "\n");
	b->row++;
}

static void
sheet_ends(void *arg, const char *name)
{
	struct book *b = arg;

	b->takes = false;
	b->depth_phonetic -= is(name, "rPh");
	if (is(name, "c"))
		cell_ends(b);
	else if (is(name, "row"))
		row_ends(b);
}

/* ---- one part ------------------------------------------------------------------------------------ */

/* Nothing we read declares a document type; what does is up to no good. */
static void
no_types(void *arg, const char *name, const char *system, const char *public, int inner)
{
	(void)name, (void)system, (void)public, (void)inner;
	stop(arg, "file_workbook");
}

static bool
more_xml(void *arg, const void *at, size_t n)
{
	struct book *b = arg;

	return XML_Parse(b->xml, at, (int)n, 0) == XML_STATUS_OK && !b->broken;
}

static bool
read_part(struct book *b, const char *name, XML_StartElementHandler begins, XML_EndElementHandler ends)
{
	struct zip_part part;
	bool good;

	if (!zip_find(b->file, name, &part))
		return false;
	b->xml = XML_ParserCreate(NULL);
	if (b->xml == NULL)
		return false;
	XML_SetUserData(b->xml, b);
	XML_SetElementHandler(b->xml, begins, ends);
	XML_SetCharacterDataHandler(b->xml, text_more);
	XML_SetStartDoctypeDeclHandler(b->xml, no_types);
	b->takes = false;
	b->depth_phonetic = 0;
	good = zip_pour(&part, XML_MOST, more_xml, b) && XML_Parse(b->xml, "", 0, 1) == XML_STATUS_OK && !b->broken;
	XML_ParserFree(b->xml);
	return good;
}

const char *
csv_of_workbook(struct arena *a, struct blob *file)
{
	struct book *b = NEW(a, struct book);

	b->arena = a;
	b->file = *file;
	b->day_format = NEW_MANY(a, unsigned char, FORMATS_MOST);
	b->day_style = NEW_MANY(a, bool, STYLES_MOST);
	out_init(&b->words, a);
	out_init(&b->csv, a);
	out_init(&b->text, a);
	put(&b->csv, "");
	if (!read_part(b, "xl/workbook.xml", book_begins, NULL) || !read_part(b, "xl/_rels/workbook.xml.rels", rels_begin, NULL) || b->target == NULL)
		return b->code == NULL ? "file_workbook" : b->code;
	read_part(b, "xl/styles.xml", styles_begin, styles_end);
	read_part(b, "xl/sharedStrings.xml", words_begin, words_end);
	if (b->code != NULL || !read_part(b, b->target, sheet_begins, sheet_ends))
		return b->code == NULL ? "file_workbook" : b->code;
	*file = (struct blob){ b->csv.at, b->csv.n };
	return NULL;
}
