/* relay.c: listens beside the file and runs what is sent; sends it. Knows no verbs. */
#include "db/relay.h"

#include "base/log.h"
#include "db/conn.h"
#include "db/relay_wire.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

struct relay {
	char *name;                     /* FILE.sock */
	int fd, stop;                   /* stop: an eventfd */
	relay_run *run;
	void *arg;
	pthread_t thread;
};

struct command {
	int argc;
	char **argv;
	struct blob input;
};

/* A length, then that many bytes; NULL when it is too long or the line broke. */
static char *
piece_read(int fd, struct arena *a, uint32_t most, uint32_t *n)
{
	char *at;

	if (!wire_number(fd, n) || *n > most)
		return NULL;
	at = arena_take(a, (size_t)*n + 1);
	return wire_read(fd, at, *n) ? at : NULL;
}

static bool
command_read(int fd, struct arena *a, struct command *cmd)
{
	uint32_t argc, n;

	if (!wire_number(fd, &argc) || argc == 0 || argc > RELAY_ARGS)
		return false;
	cmd->argc = (int)argc;
	cmd->argv = NEW_MANY(a, char *, argc + 1);
	for (uint32_t i = 0; i < argc; i++)
		if (!(cmd->argv[i] = piece_read(fd, a, RELAY_ARG, &n)))
			return false;
	cmd->input.at = piece_read(fd, a, RELAY_INPUT, &n);
	cmd->input.n = n;
	return cmd->input.at != NULL;
}

/* Nobody holds the relay up by saying nothing. */
static void
impatient(int fd)
{
	struct timeval t = { .tv_sec = RELAY_SILENCE_S };

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &t, sizeof t);
}

static void
serve_one(struct relay *r, int fd)
{
	struct arena *a = arena_new();
	struct command cmd;
	struct out output;
	int code;

	impatient(fd);
	if (!wire_ours(fd)) {
		log_fault("relay.refused", "why=\"another user\"");
	} else if (command_read(fd, a, &cmd)) {
		out_init(&output, a);
		put(&output, "");
		code = r->run(r->arg, cmd.argc, cmd.argv, cmd.input, &output);
		if (!wire_put_number(fd, (uint32_t)code) ||
		    !wire_put_number(fd, (uint32_t)output.n) || !wire_write(fd, output.at, output.n))
			log_fault("relay.lost", "code=%d", code);
	}
	arena_free(a);
}

static void *
listen_on(void *arg)
{
	struct relay *r = arg;
	struct pollfd fds[] = { { .fd = r->fd, .events = POLLIN }, { .fd = r->stop, .events = POLLIN } };

	for (;;) {
		int fd;

		if (poll(fds, COUNT(fds), -1) < 0 && errno != EINTR)
			break;
		if (fds[1].revents)
			break;
		if (!fds[0].revents)
			continue;
		fd = accept4(r->fd, NULL, NULL, SOCK_CLOEXEC);
		if (fd < 0)
			continue;
		serve_one(r, fd);
		close(fd);
	}
	return NULL;
}

struct relay *
relay_listen(const char *path, relay_run *run, void *arg, const char **why)
{
	struct relay *r = calloc(1, sizeof *r);

	if (!r || !(r->name = calloc(1, strlen(path) + 6)))
		die("no memory for the relay");
	memcpy(r->name, path, strlen(path));
	memcpy(r->name + strlen(path), ".sock", 5);
	r->run = run;
	r->arg = arg;
	r->fd = wire_open(path, WIRE_LISTENS);
	if (r->fd < 0) {
		why_say(why, "%s cannot be made: %s.", r->name, strerror(errno));
		free(r->name);
		free(r);
		return NULL;
	}
	r->stop = eventfd(0, EFD_CLOEXEC);
	if (r->stop < 0 || pthread_create(&r->thread, NULL, listen_on, r) != 0)
		die("no thread for the relay");
	return r;
}

void
relay_stop(struct relay *r)
{
	uint64_t one = 1;

	if (!r)
		return;
	unlink(r->name);
	if (write(r->stop, &one, sizeof one) != sizeof one)
		die("the relay cannot be stopped");
	pthread_join(r->thread, NULL);
	close(r->fd);
	close(r->stop);
	free(r->name);
	free(r);
}

static bool
piece_send(int fd, const void *at, size_t n)
{
	return wire_put_number(fd, (uint32_t)n) && wire_write(fd, at, n);
}

static bool
command_send(int fd, int argc, char **argv, struct blob input)
{
	if (!wire_put_number(fd, (uint32_t)argc))
		return false;
	for (int i = 0; i < argc; i++)
		if (!piece_send(fd, argv[i], strlen(argv[i])))
			return false;
	return piece_send(fd, input.n ? input.at : "", input.n);
}

static bool
answer_read(int fd, int *code, struct out *answer)
{
	uint32_t exit_code, n;
	char *at;

	if (!wire_number(fd, &exit_code) || !(at = piece_read(fd, answer->arena, UINT32_MAX, &n)))
		return false;
	*code = (int)exit_code;
	put_n(answer, at, n);
	return true;
}

int
relay_ask(const char *path, int argc, char **argv, struct blob input, struct out *answer)
{
	enum { BROKEN_LINE = 75 };      /* sysexits.h: try again */
	int fd = wire_open(path, WIRE_ASKS), code = BROKEN_LINE;

	if (fd < 0)
		return -1;
	if (!wire_ours(fd) || argc > RELAY_ARGS || input.n > RELAY_INPUT ||
	    !command_send(fd, argc, argv, input) || !answer_read(fd, &code, answer))
		put(answer, "The server did not answer; the command may or may not have been done.\n");
	close(fd);
	return code;
}
