/* spool.c: letters as files, for a mail program to fetch. Knows folders; no headers, no rows. */
#include "jobs/spool.h"

#include "http/web.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
spool_folder(struct arena *a, const char *database)
{
	const char *told = setting("MERIDIAN_SPOOL");

	if (told && *told)
		return told;
	return database ? arena_print(a, "%s.spool", database) : "meridian.spool";
}

static bool
write_all(int fd, const char *at, size_t n)
{
	while (n) {
		ssize_t took = write(fd, at, n);

		if (took < 0 && errno == EINTR)
			continue;
		if (took <= 0)
			return false;
		at += took;
		n -= (size_t)took;
	}
	return true;
}

const char *
spool_write(struct arena *a, const char *folder, int64_t id, const char *letter)
{
	const char *name = arena_print(a, "%s/%lld.eml", folder, (long long)id);
	const char *half = arena_print(a, "%s/.%lld.part", folder, (long long)id);
	bool good;
	int fd;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return "the spool folder cannot be made";
	fd = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		return "the spool folder cannot be written to";
	good = write_all(fd, letter, strlen(letter)) && fsync(fd) == 0;
	if (close(fd) != 0 || !good || rename(half, name) != 0) {
		unlink(half);
		return "the letter could not be written";
	}
	return NULL;
}
