/* cases_multiple.c: many questions at once. Knows no file. */
#include "statcases.h"

#include "stats/stats_multiple.h"

CASE("bh")
{
	size_t n;
	double *p = argument_numbers(a, json_object_get(c, "p"), &n), *bh = NEW_MANY(a, double, n), *by = NEW_MANY(a, double, n);
	double *holm = NEW_MANY(a, double, n), q = argument(c, "q", 0.05);
	json_t *rejected = json_array();

	(void)dir;
	adjust_bh(a, p, n, bh);
	adjust_by(a, p, n, by);
	adjust_holm(a, p, n, holm);
	for (size_t i = 0; i < n; i++)
		if (bh[i] <= q)
			json_array_append_new(rejected, whole(i + 1));
	return json_pack("{s:o, s:o, s:o, s:o}", "bh", numbers(bh, n), "by", numbers(by, n), "holm", numbers(holm, n),
		"rejected", rejected);
}
