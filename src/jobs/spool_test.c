/* spool_test.c: letters as they lie in the spool folder. */
#include "jobs/spool.h"

#include "base/test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int64_t NOW = INT64_C(1795536000) * 1000000;       /* 24 November 2026, 16:00 */

TEST("a letter has its headers, and its text with lines as mail wants them")
{
	struct arena *a = arena_new();
	const char *l = spool_letter(a, 7, NOW, "ana@example.org", "Your link", "Hello.\nGo on.");

	YES(strstr(l, "To: <ana@example.org>\r\n") != NULL);
	YES(strstr(l, "Subject: Your link\r\n") != NULL);
	YES(strstr(l, "\r\nDate: ") != NULL);
	YES(strstr(l, "\r\n\r\nHello.\r\nGo on.\r\n") != NULL);
	arena_free(a);
}

TEST("a subject in other letters is encoded in pieces that split no letter")
{
	struct arena *a = arena_new();
	const char *l = spool_letter(a, 7, NOW, "ana@example.org", "Ваша ссылка для входа в систему Меридиан", "x");
	const char *at = strstr(l, "Subject: ");

	YES(strncmp(at, "Subject: =?utf-8?B?", 19) == 0);
	for (const char *c = at; c < strstr(at, "\r\nDate"); c++)
		YES((unsigned char)*c < 0x80);
	arena_free(a);
}

TEST("an address that could begin another header is none")
{
	static const char *const bad[] = { "", "ana", "ana@x\r\nBcc: b@x", "<ana@x>", "a@x,b@x", "a @x" };
	struct arena *a = arena_new();

	for (size_t i = 0; i < COUNT(bad); i++) {
		SAY(bad[i]);
		YES(spool_letter(a, 7, NOW, bad[i], "x", "x") == NULL);
	}
	SAY(NULL);
	arena_free(a);
}

TEST("a letter is written whole, under its number")
{
	struct arena *a = arena_new();
	char folder[] = "/tmp/meridian-spool-XXXXXX";

	YES(mkdtemp(folder) != NULL);
	YES(spool_write(a, folder, 7, "text") == NULL);
	EQ(access(arena_print(a, "%s/7.eml", folder), R_OK), 0);
	NO(access(arena_print(a, "%s/.7.part", folder), R_OK) == 0);
	YES(spool_write(a, "/proc/no/such/place", 7, "text") != NULL);
	unlink(arena_print(a, "%s/7.eml", folder));
	rmdir(folder);
	arena_free(a);
}
