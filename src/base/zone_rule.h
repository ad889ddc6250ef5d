/* zone_rule.h: a yearly rule, "CET-1CEST,M3.5.0,M10.5.0/3". No files, no clock. */
#ifndef BASE_ZONE_RULE_H
#define BASE_ZONE_RULE_H

#include "base/day.h"

enum zone_when_kind {
	WHEN_WEEKDAY,           /* Mm.w.d: weekday d of week w of month m; week 5 is the last */
	WHEN_DAY,               /* Jn: day 1..365, 29 February never counted */
	WHEN_NUMBER,            /* n: day 0..365, 29 February counted */
};

/* The moment of a year at which the offset changes. */
struct zone_when {
	enum zone_when_kind kind;
	int month, week, day;
	int time;               /* seconds after midnight; below 0 and beyond a day allowed */
};

/* Offsets are seconds east of UTC. */
struct zone_rule {
	int plain, summer;
	bool changes;           /* false: `plain` all year */
	struct zone_when begins, ends;          /* of `summer` */
};

/* False unless the n bytes are all a POSIX TZ rule, with the longer hours of TZif 3. */
bool zone_rule_read(const char *text, size_t n, struct zone_rule *r);
/* Its offset at so many seconds since 1970, within the years 1 to 9999. */
int zone_rule_offset(const struct zone_rule *r, int64_t seconds);

#endif
