/* text.c: Unicode text through utf8proc. Knows no language, no names of fields. */
#include "base/text.h"

#include "base/out.h"

#include <string.h>
#include <utf8proc.h>

/* Letters that have no mark to drop, and are still typed without their stroke. */
static const struct {
	int32_t letter;
	const char *plain;
} strokes[] = {
	{ 0x00f8, "o" },        /* ø */
	{ 0x0142, "l" },        /* ł */
	{ 0x00e6, "ae" },       /* æ */
	{ 0x0153, "oe" },       /* œ */
	{ 0x0111, "d" },        /* đ */
	{ 0x00f0, "d" },        /* ð */
	{ 0x00fe, "th" },       /* þ */
	{ 0x0131, "i" },        /* ı */
};

/* White space, and what has no width at all. */
static bool
blank(int32_t letter)
{
	switch (letter) {
	case 0x85: case 0x180e: case 0x200b: case 0x200c: case 0x200d: case 0x2060: case 0xfeff:
		return true;
	default:
		break;
	}
	switch (utf8proc_category(letter)) {
	case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return letter >= '\t' && letter <= '\r';
	}
}

/* The letter at `at`, n bytes left; its bytes. A byte that is no UTF-8 is -1, one byte. */
static size_t
letter_at(const char *at, size_t n, int32_t *letter)
{
	utf8proc_ssize_t bytes;

	bytes = utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)n, letter);
	if (bytes > 0)
		return (size_t)bytes;
	*letter = -1;
	return 1;
}

bool
text_is_utf8(const void *at, size_t n)
{
	const char *text = at;
	int32_t letter = 1;

	for (size_t i = 0; i < n && letter > 0;)
		i += letter_at(text + i, n - i, &letter);
	return letter > 0;
}

size_t
text_length(const char *text)
{
	size_t length = 0;

	for (; text != NULL && *text != '\0'; text++)
		length += ((unsigned char)*text & 0xc0) != 0x80;
	return length;
}

/* Its code points, taken apart as asked, and room for one more; NULL if not UTF-8. */
static int32_t *
apart(struct arena *a, const char *text, int how, size_t *n)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t room = (utf8proc_ssize_t)strlen(text), points;
	int32_t *letters;

	points = utf8proc_decompose(at, room, NULL, 0, (utf8proc_option_t)how);
	if (points < 0)
		return NULL;
	letters = NEW_MANY(a, int32_t, (size_t)points + 1);
	utf8proc_decompose(at, room, letters, points, (utf8proc_option_t)how);
	*n = (size_t)points;
	return letters;
}

char *
text_nfc(struct arena *a, const char *text)
{
	const int how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	int32_t *letters;
	size_t n;

	if (text == NULL)
		return NULL;
	letters = apart(a, text, how, &n);
	if (letters == NULL)
		return NULL;
	utf8proc_reencode(letters, (utf8proc_ssize_t)n, (utf8proc_option_t)how);
	return (char *)letters;
}

static void
put_letter(struct out *o, int32_t letter)
{
	utf8proc_uint8_t bytes[4];

	put_n(o, bytes, (size_t)utf8proc_encode_char(letter, bytes));
}

/* Accents, points and tones. Not the vowel signs of India and Thailand, whose class is 0:
 * without them many names would be one. */
static bool
mark(int32_t letter)
{
	const utf8proc_property_t *is = utf8proc_get_property(letter);

	return is->category == UTF8PROC_CATEGORY_MN && is->combining_class != 0;
}

static void
put_folded(struct out *o, int32_t letter)
{
	if (mark(letter))
		return;
	if (blank(letter)) {
		if (o->n > 0 && o->at[o->n - 1] != ' ')
			put_char(o, ' ');
		return;
	}
	for (size_t i = 0; i < COUNT(strokes); i++)
		if (strokes[i].letter == letter) {
			put(o, strokes[i].plain);
			return;
		}
	put_letter(o, letter);
}

char *
text_fold(struct arena *a, const char *text)
{
	const int how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	int32_t *letters;
	struct out o;
	size_t n = 0;

	if (text == NULL)
		return NULL;
	letters = apart(a, text, how, &n);
	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; letters != NULL && i < n; i++)
		put_folded(&o, letters[i]);
	while (o.n > 0 && o.at[o.n - 1] == ' ')
		o.at[--o.n] = '\0';
	return o.at;
}

/* Where the text without its outer blanks begins and how long it is. */
static struct blob
inside(const char *text)
{
	size_t n = strlen(text), from = n, to = 0, step;
	int32_t letter;

	for (size_t i = 0; i < n; i += step) {
		step = letter_at(text + i, n - i, &letter);
		if (letter >= 0 && blank(letter))
			continue;
		from = from < i ? from : i;
		to = i + step;
	}
	return (struct blob){ text + from, to > from ? to - from : 0 };
}

char *
text_trim(struct arena *a, const char *text)
{
	struct blob kept;

	if (text == NULL)
		return NULL;
	kept = inside(text);
	return arena_copy_n(a, kept.at, kept.n);
}

bool
text_empty(const char *text)
{
	return text == NULL || inside(text).n == 0;
}

static bool
is_letter(int32_t letter)
{
	utf8proc_category_t is = utf8proc_category(letter);

	return is >= UTF8PROC_CATEGORY_LU && is <= UTF8PROC_CATEGORY_LO;
}

/* Of each word the first letter counts; of those, the first and the last are shown. */
char *
text_initials(struct arena *a, const char *shown)
{
	char *text = text_nfc(a, shown);
	int32_t first = 0, last = 0, letter;
	bool found = false;
	struct out o;

	for (size_t n = text == NULL ? 0 : strlen(text), step; n > 0; text += step, n -= step) {
		step = letter_at(text, n, &letter);
		if (blank(letter))
			found = false;
		else if (!found && is_letter(letter)) {
			found = true;
			*(first == 0 ? &first : &last) = letter;
		}
	}
	out_init(&o, a);
	put_letter(&o, first == 0 ? '?' : utf8proc_toupper(first));
	if (last != 0)
		put_letter(&o, utf8proc_toupper(last));
	return o.at;
}
