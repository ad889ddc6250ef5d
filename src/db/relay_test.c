/* relay_test.c: a command reaches the server that holds the file. */
#include "base/test.h"
#include "db/relay.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
echo(void *arg, int argc, char **argv, struct blob input, struct out *output)
{
	++*(int *)arg;
	for (int i = 0; i < argc; i++)
		put_format(output, "[%s]", argv[i]);
	put_n(output, input.at, input.n);
	return argc;
}

TEST("a command goes to whoever listens beside the file, with its input, and the answer comes back")
{
	char *argv[] = { (char *)"import", (char *)"", (char *)"a b" }, file[300], sock[320];
	struct arena *a = arena_new();
	struct stat st;
	struct out answer;
	int asked = 0;
	struct relay *r;

	snprintf(file, sizeof file, "/tmp/meridian-relay-%d-%0150d.db", (int)getpid(), 7);
	snprintf(sock, sizeof sock, "%s.sock", file);
	out_init(&answer, a);
	put(&answer, "");
	EQ(relay_ask(file, 3, argv, (struct blob){ 0 }, &answer), -1);
	r = relay_listen(file, echo, &asked, NULL);
	YES(r == NULL);         /* the name alone is longer than an address */

	snprintf(file, sizeof file, "/tmp/meridian-relay-%d.db", (int)getpid());
	snprintf(sock, sizeof sock, "%s.sock", file);
	r = relay_listen(file, echo, &asked, NULL);
	YES(r != NULL);
	EQ(stat(sock, &st), 0);
	EQ(st.st_mode & 0777, 0600);
	EQ(relay_ask(file, 3, argv, (struct blob){ "x\0y", 3 }, &answer), 3);
	EQ(answer.n, strlen("[import][][a b]") + 3);
	EQ(memcmp(answer.at, "[import][][a b]x\0y", answer.n), 0);
	EQ(relay_ask(file, 1, argv, (struct blob){ 0 }, &answer), 1);
	EQ(asked, 2);
	relay_stop(r);
	EQ(access(sock, F_OK), -1);
	EQ(relay_ask(file, 1, argv, (struct blob){ 0 }, &answer), -1);
	arena_free(a);
}
