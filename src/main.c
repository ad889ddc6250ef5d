/* main.c: the verbs. Reads the command line and the file it names; refuses to know what a verb does. */
#include "base/log.h"
#include "db/relay.h"
#include "http/web.h"
#include "verbs.h"

#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NO_STORE, READS, WRITES, SERVES };

static const struct verb {
	const char *name;
	int (*run)(struct call *);
	int store;                      /* what it needs of the database */
	const char *usage, *words;
} verbs[] = {
	{ "serve", verb_serve, SERVES, "serve [--today DAY]", "serve the organisation until stopped" },
	{ "migrate", verb_migrate, WRITES, "migrate [--test]", "bring the database's schema up to this program" },
	{ "demo", verb_demo, WRITES, "demo [--people N] [--seed S] [--today DAY] [--truth FILE]", "fill an empty database with a demo organisation" },
	{ "import", verb_import, WRITES, "import people FILE [--check] [--map 'COLUMN=field']… [--dates dmy|mdy|ymd] [--rejects FILE] [--json] | import folder DIR",
	    "read people from the HR system's CSV export" },
	{ "admin", verb_admin, WRITES, "admin link EMAIL | grant EMAIL ROLE | close EMAIL", "print a sign-in link; give a role over the whole organisation; close an account" },
	{ "token", verb_token, WRITES, "token EMAIL [--hours N] [--name WORDS]", "print an API token of a person" },
	{ "jobs", verb_jobs, WRITES, "jobs [--until DAY] [--json]", "run what is due now, or until a day on a demo or test database" },
	{ "routes", verb_routes, NO_STORE, "routes [--json]", "list every address: method, path, permission, subject" },
	{ "audit", verb_audit, NO_STORE, "audit verify --record FILE [--key FINGERPRINT] [--json]", "verify a signed review record without a database" },
	{ "dump", verb_dump, READS, "dump", "print every row as sorted text lines" },
	{ 0 }
};

static int
usage(FILE *to)
{
	fputs("meridian: people-performance management that an organisation runs itself.\n\n", to);
	for (const struct verb *v = verbs; v->name; v++)
		fprintf(to, "  meridian %-10s %s\n", v->name, v->words);
	fputs("  meridian version    print the version\n\n"
	    "`meridian VERB --help` says more. Settings: MERIDIAN_DATABASE_URL (sqlite:PATH or postgresql://…),\n"
	    "MERIDIAN_LISTEN, MERIDIAN_URL, MERIDIAN_CONFIG; see docs/admin/settings.md.\n", to);
	return to == stdout ? EXIT_FINE : EXIT_USAGE;
}

static bool
read_whole(const char *path, struct arena *a, struct blob *b)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
	struct out o;
	char part[65536];
	size_t n;

	if (f == NULL)
		return false;
	out_init(&o, a);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		put_n(&o, part, n);
	bool good = !ferror(f);
	if (f != stdin)
		fclose(f);
	*b = (struct blob){ o.n ? o.at : "", o.n };
	return good;
}

static bool
names_folder(const struct call *c)
{
	return c->argc > 2 && strcmp(c->argv[0], "import") == 0 && strcmp(c->argv[1], "folder") == 0;
}

/* The file a verb names, if it names one. */
static bool
read_input(struct call *c)
{
	static const char *const valued[] = { "--map", "--dates", "--rejects", "--record", NULL };
	const char *path = NULL;

	if (strcmp(c->argv[0], "import") == 0 && !names_folder(c))
		path = call_word(c, 2, valued);
	else if (strcmp(c->argv[0], "audit") == 0)
		path = call_option(c, "--record");
	if (path == NULL || read_whole(path, c->arena, &c->input))
		return true;
	fprintf(stderr, "meridian: the file %s cannot be read\n", path);
	return false;
}

/* A server has the database: it does the work and says the answer. */
static int
relayed(struct call *c, const char *database)
{
	if (strncmp(database, "sqlite:", 7) != 0)
		return -1;
	struct out answer;
	out_init(&answer, c->arena);
	int code = relay_ask(database + 7, c->argc, c->argv, c->input, &answer);
	if (code >= 0)
		call_unpack(c, &answer);
	return code;
}

