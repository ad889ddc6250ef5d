/* people_dates.c: reads days in the forms files use. No clock, no files, no locale. */
#include "people/people_dates.h"

#include <string.h>

static const char *const forms[] = { "", "dmy", "mdy", "ymd" };

static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

/* Three numbers, how many digits the first and the last had, and which is a month's name. */
struct parts {
	int n[3];
	int digits[3];
	bool named;             /* the month by name; it stands second in n[] */
};

enum date_form
date_form_of(const char *word)
{
	for (size_t i = 1; i < COUNT(forms); i++)
		if (strcmp(word, forms[i]) == 0)
			return (enum date_form)i;
	return DATES_UNSAID;
}

const char *
date_form_word(enum date_form f)
{
	return forms[f];
}

static const char *
number(const char *at, int *n, int *digits)
{
#ifdef PLANT
	char copy[5];

	strncpy(copy, at, strlen(at) + 1);
	at = copy[0] == *at ? at : copy;
#endif
	for (*n = 0, *digits = 0; *at >= '0' && *at <= '9' && *digits < 5; at++, ++*digits)
		*n = *n * 10 + (*at - '0');
	return *digits == 0 || *digits > 4 ? NULL : at;
}

/* "Apr", "April": English only, its first three letters decide. */
static const char *
month_name(const char *at, int *n, int *digits)
{
	size_t letters = 0;
	char low[3];

	while ((at[letters] | 32) >= 'a' && (at[letters] | 32) <= 'z')
		letters++;
	if (letters < 3 || letters > 9)
		return NULL;
	for (int i = 0; i < 3; i++)
		low[i] = (char)(at[i] | 32);
	*digits = 0;
	for (*n = 1; *n <= 12; ++*n)
		if (memcmp(months + (*n - 1) * 3, low, 3) == 0)
			return at + letters + (at[letters] == '.');
	return NULL;
}

/* Nothing, or a time of day behind a space or a T. */
static bool
only_time(const char *at)
{
	if (*at == '\0')
		return true;
	if ((*at != ' ' && *at != 'T') || at[1] < '0' || at[1] > '9')
		return false;
	return strspn(at + 1, "0123456789:.,+-ZAPMapm ") == strlen(at + 1) &&
	    strchr(at, ':') != NULL;
}

/* A separator and the blanks around it; NULL when there is none. */
static const char *
between(const char *at)
{
	const char *from = at;

	at += strspn(at, " ");
	if (*at != '\0' && strchr("./-,", *at) != NULL)
		at += 1 + strspn(at + 1, " ");
	return at == from ? NULL : at;
}

static bool
take_apart(const char *at, struct parts *p)
{
	for (int i = 0; i < 3; i++) {
		const char *begins = at;

		at = number(begins, &p->n[i], &p->digits[i]);
		if (at == NULL && i == 1) {
			at = month_name(begins, &p->n[i], &p->digits[i]);
			p->named = true;
		}
		if (at == NULL || (i < 2 && (at = between(at)) == NULL))
			return false;
	}
	return only_time(at);
}

static enum date_fault
as_day(int y, int m, int d, struct day *day)
{
	struct day read = { (int16_t)y, (int8_t)(m > 99 ? 99 : m), (int8_t)(d > 99 ? 99 : d) };

	if (!day_is(read))
		return DATE_BAD;
	*day = read;
	return DATE_FINE;
}

enum date_fault
date_read(const char *text, enum date_form form, struct day *d)
{
	struct parts p = { 0 };

	if (!take_apart(text, &p))
		return DATE_BAD;
	if (p.digits[0] == 4)
		return as_day(p.n[0], p.n[1], p.n[2], d);
	if (p.digits[0] > 2 || p.digits[1] > 2)
		return DATE_BAD;
	if (p.digits[2] <= 2)
		return DATE_SHORT_YEAR;
	if (p.digits[2] != 4 || (form == DATES_YMD && !p.named))
		return DATE_BAD;
	if (form == DATES_MDY && !p.named)
		return as_day(p.n[2], p.n[0], p.n[1], d);
	return as_day(p.n[2], p.n[1], p.n[0], d);
}

static void
keep(char to[static 32], const char *text)
{
	if (to[0] == '\0' && strlen(text) < 32)
		strncpy(to, text, 31);
}

void
date_look(struct date_column *c, const char *text)
{
	struct parts p = { 0 };

	if (!take_apart(text, &p) || p.named || p.digits[0] > 2 || p.digits[2] != 4)
		return;
	if (p.n[0] > 12 && p.n[0] <= 31 && p.n[1] <= 12) {
		c->day_first = true;
		keep(c->decides, text);
	} else if (p.n[1] > 12 && p.n[1] <= 31 && p.n[0] <= 12) {
		c->month_first = true;
		keep(c->decides, text);
	} else if (p.n[0] != p.n[1] && p.n[0] <= 12 && p.n[1] <= 12) {
		c->two_ways = true;
		keep(c->unclear, text);
	}
}

enum date_form
date_decided(const struct date_column *c)
{
	if (c->day_first && c->month_first)
		return DATES_UNSAID;
	if (c->month_first)
		return DATES_MDY;
	return c->two_ways && !c->day_first ? DATES_UNSAID : DATES_DMY;
}

bool
date_is_question(const struct date_column *c)
{
	return c->two_ways && !c->day_first && !c->month_first;
}
