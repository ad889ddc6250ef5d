/* people_names.c: how names, numbers and e-mails are read and compared. No files, no database. */
#include "people/people_names.h"

#include "base/out.h"
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

enum { WORDS_MOST = 24 };

static const char *const particles[] = {
	"van", "von", "vom", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das",
	"du", "des", "la", "las", "le", "los", "el", "al", "bin", "ibn", "bint", "ben", "ter",
	"ten", "te", "zu", "zum", "zur", "af", "av", "y", "e", "st", "san", "santa",
};

static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

static const struct {
	const char *called, *lang;
} languages[] = {
	{ "english", "en" }, { "englisch", "en" }, { "anglais", "en" }, { "ingles", "en" },
	{ "german", "de" }, { "deutsch", "de" }, { "allemand", "de" }, { "aleman", "de" },
	{ "french", "fr" }, { "franzosisch", "fr" }, { "francais", "fr" }, { "frances", "fr" },
	{ "spanish", "es" }, { "spanisch", "es" }, { "espagnol", "es" }, { "espanol", "es" },
	{ "italian", "it" }, { "italienisch", "it" }, { "italiano", "it" }, { "italien", "it" },
	{ "dutch", "nl" }, { "nederlands", "nl" }, { "portuguese", "pt" }, { "portugues", "pt" },
	{ "polish", "pl" }, { "polski", "pl" }, { "swedish", "sv" }, { "svenska", "sv" },
};

static bool
listed(const char *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(word, list[i]) == 0)
			return true;
	return false;
}

/* ASCII is composed as it stands: nine cells in ten. */
static bool
plain(const char *text)
{
	while (*text > 0)
		text++;
	return *text == '\0';
}

char *
name_clean(struct arena *a, const char *text)
{
	char *clean = text == NULL ? NULL : plain(text) ? arena_copy(a, text) : text_nfc(a, text), *to;

	if (clean == NULL)
		return arena_copy(a, "");
	clean = to = text_trim(a, clean);
	for (const char *from = clean; *from != '\0'; from++) {
		bool space = (unsigned char)*from <= ' ' || *from == 0x7f;

		if (space && to > clean && to[-1] == ' ')
			continue;
		*to++ = space ? ' ' : *from;
	}
	*to = '\0';
	return clean;
}

/* The words of a cleaned text, in their order; the rest stays in the last one. */
static size_t
words_of(struct arena *a, const char *text, const char **words, size_t most)
{
	size_t n = 0;

	while (*text != '\0' && n < most) {
		size_t long_ = n + 1 == most ? strlen(text) : strcspn(text, " ");

		if (long_ > 0)
			words[n++] = arena_copy_n(a, text, long_);
		text += long_;
		text += *text == ' ';
	}
	return n;
}

static const char *
joined(struct arena *a, const char **words, size_t n)
{
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			put_char(&o, ' ');
		put(&o, words[i]);
	}
	return o.at;
}

/* "Smith, John" and "Smith, John, Jr." */
static struct name
split_at_comma(struct arena *a, const char *text, const char *comma)
{
	const char *family = name_clean(a, arena_copy_n(a, text, (size_t)(comma - text)));
	const char *more = strchr(comma + 1, ',');

	if (more == NULL)
		return (struct name){ name_clean(a, comma + 1), family };
	return (struct name){
		name_clean(a, arena_copy_n(a, comma + 1, (size_t)(more - comma - 1))),
		name_clean(a, arena_print(a, "%s %s", family, more + 1)),
	};
}

/* Where the family begins among the words of "First Last". */
static size_t
family_at(struct arena *a, const char **words, size_t n)
{
	size_t at = n - 1;

	if (at > 1 && listed(text_fold(a, words[at]), suffixes, COUNT(suffixes)))
		at--;
	while (at > 1 && listed(text_fold(a, words[at - 1]), particles, COUNT(particles)))
		at--;
	return at;
}

struct name
name_split(struct arena *a, const char *text)
{
	const char *clean = name_clean(a, text), *comma = strchr(clean, ','), *words[WORDS_MOST];
	size_t n, at;

	if (comma != NULL)
		return split_at_comma(a, clean, comma);
	n = words_of(a, clean, words, WORDS_MOST);
	if (n < 2)
		return (struct name){ clean, "" };
	at = family_at(a, words, n);
	return (struct name){ joined(a, words, at), joined(a, words + at, n - at) };
}

