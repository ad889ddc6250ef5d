/* number.c: whole numbers and thousandths, as people type and read them. No locale. */
#include "base/out.h"
#include "base/text.h"

enum { DECIMALS = 3, WHOLE = 1000 };

/* Reads digits into *n, going on from what it holds; how many, or -1 when it overflows.
 * Counts downwards, where there is one more number. */
static int
digits(const char **text, int64_t *n)
{
	int count = 0;

	for (; **text >= '0' && **text <= '9'; (*text)++, count++)
		if (__builtin_mul_overflow(*n, 10, n) ||
		    __builtin_sub_overflow(*n, **text - '0', n))
			return -1;
	return count;
}

/* A number counted downwards, with its sign; false when it has no place. NONE is none. */
static bool
signed_of(int64_t downwards, bool minus, int64_t *n)
{
	if (downwards == NONE)
		return false;
	*n = minus ? downwards : -downwards;
	return true;
}

bool
text_int(const char *text, int64_t *n)
{
	int64_t read = 0;
	bool minus;

	if (text == NULL)
		return false;
	minus = *text == '-';
	text += minus;
	if (digits(&text, &read) <= 0 || *text != '\0')
		return false;
	return signed_of(read, minus, n);
}

bool
text_milli(const char *text, int64_t *n)
{
	int64_t read = 0;
	int before, after = 0;
	bool minus;

	if (text == NULL)
		return false;
	minus = *text == '-';
	text += minus;
	before = digits(&text, &read);
	if (before >= 0 && *text == '.') {
		text++;
		after = digits(&text, &read);
		if (after < 1 || after > DECIMALS)
			return false;
	}
	if (before < 0 || before + after == 0 || *text != '\0')
		return false;
	for (; after < DECIMALS; after++)
		if (__builtin_mul_overflow(read, 10, &read))
			return false;
	return signed_of(read, minus, n);
}

char *
milli_text(struct arena *a, int64_t milli)
{
	int64_t whole = milli / WHOLE;
	int part = (int)(milli % WHOLE);
	struct out o;

	out_init(&o, a);
	put(&o, "");
	if (milli == NONE)
		return o.at;
	if (milli < 0 && whole == 0)
		put_char(&o, '-');
	put_int(&o, whole);
	part = part < 0 ? -part : part;
	for (int unit = WHOLE / 10; part > 0; part %= unit, unit /= 10) {
		if (unit == WHOLE / 10)
			put_char(&o, '.');
		put_char(&o, (char)('0' + part / unit));
	}
	return o.at;
}
