/* people_dates.c: reads days in the forms files use. No clock, no files, no locale. */
#include "people/people_dates.h"

#include <string.h>

static const char *const forms[] = { "", "dmy", "mdy", "ymd" };

/* How each month begins in English, German, French and Spanish; low letters. */
static const char *const months[12] = {
	" jan ene ", " feb fev fév ", " mar mär mrz mrt ", " apr avr abr ", " may mai ", " jun juin ",
	" jul juil ", " aug aou aoû ago ", " sep ", " oct okt ", " nov ", " dec dez déc dic ",
};

/* Three numbers, how many digits the first and the last had, and which is a month's name. */
struct parts {
	int n[3];
	int digits[3];
	bool named;             /* the month by name; it stands second in n[] */
	bool dots;              /* "3.4.2025": nobody puts the month first so */
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

/* Does the word begin as one of the list does? Longer than what it begins with, it must be letters; they are. */
static bool
begins_as(const char *list, const char *word)
{
	for (const char *at = list + 1; *at != '\0'; at += strcspn(at, " ") + 1)
		if (strncmp(at, word, strcspn(at, " ")) == 0)
			return true;
	return false;
}

/* "Apr", "April", "avr.", "Dez": how it begins decides. */
static const char *
month_name(const char *at, int *n, int *digits)
{
	size_t letters = 0;
	char low[16] = { 0 };

	for (; (at[letters] & 0x80) || ((at[letters] | 32) >= 'a' && (at[letters] | 32) <= 'z'); letters++)
		if (letters < sizeof low - 1)
			low[letters] = at[letters] & 0x80 ? at[letters] : (char)(at[letters] | 32);
	if (letters < 3 || letters >= sizeof low)
		return NULL;
	*digits = 0;
	for (*n = 1; *n <= 12; ++*n)
		if (begins_as(months[*n - 1], low))
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

/* A separator and the blanks around it, or " de "; NULL when there is none. */
static const char *
between(const char *at)
{
	const char *from = at;

	at += strspn(at, " ");
	if (at > from && strncmp(at, "de ", 3) == 0)
		return at + 3;
	if (*at != '\0' && strchr("./-,", *at) != NULL)
		at += 1 + strspn(at + 1, " ");
	return at == from ? NULL : at;
}

/* "20250403", as some systems write it: year, month, day. */
static bool
in_one(const char *at, struct parts *p)
{
	int n = 0;

	if (strspn(at, "0123456789") != 8 || at[8] != '\0')
		return false;
	for (int i = 0; i < 8; i++)
		n = n * 10 + (at[i] - '0');
	*p = (struct parts){ .n = { n / 10000, n / 100 % 100, n % 100 }, .digits = { 4, 2, 2 } };
	return true;
}

static bool
take_apart(const char *at, struct parts *p)
{
	if (in_one(at, p))
		return true;
	for (int i = 0; i < 3; i++) {
		const char *begins = at;

		at = number(begins, &p->n[i], &p->digits[i]);
		if (at == NULL && i == 1) {
			at = month_name(begins, &p->n[i], &p->digits[i]);
			p->named = true;
		}
		p->dots |= at != NULL && i == 0 && *at == '.';
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

/* Three short numbers: the year is last, or first where that was said or it can be nothing else. The year stays
 * short; {0} when it is no day in either century. */
static enum date_fault
short_year(const struct parts *p, enum date_form form, struct day *d)
{
	bool first = form == DATES_YMD || p->n[0] > 31;
	int y = first ? p->n[0] : p->n[2], day = first ? p->n[2] : form == DATES_MDY && !p->named ? p->n[1] : p->n[0];
	int month = first || form != DATES_MDY || p->named ? p->n[1] : p->n[0];
	struct day read = { 0 };

	if (as_day(2000 + y, month, day, &read) != DATE_FINE && as_day(1900 + y, month, day, &read) != DATE_FINE)
		return DATE_BAD;
	*d = read;
	d->y = (int16_t)y;
	return DATE_SHORT_YEAR;
}

struct day
date_within(struct day d, struct day today, int ahead)
{
	int latest = today.y + ahead;

	d.y = (int16_t)(latest - (latest - d.y) % 100);
	return d;
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
		return short_year(&p, form, d);
	if (p.digits[2] != 4 || (form == DATES_YMD && !p.named))
		return DATE_BAD;
	if (form == DATES_MDY && !p.named)
		return as_day(p.n[2], p.n[0], p.n[1], d);
	return as_day(p.n[2], p.n[1], p.n[0], d);
}

enum { AHEAD = 20 };

struct day
date_shown(const char *text, enum date_form form, struct day today)
{
	struct day d = { 0 };

	return date_read(text, form, &d) == DATE_SHORT_YEAR ? date_within(d, today, AHEAD) : d;
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

	if (!take_apart(text, &p) || p.named || p.digits[0] > 2 || (p.digits[2] != 4 && p.n[0] > 31))
		return;
	if (p.digits[2] != 4 && p.digits[2] != 2)
		return;
	if ((p.n[0] > 12 || (p.dots && p.n[0] > 0)) && p.n[0] <= 31 && p.n[1] <= 12) {
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