char *
name_shown(struct arena *a, struct name n)
{
	if (n.given[0] == '\0' || n.family[0] == '\0')
		return arena_copy(a, n.given[0] != '\0' ? n.given : n.family);
	return arena_print(a, "%s %s", n.given, n.family);
}

char *
name_sort(struct arena *a, struct name n)
{
	return text_fold(a, arena_print(a, "%s %s", n.family, n.given));
}

/* Least first; few words, so by insertion. */
static void
sort_words(const char **words, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && strcmp(words[k - 1], words[k]) > 0; k--) {
			const char *word = words[k];

			words[k] = words[k - 1];
			words[k - 1] = word;
		}
}

char *
name_any(struct arena *a, const char *text)
{
	char *folded = text_fold(a, text == NULL ? "" : text);
	const char *words[WORDS_MOST];
	size_t n;

	for (char *c = folded; *c != '\0'; c++)
		if (*c == ',')
			*c = ' ';
	n = words_of(a, folded, words, WORDS_MOST);
	sort_words(words, n);
	return arena_copy(a, joined(a, words, n));
}

char *
name_key(struct arena *a, const char *text)
{
	const int how = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
	const char *clean = name_clean(a, text);
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)clean;
	utf8proc_ssize_t room = (utf8proc_ssize_t)strlen(clean), n;
	int32_t *letters;
	char *low;

	if (plain(clean)) {
		low = arena_copy(a, clean);
		for (char *c = low; *c != '\0'; c++)
			*c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
		return low;
	}
	n = utf8proc_decompose(at, room, NULL, 0, (utf8proc_option_t)how);
	if (n <= 0)
		return arena_copy(a, "");
	letters = NEW_MANY(a, int32_t, (size_t)n + 1);
	utf8proc_decompose(at, room, letters, n, (utf8proc_option_t)how);
	utf8proc_reencode(letters, n, (utf8proc_option_t)how);
	return (char *)letters;
}

bool
name_is_email(const char *text)
{
	const char *at = strchr(text, '@'), *host = at == NULL ? NULL : at + 1;

	if (host == NULL || at == text || at - text > 64 || strlen(text) > 254)
		return false;
	if (strpbrk(text, " \t\r\n,;:<>()[]\\\"") != NULL || strchr(host, '@') != NULL)
		return false;
	if (text[0] == '.' || at[-1] == '.' || strstr(text, "..") != NULL)
		return false;
	return strchr(host, '.') != NULL && host[0] != '.' && host[0] != '-' &&
	    host[strlen(host) - 1] != '.' && strchr(host, '_') == NULL && strchr(host, '/') == NULL;
}

const char *
name_lang(struct arena *a, const char *text)
{
	const char *folded = text_fold(a, text);
	size_t letters = strspn(folded, "abcdefghijklmnopqrstuvwxyz");

	for (size_t i = 0; i < COUNT(languages); i++)
		if (strncmp(folded, languages[i].called, letters) == 0 &&
		    letters == strlen(languages[i].called))
			return languages[i].lang;
	if (letters == 2 && (folded[2] == '\0' || folded[2] == '-' || folded[2] == '_'))
		return arena_copy_n(a, folded, 2);
	return NULL;
}

size_t
name_words(struct arena *a, const char *text, const char **words, size_t most)
{
	char *folded = text_fold(a, text == NULL ? "" : text);
	const char *all[WORDS_MOST];
	size_t n, kept = 0;

	for (char *c = folded; *c != '\0'; c++)
		if (strchr("-.,'@_/()", *c) != NULL)
			*c = ' ';
	n = words_of(a, folded, all, WORDS_MOST);
	for (size_t i = 0; i < n && kept < most; i++)
		if (all[i][1] != '\0' && !listed(all[i], words, kept))
			words[kept++] = all[i];
	return kept;
}

char *
name_word(struct arena *a, const char *text)
{
	return text_fold(a, text);
}
