/* settings.c: the settings of the process, from a file and the environment. */
#include "http/settings.h"
#include "http/web.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static struct {
	const char *name, *ordinary;
	bool file;              /* NAME_FILE may hold the value */
	char *value;
} known[] = {
	{ "MERIDIAN_DATABASE_URL", "sqlite:meridian.db", true, NULL },
	{ "MERIDIAN_LISTEN", "127.0.0.1:8080", true, NULL },
	{ "MERIDIAN_URL", NULL, true, NULL },
	{ "MERIDIAN_KEY_FILE", NULL, false, NULL },
	{ "MERIDIAN_TRUSTED_PROXIES", NULL, true, NULL },
	{ "MERIDIAN_POOL", NULL, true, NULL },
	{ "MERIDIAN_THREADS", NULL, true, NULL },
	{ "MERIDIAN_SPOOL", NULL, true, NULL },
	{ "MERIDIAN_SMTP_URL", NULL, true, NULL },
	{ "MERIDIAN_SMTP_USER", NULL, true, NULL },
	{ "MERIDIAN_SMTP_PASSWORD", NULL, true, NULL },
	{ "MERIDIAN_SMTP_CA", NULL, false, NULL },
	{ "MERIDIAN_SMTP_WITHOUT_TLS", NULL, false, NULL },
	{ "MERIDIAN_SMTP_SECONDS", NULL, false, NULL },
	{ "MERIDIAN_MAIL_FROM", NULL, true, NULL },
	{ "MERIDIAN_CONFIG", NULL, false, NULL },
	{ "MERIDIAN_LOG", NULL, true, NULL },
	{ "MERIDIAN_TODAY", NULL, false, NULL },
};

static char sentence[512];
static struct site ours;

static int __attribute__((format(printf, 2, 3)))
wrong(const char **why, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(sentence, sizeof sentence, fmt, args);
	va_end(args);
	*why = sentence;
	return -1;
}

const char *
setting(const char *name)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].value ? known[i].value : known[i].ordinary;
	return NULL;
}

void
settings_forget(void)
{
	for (size_t i = 0; i < COUNT(known); i++) {
		free(known[i].value);
		known[i].value = NULL;
	}
	ours = (struct site){ 0 };
}

static void
keep(size_t i, const char *value)
{
	free(known[i].value);
	known[i].value = strdup(value);
	if (!known[i].value)
		die("no memory for the settings");
}

/* The first line of the file is the value. */
static int
keep_from(size_t i, const char *path, const char **why)
{
	char line[4096];
	FILE *f = fopen(path, "r");

	if (!f)
		return wrong(why, "%s_FILE cannot be read: %s.", known[i].name, strerror(errno));
	if (!fgets(line, sizeof line, f))
		line[0] = '\0';
	fclose(f);
	line[strcspn(line, "\r\n")] = '\0';
	keep(i, line);
	return 0;
}

/* 0 taken, -1 not a setting or unreadable. */
static int
take(const char *name, const char *value, const char **why)
{
	for (size_t i = 0; i < COUNT(known); i++) {
		size_t n = strlen(known[i].name);

		if (strcmp(name, known[i].name) == 0) {
			keep(i, value);
			return 0;
		}
		if (known[i].file && strncmp(name, known[i].name, n) == 0 && !strcmp(name + n, "_FILE"))
			return keep_from(i, value, why);
	}
	return wrong(why, "%s is not a setting of Meridian.", name);
}

static char *
trim(char *text)
{
	size_t n;

	text += strspn(text, " \t");
	n = strlen(text);
	while (n && strchr(" \t\r\n", text[n - 1]))
		text[--n] = '\0';
	return text;
}

bool
settings_line(char *line, char **key, char **value)
{
	char *equals;

	*key = NULL;
	line = trim(line);
	if (!*line || *line == '#')
		return true;
	equals = strchr(line, '=');
	if (!equals || equals == line)
		return false;
	*equals = '\0';
	*key = trim(line);
	*value = trim(equals + 1);
	return true;
}

static int
read_file(const char *path, const char **why)
{
	char line[4096], *key, *value;
	FILE *f = fopen(path, "r");
	int status = 0;

	if (!f)
		return wrong(why, "The settings file %s cannot be read: %s.", path, strerror(errno));
	for (int n = 1; !status && fgets(line, sizeof line, f); n++) {
		if (!settings_line(line, &key, &value))
			status = wrong(why, "Line %d of %s is not KEY=value.", n, path);
		else if (key)
			status = take(key, value, why);
	}
	fclose(f);
	return status;
}

static int
read_environment(const char **why)
{
	char line[4096];
	int status = 0;

	for (char **e = environ; *e && !status; e++) {
		char *equals;

		if (strncmp(*e, "MERIDIAN_", 9) != 0 || strncmp(*e, "MERIDIAN_TEST_", 14) == 0)
			continue;
		if (snprintf(line, sizeof line, "%s", *e) >= (int)sizeof line)
			return wrong(why, "A MERIDIAN_ setting is longer than 4,095 bytes.");
		equals = strchr(line, '=');
		if (!equals)
			continue;
		*equals = '\0';
		status = take(line, equals + 1, why);
	}
	return status;
}

/* Without MERIDIAN_URL we are where we listen. */
static bool
read_site(void)
{
	const char *listen = setting("MERIDIAN_LISTEN");
	char url[300];

	if (setting("MERIDIAN_URL"))
		return site_read(setting("MERIDIAN_URL"), &ours);
	if (strncmp(listen, "unix:", 5) == 0)
		listen = "localhost";
	if (strncmp(listen, "0.0.0.0:", 8) == 0 || strncmp(listen, "[::]:", 5) == 0)
		snprintf(url, sizeof url, "http://localhost%s", strrchr(listen, ':'));
	else
		snprintf(url, sizeof url, "http://%s", listen);
	return site_read(url, &ours);
}

int
settings_read(const char **why)
{
	const char *config = getenv("MERIDIAN_CONFIG");

	settings_forget();
	if (config && *config && read_file(config, why))
		return -1;
	if (read_environment(why))
		return -1;
	if (!read_site())
		return wrong(why, "%s is not an address like https://host/path.",
		    setting("MERIDIAN_URL") ? "MERIDIAN_URL" : "MERIDIAN_LISTEN");
	return 0;
}

const struct site *
site_ours(void)
{
	return &ours;
}

bool
site_is_set(void)
{
	return setting("MERIDIAN_URL") != NULL;
}

const char *
base_path(void)
{
	return ours.base;
}

const char *
site_url(void)
{
	return ours.url;
}
