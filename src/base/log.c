/* log.c: writes one line an event, whole, to standard error. Knows no rows or requests. */
#include "base/log.h"

#include "base/day.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 2048 };           /* longer lines lose their end; a line is one write */

static int64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* "2026-11-24T15:04:05.123456Z info request.done "; how many bytes. */
static size_t
begin(char *line, const char *level, const char *what)
{
	int64_t at = now();
	struct day today = day_of_instant(at);
	int64_t micros = at - instant_of_day(today);
	int seconds = (int)(micros / 1000000);
	char day[11];
	int n;

	day_write(today, day);
	n = snprintf(line, LINE, "%sT%02d:%02d:%02d.%06dZ %s %.64s ", day, seconds / 3600,
	    seconds / 60 % 60, seconds % 60, (int)(micros % 1000000), level, what);
	return (size_t)n;
}

/* Nothing a value holds may begin a line of its own or steer a terminal. */
static void
tame(char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
			line[i] = '?';
}

static void
write_all(const char *line, size_t n)
{
	while (n > 0) {
		ssize_t wrote = write(STDERR_FILENO, line, n);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return;         /* nowhere is left to say so */
		line += wrote;
		n -= (size_t)wrote;
	}
}

static void
say(const char *level, const char *what, const char *fmt, va_list args)
{
	int was = errno;
	char line[LINE];
	size_t n = begin(line, level, what);
	int more = vsnprintf(line + n, LINE - n, fmt, args);

	n += more < 0 ? 0 : strlen(line + n);
	while (n > 0 && line[n - 1] == ' ')
		n--;
	tame(line, n);
	line[n++] = '\n';
	write_all(line, n);
	errno = was;
}

void
log_line(const char *what, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say("info", what, fmt, args);
	va_end(args);
}

void
log_fault(const char *what, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say("fault", what, fmt, args);
	va_end(args);
}
