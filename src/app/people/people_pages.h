/* people_pages.h: handlers of the import and the values, for the list of routes. Inside people only. */
#ifndef PEOPLE_PAGES_H
#define PEOPLE_PAGES_H

#include "people/people.h"

struct reply values_get(struct rq *rq);
struct reply values_post(struct rq *rq);
struct reply value_post(struct rq *rq);
struct reply value_end_post(struct rq *rq);

struct reply import_get(struct rq *rq);
struct reply import_post(struct rq *rq);
struct reply import_run_get(struct rq *rq);
struct reply import_rejects_get(struct rq *rq);
struct reply import_mapping_post(struct rq *rq);
struct reply import_apply_post(struct rq *rq);
struct reply import_away_post(struct rq *rq);
struct reply import_undo_post(struct rq *rq);
struct reply import_missing_get(struct rq *rq);
struct reply import_back_post(struct rq *rq);

#endif
