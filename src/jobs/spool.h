/* spool.h: a letter as a file of the spool folder. Inside jobs only. */
#ifndef JOBS_SPOOL_H
#define JOBS_SPOOL_H

#include "base/arena.h"

/* The folder: MERIDIAN_SPOOL, or beside the database ("FILE.spool"), or "meridian.spool". */
const char *spool_folder(struct arena *a, const char *database);
/* Written whole or not at all; NULL, or a few words for the log. */
const char *spool_write(struct arena *a, const char *folder, int64_t id, const char *letter);

#endif
