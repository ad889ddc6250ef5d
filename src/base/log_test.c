/* log_test.c: what the log writes, read back through a pipe. */
#include "base/log.h"
#include "base/test.h"

#include <string.h>
#include <unistd.h>

static char said[4096];

/* The line logged with this value, standard error turned to a pipe meanwhile. */
static void
hear(bool fault, const char *value)
{
	int ends[2], real = dup(STDERR_FILENO);
	ssize_t n;

	EQ(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	(fault ? log_fault : log_line)("request.done", "%s", value);
	dup2(real, STDERR_FILENO);
	close(ends[1]);
	close(real);
	n = read(ends[0], said, sizeof said - 1);
	close(ends[0]);
	said[n > 0 ? n : 0] = '\0';
}

static const struct {
	const char *words;
	bool fault;
	const char *value, *line;       /* the line after its instant */
} lines[] = {
	{ "an event",              false, "status=200 us=9",
	  " info request.done status=200 us=9\n" },
	{ "a fault",               true,  "cause=disk",
	  " fault request.done cause=disk\n" },
	{ "nothing more to say",   false, "",                " info request.done\n" },
	{ "a line of its own",     false, "a=1\n2026 info x",
	  " info request.done a=1?2026 info x\n" },
	{ "a terminal's commands", false, "a=\x1b[2J\x7f",   " info request.done a=?[2J?\n" },
	{ "letters of others",     false, "a=Zoë",           " info request.done a=Zoë\n" },
};

TEST("an event is one line: instant, level, what, pairs")
{
	for (size_t i = 0; i < COUNT(lines); i++) {
		SAY(lines[i].words);
		hear(lines[i].fault, lines[i].value);
		YES(strlen(said) > 27);
		SAME(said + 27, lines[i].line);
	}
}

TEST("the instant is UTC with microseconds")
{
	static const char shape[] = "dddd-dd-ddTdd:dd:dd.ddddddZ";

	hear(false, "a=1");
	for (size_t i = 0; i < sizeof shape - 1; i++)
		if (shape[i] == 'd')
			YES(said[i] >= '0' && said[i] <= '9');
		else
			EQ(said[i], shape[i]);
}

TEST("a line too long loses its end and still ends")
{
	static char value[3000];

	memset(value, 'x', sizeof value - 1);
	hear(false, value);
	EQ(strlen(said), 2048);
	EQ(said[2047], '\n');
	EQ(strchr(said, '\n') - said, 2047);
}
