/* note_judge_test.c: files as an enemy would send them, notes as they are sealed and searched. */
#include "base/test.h"
#include "feedback/note_judge.h"

#include <string.h>

#define FILE_OF(text) { (text), sizeof(text) - 1 }

static const struct {
	const char *words;
	struct blob file;
	const char *media;
} files[] = {
	{ "a picture",                       FILE_OF("\x89PNG\r\n\x1a\n...."), "image/png" },
	{ "a photograph",                    FILE_OF("\xff\xd8\xff\xe0...."), "image/jpeg" },
	{ "an old picture",                  FILE_OF("GIF89a...."), "image/gif" },
	{ "a new picture",                   FILE_OF("RIFF....WEBPVP8 "), "image/webp" },
	{ "a sound that begins alike",       FILE_OF("RIFF....WAVEfmt \x01\x02"), "application/octet-stream" },
	{ "a printed page",                  FILE_OF("%PDF-1.7\n%\xe2\xe3"), "application/pdf" },
	{ "a letter",                        FILE_OF("PK\x03\x04..........................[Content_Types].xml ... word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
	{ "a sheet",                         FILE_OF("PK\x03\x04..........................[Content_Types].xml ... xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	{ "an open letter",                  FILE_OF("PK\x03\x04..........................mimetypeapplication/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text" },
	{ "any other zip",                   FILE_OF("PK\x03\x04..........................evil.exe"), "application/octet-stream" },
	{ "a program",                       FILE_OF("MZ\x90\x00\x03"), "application/octet-stream" },
	{ "plain words",                     FILE_OF("Grüße\r\n\tund Dank"), "text/plain; charset=utf-8" },
	{ "a page of the web is only text",  FILE_OF("<html><script>alert(1)</script>"), "text/plain; charset=utf-8" },
	{ "a drawing with script is too",    FILE_OF("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "text/plain; charset=utf-8" },
	{ "words with a null",               FILE_OF("abc\0def"), "application/octet-stream" },
	{ "words that are no UTF-8",         FILE_OF("abc\xe9" "def"), "application/octet-stream" },
	{ "a sign cut off",                  FILE_OF("\x89PN"), "application/octet-stream" },
	{ "nothing",                         { "", 0 }, "application/octet-stream" },
};

TEST("a file is what its content says, and what is not on the list is only bytes")
{
	for (size_t i = 0; i < COUNT(files); i++) {
		SAY(files[i].words);
		SAME(file_media(files[i].file), files[i].media);
	}
	SAY(NULL);
}

static const struct { const char *words, *name, *clean; } names[] = {
	{ "as it should be",          "Letter of thanks.pdf", "Letter of thanks.pdf" },
	{ "other letters",            "Grüße aus Zürich.pdf", "Grüße aus Zürich.pdf" },
	{ "a way out of the folder",  "../../etc/passwd", "passwd" },
	{ "another system's path",    "C:\\Users\\ana\\talk.pptx", "talk.pptx" },
	{ "a hidden file",            "...bashrc", "bashrc" },
	{ "a new line for a header",  "a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt" },
	{ "turned round to look harmless", "photo\xe2\x80\xaegpj.exe", "photogpj.exe" },
	{ "signs that show nothing",  "a\xe2\x80\x8b" "b\xef\xbb\xbf.txt", "ab.txt" },
	{ "isolates",                 "a\xe2\x81\xa6" "b.txt", "ab.txt" },
	{ "an end in dots",           "notes.txt. . ", "notes.txt" },
	{ "nothing but a path",       "a/b/", "file" },
	{ "nothing",                  "", "file" },
};

TEST("the name that is given back is a name and nothing else")
{
	struct arena *a = arena_new();
	char many[601] = "";

	for (size_t i = 0; i < COUNT(names); i++) {
		SAY(names[i].words);
		SAME(file_name_clean(a, names[i].name), names[i].clean);
	}
	SAY("three hundred signs of two bytes");
	for (size_t i = 0; i < 300; i++)
		memcpy(many + 2 * i, "ü", 3);
	EQ(strlen(file_name_clean(a, many)), 2 * NAME_MOST);
	SAY(NULL);
	arena_free(a);
}

TEST("a file is refused when it is none, too large, one too many, or more than one person keeps")
{
	SAME(file_flaw(0, 0, 0), "refused.file_missing");
	YES(file_flaw(1, 0, 0) == NULL);
	YES(file_flaw(FILE_MOST, FILES_OF_NOTE - 1, FILES_OF_PERSON - FILE_MOST) == NULL);
	SAME(file_flaw(FILE_MOST + 1, 0, 0), "refused.file_large");
	SAME(file_flaw(1, FILES_OF_NOTE, 0), "refused.file_many");
	SAME(file_flaw(1, 0, FILES_OF_PERSON), "refused.file_full");
}

TEST("a note comes back as it was packed; what is none of ours holds nothing")
{
	struct arena *a = arena_new();
	struct note_text t = note_unpack(a, note_pack(a, (struct note_text){ "challenge", "First line\nsecond line" }));

	SAME(t.kind, "challenge");
	SAME(t.words, "First line\nsecond line");
	SAME(note_unpack(a, (struct blob){ "salary\nhigh", 11 }).words, "");
	SAME(note_unpack(a, (struct blob){ "challenge", 9 }).words, "");
	SAME(note_unpack(a, (struct blob){ NULL, 0 }).words, "");
	arena_free(a);
}

TEST("a note is found by parts of its words, in any order, whatever their case and marks")
{
	struct arena *a = arena_new();

	YES(note_holds(a, "Ich grüßte die neue Linie", "GRUSS linie"));
	YES(note_holds(a, "anything", NULL));
	YES(note_holds(a, "anything", "  "));
	NO(note_holds(a, "Ich grüßte die neue Linie", "gruss alte"));
	arena_free(a);
}
