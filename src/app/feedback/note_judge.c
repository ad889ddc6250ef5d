/* note_judge.c: what a note holds when it is opened, and what is taken as a file. No requests, no rows, no keys. */
#include "feedback/note_judge.h"

#include "base/out.h"
#include "base/text.h"

#include <string.h>

static const char *const kinds[] = { "achievement", "challenge", "learning" };

struct blob
note_pack(struct arena *a, struct note_text t)
{
	struct out o;

	out_init(&o, a);
	put(&o, t.kind);
	put_char(&o, '\n');
	put(&o, t.words);
	return (struct blob){ o.at, o.n };
}

struct note_text
note_unpack(struct arena *a, struct blob plain)
{
	char *text = arena_take(a, plain.n + 1), *end;

	if (plain.n > 0)
		memcpy(text, plain.at, plain.n);
	text[plain.n] = '\0';
	end = strchr(text, '\n');
	for (size_t i = 0; end != NULL && i < COUNT(kinds); i++)
		if (strlen(kinds[i]) == (size_t)(end - text) && memcmp(kinds[i], text, strlen(kinds[i])) == 0)
			return (struct note_text){ kinds[i], end + 1 };
	return (struct note_text){ "learning", "" };
}

bool
note_holds(struct arena *a, const char *words, const char *wanted)
{
	const char *in;
	char *each;

	if (text_empty(wanted))
		return true;
	in = text_fold(a, words);
	each = text_fold(a, wanted);
	while (each != NULL && *each) {
		char *end = strchr(each, ' ');

		if (end != NULL)
			*end = '\0';
		if (strstr(in, each) == NULL)
			return false;
		each = end == NULL ? NULL : end + 1;
	}
	return true;
}

static bool
has(struct blob f, size_t at, const char *sign, size_t n)
{
	return f.n >= at + n && memcmp((const char *)f.at + at, sign, n) == 0;
}
#define HAS(f, at, sign) has((f), (at), (sign), sizeof(sign) - 1)

static bool
mentions(struct blob f, const char *name)
{
	return memmem(f.at, f.n, name, strlen(name)) != NULL;
}

/* Office files are zips; which they are their parts' names say. The old text formats say it in their first entry. */
static const char *
zip_media(struct blob f)
{
	if (HAS(f, 30, "mimetypeapplication/vnd.oasis.opendocument.text"))
		return "application/vnd.oasis.opendocument.text";
	if (HAS(f, 30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
		return "application/vnd.oasis.opendocument.spreadsheet";
	if (HAS(f, 30, "mimetypeapplication/vnd.oasis.opendocument.presentation"))
		return "application/vnd.oasis.opendocument.presentation";
	if (!mentions(f, "[Content_Types].xml"))
		return "application/octet-stream";
	if (mentions(f, "word/document.xml"))
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	if (mentions(f, "xl/workbook.xml"))
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	if (mentions(f, "ppt/presentation.xml"))
		return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
	return "application/octet-stream";
}

/* Written text: UTF-8, and no control sign but those of lines and columns. Markup of any kind is only text here. */
static bool
is_text(struct blob f)
{
	const unsigned char *c = f.at;

	for (size_t i = 0; i < f.n; i++)
		if ((c[i] < ' ' && c[i] != '\n' && c[i] != '\r' && c[i] != '\t' && c[i] != '\f') || c[i] == 0x7f)
			return false;
	return f.n > 0 && text_is_utf8(f.at, f.n);
}

const char *
file_media(struct blob f)
{
	if (HAS(f, 0, "\x89PNG\r\n\x1a\n"))
		return "image/png";
	if (HAS(f, 0, "\xff\xd8\xff"))
		return "image/jpeg";
	if (HAS(f, 0, "GIF87a") || HAS(f, 0, "GIF89a"))
		return "image/gif";
	if (HAS(f, 0, "RIFF") && HAS(f, 8, "WEBP"))
		return "image/webp";
	if (HAS(f, 0, "%PDF-"))
		return "application/pdf";
	if (HAS(f, 0, "PK\x03\x04"))
		return zip_media(f);
	return is_text(f) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

/* Signs that show nothing, or turn the direction of what follows: a name is to look like what it is. U+200B..F, 202A..E, 2060..9, FEFF. */
static size_t
odd_sign(const unsigned char *c)
{
	if (*c < ' ' || *c == 0x7f)
		return 1;
	if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] <= 0x9f)
		return 2;
	if (c[0] == 0xe2 && c[1] == 0x80 && ((c[2] >= 0x8b && c[2] <= 0x8f) || (c[2] >= 0xa8 && c[2] <= 0xae)))
		return 3;
	if (c[0] == 0xe2 && c[1] == 0x81 && c[2] >= 0xa0 && c[2] <= 0xaf)
		return 3;
	return c[0] == 0xef && c[1] == 0xbb && c[2] == 0xbf ? 3 : 0;
}

/* So many signs of it at most, whole ones. */
static void
cut(char *name, size_t most)
{
	for (size_t signs = 0; *name; name++) {
		if (((unsigned char)*name & 0xc0) != 0x80 && ++signs > most) {
			*name = '\0';
			return;
		}
	}
}

const char *
file_name_clean(struct arena *a, const char *name)
{
	char *out = arena_take(a, strlen(name) + 1), *to = out;
	size_t n;

	for (const unsigned char *c = (const unsigned char *)name; *c;) {
		size_t odd = odd_sign(c);

		if (odd > 0)
			c += odd;
		else if (*c == '/' || *c == '\\')
			to = out, c++;
		else
			*to++ = (char)*c++;
	}
	*to = '\0';
	while (*out == '.' || *out == ' ')
		out++;
	cut(out, NAME_MOST);
	for (n = strlen(out); n > 0 && (out[n - 1] == '.' || out[n - 1] == ' '); n--)
		out[n - 1] = '\0';
	return *out ? out : "file";
}

const char *
file_flaw(int64_t bytes, int64_t of_note, int64_t of_person)
{
	if (bytes == 0)
		return "refused.file_missing";
	if (bytes > FILE_MOST)
		return "refused.file_large";
	if (of_note >= FILES_OF_NOTE)
		return "refused.file_many";
	return of_person + bytes > FILES_OF_PERSON ? "refused.file_full" : NULL;
}
