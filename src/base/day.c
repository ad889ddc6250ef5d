/* day.c: calendar arithmetic by counting days. No zone, no clock, no locale. */
#include "base/day.h"

#include <string.h>

/* An era is 400 years, after which the calendar repeats. Years begin in March here,
 * so that the leap day is the last of its year. */
enum { ERA_DAYS = 146097, EPOCH = 719468 };     /* EPOCH: 0000-03-01 to 1970-01-01 */
#define DAY_MICROS INT64_C(86400000000)

static const struct day first_day = { 1, 1, 1 };

static bool
leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int
days_of_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (m < 1 || m > 12)
		return 0;
	return days[m - 1] + (m == 2 && leap(y));
}

bool
day_is(struct day d)
{
	return d.y >= 1 && d.y <= 9999 && d.d >= 1 && d.d <= days_of_month(d.y, d.m);
}

bool
day_none(struct day d)
{
	return d.y == 0;
}

int
day_compare(struct day a, struct day b)
{
	return ((a.y - b.y) * 16 + (a.m - b.m)) * 64 + (a.d - b.d);
}

/* Days since 1970-01-01 of a day of the years 1 to 9999. */
static int
number_of(struct day d)
{
	int y = d.m <= 2 ? d.y - 1 : d.y;
	int month = (d.m + 9) % 12;                     /* March is 0 */
	int of_year = (153 * month + 2) / 5 + d.d - 1;

	return y * 365 + y / 4 - y / 100 + y / 400 + of_year - EPOCH;
}

/* Back again; what lies outside the years 1 to 9999 becomes their first or last day. */
static struct day
day_of_number(int64_t number)
{
	int least = number_of(first_day), most = number_of(DAY_EVER);
	int n = (int)clamp(number, least, most) + EPOCH;
	int era = n / ERA_DAYS, in_era = n % ERA_DAYS;
	int year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int of_year = in_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	int m = month < 10 ? month + 3 : month - 9;

	return (struct day){
		.y = (int16_t)(era * 400 + year + (m <= 2)),
		.m = (int8_t)m,
		.d = (int8_t)(of_year - (153 * month + 2) / 5 + 1),
	};
}

int
days_between(struct day from, struct day to)
{
	return number_of(to) - number_of(from);
}

struct day
day_plus(struct day d, int days)
{
	return day_none(d) ? d : day_of_number((int64_t)number_of(d) + days);
}

int
day_weekday(struct day d)
{
	int n = number_of(d) + EPOCH + 2;               /* 0000-03-01 was a Wednesday */

	return n % 7 + 1;
}

/* The number in the n digits at text, or -1. */
static int
digits(const char *text, int n)
{
	int number = 0;

	for (int i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

bool
day_read(const char *text, struct day *d)
{
	struct day read;

	if (text == NULL || strnlen(text, 11) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	read = (struct day){
		.y = (int16_t)digits(text, 4),
		.m = (int8_t)digits(text + 5, 2),
		.d = (int8_t)digits(text + 8, 2),
	};
	if (!day_is(read))
		return false;
	*d = read;
	return true;
}

static void
digits_write(char *text, int n, int number)
{
	for (; n > 0; number /= 10)
		text[--n] = (char)('0' + number % 10);
}

void
day_write(struct day d, char text[static 11])
{
	memset(text, 0, 11);
	if (!day_is(d))
		return;
	digits_write(text, 4, d.y);
	text[4] = '-';
	digits_write(text + 5, 2, d.m);
	text[7] = '-';
	digits_write(text + 8, 2, d.d);
}

struct day
day_of_instant(int64_t at)
{
	int64_t days = at / DAY_MICROS - (at % DAY_MICROS < 0);

	return at == NONE ? (struct day){ 0 } : day_of_number(days);
}

int64_t
instant_of_day(struct day d)
{
	return day_none(d) ? NONE : number_of(d) * DAY_MICROS;
}
