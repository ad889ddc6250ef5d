/* letter_test.c: letters as mail programs get them. */
#include "jobs/letter.h"

#include "base/test.h"

#include <string.h>

static const int64_t NOW = INT64_C(1795536000) * 1000000;       /* 24 November 2026, 16:00 */

static const char *
letter(struct arena *a, const char *to, const char *subject, const char *text)
{
	return letter_write(a, &(struct letter){ .id = 7, .now = NOW, .from = "no-reply@north.example", .host = "north.example", .to = to,
	    .subject = subject, .text = text, .stop = "https://north.example/account/notices" });
}

TEST("a letter has its headers, and its text with lines as mail wants them")
{
	struct arena *a = arena_new();
	const char *l = letter(a, "ana@example.org", "Your link", "Hello.\nGo on.");

	YES(strstr(l, "To: <ana@example.org>\r\n") != NULL);
	YES(strstr(l, "Subject: Your link\r\n") != NULL);
	YES(strstr(l, "\r\nDate: ") != NULL);
	YES(strstr(l, "\r\nMessage-ID: <7@north.example>\r\n") != NULL);
	YES(strstr(l, "\r\nAuto-Submitted: auto-generated\r\n") != NULL);
	YES(strstr(l, "\r\nList-Unsubscribe: <https://north.example/account/notices>\r\n") != NULL);
	YES(strstr(l, "\r\n\r\nHello.\r\nGo on.\r\n") != NULL);
	arena_free(a);
}

TEST("a subject in other letters is encoded in pieces that split no letter")
{
	struct arena *a = arena_new();
	const char *l = letter(a, "ana@example.org", "Ваша ссылка для входа в систему Меридиан", "x");
	const char *at = strstr(l, "Subject: ");

	YES(strncmp(at, "Subject: =?utf-8?B?", 19) == 0);
	for (const char *c = at; c < strstr(at, "\r\nDate"); c++)
		YES((unsigned char)*c < 0x80);
	arena_free(a);
}

TEST("no subject begins another header, whatever is in it")
{
	static const char *const bad[] = { "a\r\nBcc: eve@example.org", "a\nBcc: eve@example.org", "a\rBcc: eve@example.org", "=?utf-8?Q?=0D=0ABcc:_eve?=" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(bad); i++) {
		SAY(bad[i]);
		const char *l = letter(a, "ana@example.org", bad[i], "x");
		YES(strstr(l, "Bcc") == NULL);
		YES(strstr(l, "=0D") == NULL);
	}
	SAY(NULL);
	arena_free(a);
}

TEST("an address that could begin another header, or name another reader, is none")
{
	static const char *const bad[] = { "", "ana", "@x", "ana@", "ana@x\r\nBcc: b@x", "<ana@x>", "a@x,b@x", "a @x", "a@x b", "a@@x", "a@x@y", "\"a b\"@x", "a@x\n", "a@[::1]",
		"a@.x", "a@x.", "-v@x", "a;b@x", "a@x>", "a\tb@x", "a(b)@x", "a\\b@x" };
	static const char *const good[] = { "ana@example.org", "a.b+c@x", "o'neil@ex-ample.org", "jürgen@müller.example", "a=b/c@x.y" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(bad); i++) {
		SAY(bad[i]);
		NO(letter_address_is(bad[i]));
		YES(letter(a, bad[i], "x", "x") == NULL);
	}
	for (size_t i = 0; i < COUNT(good); i++) {
		SAY(good[i]);
		YES(letter_address_is(good[i]));
	}
	SAY(NULL);
	arena_free(a);
}

TEST("other letters and long lines go quoted-printable, in lines of at most 76")
{
	struct arena *a = arena_new();
	const char *l = letter(a, "ana@example.org", "x", "Grüße = gut \nhttps://north.example/link/00112233445566778899aabbccddeeff\n"
	    "This line is a long one that goes on and on, past the place where mail programs of old would have cut it in two: é.");
	const char *body = strstr(l, "\r\n\r\n") + 4;

	YES(strstr(l, "Content-Transfer-Encoding: quoted-printable\r\n") != NULL);
	YES(strncmp(body, "Gr=C3=BC=C3=9Fe =3D gut=20\r\n", 28) == 0);
	YES(strstr(body, "\r\nhttps://north.example/link/00112233445566778899aabbccddeeff\r\n") != NULL);
	for (const char *line = body; *line; line = strstr(line, "\r\n") + 2) {
		YES(strcspn(line, "\r") <= 76);
		for (const char *c = line; *c != '\r'; c++)
			YES((unsigned char)*c >= ' ' && (unsigned char)*c <= '~');
	}
	arena_free(a);
}
