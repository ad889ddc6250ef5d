/* home_nav.h: the side bar as rows, for the frame and for who looks for a page. Inside home only. */
#ifndef HOME_HOME_NAV_H
#define HOME_HOME_NAV_H

#include "db/rq.h"

struct nav_item_rows;

/* Where the viewer may go from every page; empty for nobody. */
struct nav_item_rows *nav_of(struct rq *rq);

struct reply find_get(struct rq *rq);
/* figures_pages.c: sums by unit, small groups hidden; the same as a file. */
struct reply figures_get(struct rq *rq);
struct reply figures_file_get(struct rq *rq);

#endif
