/* relay.h: a command reaches the server that holds the file, over FILE.sock. Knows no verbs. */
#ifndef DB_RELAY_H
#define DB_RELAY_H

#include "base/out.h"

struct relay;

/* One command: argv as it was typed, its standard input; what it prints goes into output.
 * Returns the exit code. Called on the relay's own thread, one command at a time. */
typedef int relay_run(void *arg, int argc, char **argv, struct blob input, struct out *output);

/* path: the database's FILE; listens on FILE.sock (mode 0600, our uid or root only). NULL with a
 * sentence in *why. Only the holder of FILE.lock may: an old socket is removed. */
struct relay *relay_listen(const char *path, relay_run *run, void *arg, const char **why);
/* After the command under way; the socket is removed. NULL is fine. */
void relay_stop(struct relay *r);

/* The exit code of the command; -1 if nobody listens. When the line breaks before the whole
 * answer is there: 75, and *answer says so. */
int relay_ask(const char *path, int argc, char **argv, struct blob input, struct out *answer);

#endif
