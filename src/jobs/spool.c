/* spool.c: letters as files, for a mail program to fetch. Knows folders and headers; no rows. */
#include "jobs/spool.h"

#include "base/day.h"
#include "base/out.h"
#include "base/zone.h"
#include "http/web.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
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
is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
			return false;
	return true;
}

/* Words of a header: as they are, or in pieces of at most 45 bytes, encoded (RFC 2047). */
static void
put_subject(struct out *o, const char *text)
{
	size_t n = strlen(text), take;
	char coded[80];

	if (is_ascii(text)) {
		put(o, text);
		return;
	}
	for (size_t at = 0; at < n; at += take) {
		take = n - at < 45 ? n - at : 45;
		while (take > 1 && at + take < n && ((unsigned char)text[at + take] & 0xc0) == 0x80)
			take--;
		sodium_bin2base64(coded, sizeof coded, (const unsigned char *)text + at, take, sodium_base64_VARIANT_ORIGINAL);
		put_format(o, "%s=?utf-8?B?%s?=", at ? "\r\n " : "", coded);
	}
}

static void
put_date(struct out *o, int64_t now)
{
	static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct day d = day_of_instant(now);
	char clock[6];

	zone_clock("UTC", now, clock);
	put_format(o, "Date: %s, %d %s %d %s:%02d +0000\r\n", days[day_weekday(d) - 1], d.d, months[d.m - 1], d.y, clock,
	    (int)(now / 1000000 % 60));
}

/* The host of our own address, for From and Message-ID. */
static const char *
host_of(struct arena *a)
{
	const char *at = site_url() ? strstr(site_url(), "://") : NULL;

	return at ? arena_copy_n(a, at + 3, strcspn(at + 3, ":/")) : "localhost";
}

const char *
spool_letter(struct arena *a, int64_t id, int64_t now, const char *address, const char *subject, const char *text)
{
	struct out o;
	const char *host = host_of(a);

	if (strpbrk(address, "\r\n<>,; ") || !strchr(address, '@'))
		return NULL;
	out_init(&o, a);
	put_format(&o, "From: Meridian <no-reply@%s>\r\nTo: <%s>\r\nSubject: ", host, address);
	put_subject(&o, subject);
	put(&o, "\r\n");
	put_date(&o, now);
	put_format(&o, "Message-ID: <%lld@%s>\r\n", (long long)id, host);
	put(&o, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
	for (; *text; text++) {
		if (*text == '\n')
			put_char(&o, '\r');
		put_char(&o, *text);
	}
	put(&o, "\r\n");
	return o.at;
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
