/* review_rating_test.c: forms somebody from HR could work out on paper. */
#include "base/test.h"
#include "reviews/review_rating.h"

enum { MOST = 5 };

/* Results 50 % (two questions, 60 and 40), how 30 %, growth 20 %. */
static const int64_t weights[MOST][2] = {
	{ 500, 600 }, { 500, 400 }, { 300, 500 }, { 300, 500 }, { 200, 1000 },
};

static const struct {
	const char *words;
	int64_t values[MOST];
	int64_t rating, based_on;
} forms[] = {
	{ "all met",                     { 3000, 3000, 3000, 3000, 3000 }, 3000, 100 },
	{ "each in its weight",          { 4000, 3000, 3000, 2000, 5000 }, 3550, 100 },
	{ "the lowest everywhere",       { 1000, 1000, 1000, 1000, 1000 }, 1000, 100 },
	{ "a zero that was given counts",{    0, 3000, 3000, 3000, 3000 }, 2100, 100 },
	{ "growth not answered",         { 4000, 3000, 3000, 2000, NONE }, 3188,  80 },
	{ "one result not answered",     { NONE, 3000, 3000, 2000, 5000 }, 3357,  70 },
	{ "exactly half",                { 4000, 3000, NONE, NONE, NONE }, 3600,  50 },
	{ "also half, the other half",   { NONE, NONE, 3000, 2000, 5000 }, 3500,  50 },
	{ "under half",                  { 4000, NONE, 3000, NONE, NONE }, NONE,  45 },
	{ "just one small one",          { NONE, NONE, NONE, NONE, 5000 }, NONE,  20 },
	{ "nothing answered",            { NONE, NONE, NONE, NONE, NONE }, NONE,   0 },
};

TEST("a rating is the weighted mean of what was answered, and absence takes no share")
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct rating_input inputs[MOST];
		struct rating made;

		for (size_t k = 0; k < MOST; k++)
			inputs[k] = (struct rating_input){ weights[k][0], weights[k][1], forms[i].values[k] };
		made = review_rating(inputs, MOST);
		SAY(forms[i].words);
		EQ(made.value, forms[i].rating);
		EQ(made.based_on, forms[i].based_on);
	}
}

static const struct {
	const char *words;
	int64_t first, second, rating;
} halves[] = {
	{ "3.0005 goes up",              3000, 3001, 3001 },
	{ "3.001 stays",                 3000, 3002, 3001 },
	{ "below zero, half goes up",   -3001, -3000, -3000 },
	{ "below zero, a whole one",    -3002, -3000, -3001 },
	{ "around zero",                   -1,     0,    0 },
};

TEST("a rating is rounded once, half up")
{
	for (size_t i = 0; i < COUNT(halves); i++) {
		const struct rating_input inputs[] = { { 1000, 500, halves[i].first }, { 1000, 500, halves[i].second } };

		SAY(halves[i].words);
		EQ(review_rating(inputs, 2).value, halves[i].rating);
	}
}

TEST("a form in thirds is shared out exactly")
{
	const struct rating_input inputs[] = { { 334, 1000, 3000 }, { 333, 1000, 4000 }, { 333, 1000, NONE } };
	const struct rating_input without[] = { { 0, 1000, 3000 }, { 1000, 0, 4000 } };

	EQ(review_rating(inputs, 3).value, 3499);       /* 2334/667 = 3.49925 */
	EQ(review_rating(inputs, 3).based_on, 66);      /* rounded down: never more than it is */
	SAY("a form without weights has no rating");
	EQ(review_rating(without, 2).value, NONE);
	EQ(review_rating(without, 2).based_on, 0);
	SAY("nor has an empty one");
	EQ(review_rating(without, 0).value, NONE);
}

TEST("the open formula shows each question's share of the form")
{
	EQ(rating_share(&(struct rating_input){ 500, 600, NONE }), 300);
	EQ(rating_share(&(struct rating_input){ 333, 500, NONE }), 167);
	EQ(rating_share(&(struct rating_input){ 1000, 0, NONE }), 0);
}

static const struct {
	const char *words;
	int64_t value;
	size_t mark;
} bands[] = {
	{ "the lowest mark",            1000, 0 },
	{ "below the lowest",            500, 0 },
	{ "just under the middle",      1499, 0 },
	{ "the middle belongs above",   1500, 1 },
	{ "a mark itself",              3000, 2 },
	{ "the top of Met",             3499, 2 },
	{ "the bottom of Exceeded",     3500, 3 },
	{ "the highest mark",           5000, 4 },
	{ "above the highest",          6000, 4 },
};

TEST("a rating has the label of the nearest mark, at the middle the upper")
{
	static const int64_t marks[] = { 1000, 2000, 3000, 4000, 5000 };

	for (size_t i = 0; i < COUNT(bands); i++) {
		SAY(bands[i].words);
		EQ(rating_mark(marks, COUNT(marks), bands[i].value), bands[i].mark);
	}
	EQ(rating_mark(marks, 1, 9000), 0);
}
