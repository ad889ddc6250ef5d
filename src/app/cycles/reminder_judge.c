/* reminder_judge.c: on which last days does a reminder rule look today? No clock, no database, no HTML. */
#include "cycles/reminder_judge.h"

enum { MADE_UP = 6 };

struct reminder_window
reminder_window(int64_t days, struct day today)
{
	struct reminder_window w;

	w.until = day_plus(today, (int)-days);
	w.from = day_plus(w.until, -MADE_UP);
	if (days <= 0 && day_compare(w.from, today) < 0)
		w.from = today;
	return w;
}

int64_t
reminder_days(int64_t days, bool before)
{
	return before ? -days : days;
}
