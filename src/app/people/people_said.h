/* people_said.h: what the import command answers, in words or as JSON. Inside people only. */
#ifndef PEOPLE_SAID_H
#define PEOPLE_SAID_H

#include "base/digest.h"
#include "people/people_carry.h"

enum { MAPS_MOST = CSV_COLUMNS };

/* What the call asks for. */
struct order {
	const char *file;
	struct blob input;
	bool check, json, help, good_rows, unattended;
	enum date_form dates;
	const char *maps[MAPS_MOST];
	int n_maps;
	struct out *said, *rejects;
};

enum said { SAID_REFUSED, SAID_CHECKED, SAID_APPLIED, SAID_WAITS };

void said_plain(struct out *o, const char *key, const char *value);
void said_usage(struct rq *rq, const struct order *o, const char *key, const char *value);
void said_columns(struct rq *rq, const struct order *o, const struct import *im);
void said_all(struct rq *rq, const struct order *o, const struct import *im, enum said outcome);
void said_rejects(struct rq *rq, const struct order *o, struct import *im);

#endif
