/* verbs.h: what the program can be told to do. Knows arguments and words for a terminal. */
#ifndef VERBS_H
#define VERBS_H

#include "db/rq.h"

/* One call of a verb: by this process's command line, or relayed to a running server. */
struct call {
	struct arena *arena;
	struct store *store;            /* NULL for verbs that need none */
	int argc;
	char **argv;                    /* argv[0] is the verb */
	struct blob input;              /* the bytes of the file it names */
	struct out *said;               /* for standard output */
	struct out *aside;              /* for the file it was told: import's --rejects, demo's --truth */
};

enum { EXIT_FINE, EXIT_NOTHING, EXIT_USAGE, EXIT_WAITS };      /* waits: for a person to look at it */

/* The value after an option, or NULL. `call_flag`: the option stands there. */
const char *call_option(const struct call *c, const char *name);
bool call_flag(const struct call *c, const char *name);
/* The n-th argument that is no option (the verb itself is 0); options named in `valued` take a value. */
const char *call_word(const struct call *c, int n, const char *const *valued);

/* A demo or test database, which may be told what day it is. */
bool database_is_toy(struct call *c);
/* The day of an option, {0} without it; false with a sentence when it is no day, or not allowed. */
bool moved_day(struct call *c, const char *option, struct day *today);
/* Moves the clock to the day of the setting MERIDIAN_TODAY, if there is one; false with a sentence as above. */
bool told_today(struct call *c);

/* Runs a change or a read for a command, with a rq of its own; false when it came to nothing. */
bool call_change(struct call *c, void (*work)(struct rq *, void *), void *arg);
bool call_read(struct call *c, void (*work)(struct rq *, void *), void *arg);

/* What a relayed call said and rejected, as one answer: eight hex digits, said, aside. */
void call_pack(const struct call *c, struct out *answer);
void call_unpack(struct call *c, const struct out *answer);
/* The verb of that name, of those that write; NULL when it is none that may be relayed. */
int (*verb_relayed(const char *name))(struct call *);

/* Every new file of a folder, each by one call of `import people`; the worst of what they came to. */
int import_folder(struct call *c, const char *path, int (*import)(struct call *, void *), void *arg);

int verb_migrate(struct call *c);
int verb_serve(struct call *c);
int verb_token(struct call *c);
int verb_admin(struct call *c);
int verb_jobs(struct call *c);
int verb_routes(struct call *c);
int verb_audit(struct call *c);
int verb_import(struct call *c);
int verb_demo(struct call *c);
int verb_dump(struct call *c);

#endif
