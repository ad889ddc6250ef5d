/*
 * fuzz_letter.c: whatever is in address, subject and text: a letter has the headers we write and no other, names one
 * reader, and reads back as what was written. Input: address, subject, text, each ended by a NUL.
 */
#include "jobs/letter.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

enum { LINE_MOST = 998 };               /* RFC 5322 */

static void
holds(bool true_of_it)
{
	if (!true_of_it)
		abort();
}

/* The next part of the input; the rest when no NUL comes. */
static const char *
part(struct arena *a, const uint8_t **at, size_t *n)
{
	size_t take = 0;

	while (take < *n && (*at)[take])
		take++;
	const char *text = arena_copy_n(a, (const char *)*at, take);
	*at += take + (take < *n);
	*n -= take + (take < *n);
	return text;
}

/* Lines end by CR LF, and neither stands alone; none is longer than mail takes. Eight bits: in an address alone. */
static void
lines_are_whole(const char *letter)
{
	size_t line = 0;
	bool reader = strncmp(letter, "To: ", 4) == 0;

	for (const char *c = letter; *c; c++, line++) {
		holds((*c == '\r') == (c[1] == '\n'));
		holds((unsigned char)*c >= ' ' || *c == '\r' || *c == '\n' || *c == '\t');
		holds(reader || (unsigned char)*c < 0x7f);
		holds(line <= LINE_MOST);
		if (*c == '\n') {
			line = 0;
			reader = strncmp(c + 1, "To: ", 4) == 0;
		}
	}
}

/* Past the header of that name, and of it alone; its value with its folds in *value. */
static const char *
header(struct arena *a, const char *at, const char *name, const char **value)
{
	const char *end;

	holds(strncmp(at, name, strlen(name)) == 0 && strncmp(at + strlen(name), ": ", 2) == 0);
	at += strlen(name) + 2;
	for (end = strstr(at, "\r\n"); end && end[2] == ' '; end = strstr(end + 2, "\r\n"))
		;
	holds(end != NULL);
	*value = arena_copy_n(a, at, (size_t)(end - at));
	return end + 2;
}

static void
names_one_reader(const char *value, const char *to)
{
	size_t n = strlen(to);

	holds(value[0] == '<' && strncmp(value + 1, to, n) == 0 && strcmp(value + 1 + n, ">") == 0);
	holds(strpbrk(to, " \t\r\n<>,;:\"()[]\\") == NULL);
	holds(strchr(to, '@') != NULL && strchr(to, '@') == strrchr(to, '@'));
}

/* Encoded words one after the other, or the words themselves. */
static void
subject_reads_back(struct arena *a, const char *value, const char *subject)
{
	static const char begins[] = "=?utf-8?B?";
	unsigned char *said = arena_take(a, strlen(value) + 1);
	size_t n = 0, got;

	if (strncmp(value, begins, sizeof begins - 1) != 0) {
		holds(strcmp(value, subject) == 0 && strstr(value, "=?") == NULL);
		return;
	}
	for (const char *end; *value; value = *end ? end + 3 : end) {
		holds(strncmp(value, begins, sizeof begins - 1) == 0);
		value += sizeof begins - 1;
		end = strstr(value, "?=");
		holds(end != NULL && end - value <= 75 - 12);
		holds(sodium_base642bin(said + n, strlen(value) + 1, value, (size_t)(end - value), NULL, &got, NULL, sodium_base64_VARIANT_ORIGINAL) == 0);
		n += got;
		end += 2;
		holds(*end == '\0' || strncmp(end, "\r\n ", 3) == 0);
	}
	holds(n == strlen(subject) && memcmp(said, subject, n) == 0);
}

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void
text_reads_back(const char *body, bool quoted, const char *text)
{
	for (; *text; text++) {
		char c = *body++;

		while (quoted && c == '=' && body[0] == '\r') {
			body += 2;
			c = *body++;
		}
		if (quoted && c == '=') {
			holds(digit(body[0]) >= 0 && digit(body[1]) >= 0);
			c = (char)(digit(body[0]) * 16 + digit(body[1]));
			body += 2;
		} else if (c == '\r') {
			c = *body++;
			holds(c == '\n');
		}
		holds(c == *text);
	}
	holds(strcmp(body, "\r\n") == 0);
}

static void
check(struct arena *a, const struct letter *l, const char *at)
{
	static const char *const after[] = { "Date", "Message-ID", "List-Unsubscribe", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding" };
	const char *value;

	lines_are_whole(at);
	at = header(a, at, "From", &value);
	at = header(a, at, "To", &value);
	names_one_reader(value, l->to);
	at = header(a, at, "Subject", &value);
	subject_reads_back(a, value, l->subject);
	for (size_t i = 0; i < COUNT(after); i++)
		at = header(a, at, after[i], &value);
	holds(strncmp(at, "\r\n", 2) == 0);
	text_reads_back(at + 2, strcmp(value, "quoted-printable") == 0, l->text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena *a = arena_new();
	struct letter l = { .id = 7, .now = INT64_C(1795536000000000), .from = "meridian@north.example", .host = "north.example",
		.stop = "https://north.example/account/notices" };
	const char *letter;

	l.to = part(a, &at, &n);
	l.subject = part(a, &at, &n);
	l.text = part(a, &at, &n);
	letter = letter_write(a, &l);
	holds((letter != NULL) == letter_address_is(l.to));
	if (letter)
		check(a, &l, letter);
	arena_free(a);
	return 0;
}
