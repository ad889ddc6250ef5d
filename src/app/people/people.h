/* people.h: the door of people: the directory, the import, the turn of the day. */
#ifndef PEOPLE_PEOPLE_H
#define PEOPLE_PEOPLE_H

#include "access/subject.h"
#include "jobs/jobs.h"
#include "people_queries.h"
#include "views/find.h"

extern const struct route people_routes[];
extern const struct finder people_finder;
extern const struct job_kind people_jobs[];              /* imports in slices, and what is left of them */
extern const struct subject_kind people_kinds[];         /* OF_IMPORT; a person is access's */

/* What the modules above do when people come, go or move. Set at start; NULL does nothing. */
struct people_hooks {
	void (*account_open_for)(struct rq *rq, person_id person, const char *email);    /* or a new e-mail */
	void (*account_close_for)(struct rq *rq, person_id person);
	void (*people_moved)(struct rq *rq);     /* lines, units or people changed: circles anew */
	void (*import_waits)(struct rq *rq, import_run_id run);         /* for whoever answers for the programme to look at */
	struct people_count *(*cycles_with)(struct rq *rq, import_run_id run);  /* asked: how many who came by it are in a cycle */
};
extern struct people_hooks people_hooks;

/*
 * `import people FILE …`: argv[0] is "import". Says what came of it into `said` (words or JSON),
 * the rows that were refused into `rejects`. 0: something was (or would be) applied; 1: nothing
 * was; 2: the words of the call are wrong. A change of its own; may be called while serving.
 */
int people_import_verb(struct store *s, int64_t now, struct day today, int argc, char **argv,
    struct blob input, struct out *said, struct out *rejects);

/* The turn of the day, in a change: who leaves goes, then who starts comes; chains anew. */
void people_turn(struct rq *rq);
/* From today on that unit has that head (0: none); who led it before stays in its past. In a change. */
void unit_head_change(struct rq *rq, unit_id unit, person_id head);
void people_turn_heads(struct rq *rq, const struct headless_rows *left);
/* Closure of today's lines and units, managers and reports beside people: after they changed. */
void people_chains(struct rq *rq);

#endif
