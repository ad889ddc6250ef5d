/* modules.h: the modules, in tier order, as lists. Knows their doors; nothing of what they do. */
#ifndef MODULES_H
#define MODULES_H

#include "app/access/subject.h"
#include "http/server.h"
#include "views/find.h"

extern const struct route *const modules_routes[];
extern const struct subject_kind *const modules_kinds[];
extern const struct finder *const modules_finders[];

/* Ties the modules' hooks together; once, before anything is asked. Reads the organisation's zone. */
void modules_begin(struct store *s);
/* What the program gives the server. */
const struct house *modules_house(void);
/* The turn of the day: rights that end, then what starts. */
void modules_turn(struct store *s, struct day today);
/* What modules do in the background, each second: sums of cycles are folded. Blocks; on the jobs' thread. */
void modules_jobs(struct store *s);

#endif