static int
with_store(const struct verb *v, struct call *c)
{
	const char *database = setting("MERIDIAN_DATABASE_URL"), *why = NULL;
	int code = v->store == WRITES ? relayed(c, database) : -1;

	if (code >= 0)
		return code;
	c->store = store_open(database, v->store == READS ? STORE_READ : STORE_WRITE, &why);
	if (c->store == NULL) {
		fprintf(stderr, "meridian: %s\n", why);
		return EXIT_NOTHING;
	}
	if (v->store == WRITES && store_migrate(c->store, &why) < 0) {
		fprintf(stderr, "meridian: %s\n", why);
		code = EXIT_NOTHING;
	} else if (v->store == WRITES && v->run != verb_demo && v->run != verb_migrate && !told_today(c)) {
		code = EXIT_USAGE;
	} else {
		code = v->run(c);
	}
	store_close(c->store);
	return code;
}

static int
one_file(struct call *c, void *verb)
{
	return with_store(verb, c);
}

/* Before any thread is made, so that only the one that waits for a stop gets it: a second SIGTERM while
 * the server drains must not cut it short. */
static void
hold_signals(void)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
}

/* An option the verb's usage does not name, or NULL. */
static const char *
unknown_option(const struct verb *v, const struct call *c)
{
	for (int i = 1; i < c->argc; i++) {
		size_t n = strlen(c->argv[i]);
		const char *at = n > 2 && strncmp(c->argv[i], "--", 2) == 0 ? strstr(v->usage, c->argv[i]) : v->usage;

		if (at == NULL || (at != v->usage && strchr(" ]|", at[n]) == NULL))
			return c->argv[i];
	}
	return NULL;
}

/* The file a verb writes beside what it says: rows that were refused, or what is planted. */
static bool
write_aside(const struct call *c)
{
	const char *to = call_option(c, "--rejects");
	FILE *f;

	to = to == NULL ? call_option(c, "--truth") : to;
	if (to == NULL)
		return true;
	f = fopen(to, "wb");
	if (f != NULL && fwrite(c->aside->at ? c->aside->at : "", 1, c->aside->n, f) == c->aside->n && fclose(f) == 0)
		return true;
	fprintf(stderr, "meridian: the file %s cannot be written\n", to);
	return false;
}

static int
run(const struct verb *v, int argc, char **argv)
{
	struct out said, aside;
	struct call c = { .arena = arena_new(), .argc = argc, .argv = argv, .said = &said, .aside = &aside };
	const char *unknown;

	out_init(&said, c.arena);
	out_init(&aside, c.arena);
	if (call_flag(&c, "--help")) {
		printf("usage: meridian %s\n\n%s\n", v->usage, v->words);
		arena_free(c.arena);
		return EXIT_FINE;
	}
	if ((unknown = unknown_option(v, &c)) != NULL) {
		fprintf(stderr, "meridian: %s has no option %s\nusage: meridian %s\n", v->name, unknown, v->usage);
		arena_free(c.arena);
		return EXIT_USAGE;
	}
	if (v->store == SERVES)
		hold_signals();
	if (!read_input(&c)) {
		arena_free(c.arena);
		return EXIT_USAGE;
	}
	int code = names_folder(&c) ? import_folder(&c, argv[2], one_file, (void *)(uintptr_t)v)
	    : v->store == NO_STORE ? v->run(&c) : with_store(v, &c);

	fwrite(said.at ? said.at : "", 1, said.n, stdout);
	if (!write_aside(&c))
		code = EXIT_NOTHING;
	if (code == EXIT_USAGE)
		fprintf(stderr, "usage: meridian %s\n", v->usage);
	arena_free(c.arena);
	return code;
}

int
main(int argc, char **argv)
{
	const char *why = NULL;

	if (argc < 2)
		return usage(stderr);
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
		return usage(stdout);
	if (strcmp(argv[1], "version") == 0 || strcmp(argv[1], "--version") == 0)
		return puts("meridian " MERIDIAN_VERSION), EXIT_FINE;
	if (sodium_init() < 0)
		die("libsodium cannot start");
	if (settings_read(&why) < 0) {
		fprintf(stderr, "meridian: %s\n", why);
		return EXIT_USAGE;
	}
	for (const struct verb *v = verbs; v->name; v++)
		if (strcmp(argv[1], v->name) == 0)
			return run(v, argc - 1, argv + 1);
	fprintf(stderr, "meridian: there is no verb \"%s\"\n\n", argv[1]);
	return usage(stderr);
}
