/* settings_test.c: settings from a file and the environment. */
#include "base/test.h"
#include "http/settings.h"
#include "http/web.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/meridian-settings-XXXXXX";

static void
write_file(const char *text)
{
	static bool made;
	FILE *f;

	if (!made)
		close(mkstemp(path));
	made = true;
	f = fopen(path, "w");
	fputs(text, f);
	fclose(f);
}

TEST("a file gives settings, the environment comes before it")
{
	const char *why = NULL;

	write_file("# a comment\n\n MERIDIAN_URL = https://Example.org:443/hr/ \nMERIDIAN_THREADS=3\n");
	setenv("MERIDIAN_CONFIG", path, 1);
	setenv("MERIDIAN_THREADS", "5", 1);
	EQ(settings_read(&why), 0);
	SAME(setting("MERIDIAN_THREADS"), "5");
	SAME(site_url(), "https://example.org/hr");
	SAME(base_path(), "/hr");
	SAME(setting("MERIDIAN_LISTEN"), "127.0.0.1:8080");
	SAME(setting("MERIDIAN_SPOOL"), NULL);
	unsetenv("MERIDIAN_THREADS");
	unsetenv("MERIDIAN_CONFIG");
	unlink(path);
}

TEST("a secret may stand in a file of its own")
{
	const char *why = NULL;

	write_file("postgresql://x:secret@db/meridian\n");
	setenv("MERIDIAN_DATABASE_URL_FILE", path, 1);
	EQ(settings_read(&why), 0);
	SAME(setting("MERIDIAN_DATABASE_URL"), "postgresql://x:secret@db/meridian");
	unlink(path);
	EQ(settings_read(&why), -1);
	YES(strstr(why, "cannot be read") != NULL);
	unsetenv("MERIDIAN_DATABASE_URL_FILE");
}

TEST("an unknown setting is refused in a sentence, test ones are let be")
{
	const char *why = NULL;

	setenv("MERIDIAN_TEST_ANYTHING", "1", 1);
	EQ(settings_read(&why), 0);
	setenv("MERIDIAN_LISTN", "x", 1);
	EQ(settings_read(&why), -1);
	SAME(why, "MERIDIAN_LISTN is not a setting of Meridian.");
	unsetenv("MERIDIAN_LISTN");
	unsetenv("MERIDIAN_TEST_ANYTHING");
	EQ(settings_read(&why), 0);
	SAME(site_url(), "http://127.0.0.1:8080");
}

static const struct { const char *url; bool good; } urls[] = {
	{ "https://example.org", true }, { "http://localhost:8080", true }, { "https://[::1]:8443/x", true },
	{ "example.org", false }, { "ftp://example.org", false }, { "https://", false },
	{ "https://user@example.org", false }, { "https://example.org/a b", false },
	{ "https://example.org/a;b", false }, { "https://example.org//x", false },
};

TEST("the address of the site is scheme, host and plain path")
{
	struct site s;

	for (size_t i = 0; i < COUNT(urls); i++) {
		SAY(urls[i].url);
		EQ(site_read(urls[i].url, &s), urls[i].good);
	}
}
