/* base_test.c: the few words every file speaks. */
#include "base/base.h"
#include "base/test.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct {
	const char *words;
	int64_t n, low, high, is;
} clamps[] = {
	{ "within",        5,  0, 10,  5 },
	{ "at the bottom", 0,  0, 10,  0 },
	{ "below",        -1,  0, 10,  0 },
	{ "at the top",   10,  0, 10, 10 },
	{ "above",        11,  0, 10, 10 },
	{ "no room",       7,  3,  3,  3 },
};

TEST("a number is kept between two others")
{
	for (size_t i = 0; i < COUNT(clamps); i++) {
		SAY(clamps[i].words);
		EQ(clamp(clamps[i].n, clamps[i].low, clamps[i].high), clamps[i].is);
	}
}

TEST("a program that must stop says why once and ends by SIGABRT")
{
	char said[256] = "";
	int ends[2], status;
	pid_t child;

	EQ(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		die("no memory for %d bytes", 12);
	}
	close(ends[1]);
	EQ(waitpid(child, &status, 0), child);
	YES(read(ends[0], said, sizeof said - 1) > 0);
	close(ends[0]);
	YES(WIFSIGNALED(status));
	EQ(WTERMSIG(status), SIGABRT);
	SAME(strchr(said, ' '), " fault program.died why=\"no memory for 12 bytes\"\n");
}
