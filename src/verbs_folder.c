/*
 * verbs_folder.c: a folder that is watched: each new file in it is imported once, or waits for HR, or is refused, and lies
 * afterwards in done/, waiting/ or refused/ with a report beside it. Knows files and one call a file; nothing of people.
 */
#include "verbs.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FILES_MOST = 1000, STILL_SECONDS = 2 };

static const char *const rooms[] = { "taken", "done", "waiting", "refused" };

struct names {
	char *at[FILES_MOST];
	size_t n;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A plain file (no link, nothing hidden) that nobody has written to for a moment. */
static bool
ready(int dir, const char *name, time_t now)
{
	struct stat s;

	return name[0] != '.' && fstatat(dir, name, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode) &&
	    s.st_mtime + STILL_SECONDS <= now;
}

static void
list(int dir, struct arena *a, struct names *names)
{
	DIR *d = fdopendir(dup(dir));
	const struct dirent *e;
	time_t now = time(NULL);

	while (d != NULL && (e = readdir(d)) != NULL && names->n < FILES_MOST)
		if (ready(dir, e->d_name, now))
			names->at[names->n++] = arena_copy(a, e->d_name);
	if (d != NULL)
		closedir(d);
	qsort(names->at, names->n, sizeof *names->at, by_name);
}

/* "2026-11-24-223000-people.csv": so that the same name may come every day. */
static char *
name_in(struct arena *a, const char *room, const char *name)
{
	char at[32];
	time_t now = time(NULL);
	struct tm utc;

	gmtime_r(&now, &utc);
	strftime(at, sizeof at, "%Y-%m-%d-%H%M%S", &utc);
	return arena_print(a, "%s/%s-%s", room, at, name);
}

static bool
read_file(int dir, const char *name, struct arena *a, struct blob *b)
{
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct out o;
	char part[65536];
	ssize_t n = 0;

	if (fd < 0)
		return false;
	out_init(&o, a);
	while ((n = read(fd, part, sizeof part)) > 0)
		put_n(&o, part, (size_t)n);
	close(fd);
	*b = (struct blob){ o.n ? o.at : "", o.n };
	return n == 0;
}

static bool
write_report(int dir, const char *name, const struct out *said)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool good = fd >= 0 && write(fd, said->at ? said->at : "", said->n) == (ssize_t)said->n;

	if (fd >= 0)
		good &= close(fd) == 0;
	return good;
}

/* One file: taken first, so that a stop in the middle never imports it twice. */
static int
one(struct call *c, int dir, const char *name, int (*import)(struct call *, void *), void *arg)
{
	struct arena *a = arena_new();
	char *argv[] = { "import", "people", arena_copy(a, name), "--unattended", NULL }, *taken = name_in(a, "taken", name), *to;
	struct out said, aside;
	struct call sub = { .arena = a, .argc = 4, .argv = argv, .said = &said, .aside = &aside };
	int code = EXIT_NOTHING;

	out_init(&said, a);
	out_init(&aside, a);
	if (renameat(dir, name, dir, taken) == 0 && read_file(dir, taken, a, &sub.input)) {
		code = import(&sub, arg);
		to = name_in(a, rooms[code == EXIT_FINE ? 1 : code == EXIT_WAITS ? 2 : 3], name);
		if (renameat(dir, taken, dir, to) != 0 || !write_report(dir, arena_print(a, "%s.report.txt", to), &said))
			code = EXIT_NOTHING;
		put_format(c->said, "%s\n", to);
	} else {
		put_format(c->said, "%s cannot be taken\n", name);
	}
	arena_free(a);
	return code;
}

int
import_folder(struct call *c, const char *path, int (*import)(struct call *, void *), void *arg)
{
	int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), code = EXIT_FINE;
	struct names *names = NEW(c->arena, struct names);

	if (dir < 0) {
		put_format(c->said, "The folder %s cannot be opened.\n", path);
		return EXIT_USAGE;
	}
	for (size_t i = 0; i < COUNT(rooms); i++)
		mkdirat(dir, rooms[i], 0700);
	if (flock(dir, LOCK_EX | LOCK_NB) == 0) {
		list(dir, c->arena, names);
		for (size_t i = 0; i < names->n; i++)
			if (one(c, dir, names->at[i], import, arg) != EXIT_FINE)
				code = EXIT_NOTHING;
	} else {
		put(c->said, "Another call is working through this folder.\n");
	}
	close(dir);
	return code;
}
