/* stats_words_test.c: words planted in made-up texts, and sums by hand. Knows no method. */
#include "stats/stats_near.h"
#include "stats/stats_random.h"
#include "stats/stats_words.h"

enum { AUTHORS = 60, WORDS = 80 };

struct corpus {
	struct word_use use[AUTHORS * WORDS];
	size_t uses, texts[AUTHORS];
	uint8_t group[AUTHORS];
};

/* Each author has a taste of their own; the words below `planted` are used `times` as often by group 1; word WORDS - 1 is one author's pet. */
static struct words_input
write_all(struct corpus *c, struct random_source *r, size_t planted, double times)
{
	c->uses = 0;
	for (size_t k = 0; k < AUTHORS; k++) {
		c->group[k] = k % 2;
		c->texts[k] = 4;
		for (size_t w = 0; w < WORDS; w++) {
			double mean = 6 * exp(0.4 * random_normal(r)) * (w < planted && k % 2 ? times : 1) * (w == WORDS - 1 ? (k == 1 ? 8 : 0.05) : 1), count = 0;

			for (double left = mean - random_share(r); left > 0; left -= 2 * random_share(r))
				count++;
			c->use[c->uses++] = (struct word_use){ (uint32_t)k, (uint32_t)w, count };
		}
	}
	return (struct words_input){ .use = c->use, .uses = c->uses, .authors = AUTHORS, .words = WORDS, .group = c->group, .texts = c->texts, .draws = 200, .seed = 1 };
}

TEST("log-odds by hand")
{
	struct arena *a = arena_new();
	struct word_use use[40];
	uint8_t group[20];
	size_t texts[20];
	struct words_input in = { .use = use, .uses = 40, .authors = 20, .words = 2, .group = group, .texts = texts, .prior = 10 };
	struct words_difference d;

	for (uint32_t k = 0; k < 20; k++) {
		group[k] = k < 10;
		texts[k] = 5;
		use[2 * k] = (struct word_use){ k, 0, k < 10 ? 3 : 1 };
		use[2 * k + 1] = (struct word_use){ k, 1, 4 };
	}
	d = words_difference(a, &in);           /* 30 of 70 and 10 of 50; prior 10 * 40/120 and 10 * 80/120 */
	EQ(d.refusal, STATS_GIVEN);
	NEAR(d.total[1], 70, 0);
	NEAR(d.word[0].log_odds.value, log((30 + 10 / 3.0) / (40 + 20 / 3.0)) - log((10 + 10 / 3.0) / (40 + 20 / 3.0)), 1e-12);
	NEAR(d.word[0].z, d.word[0].log_odds.value / sqrt(1 / (30 + 10 / 3.0) + 1 / (10 + 10 / 3.0)), 1e-12);
	EQ(d.word[0].authors, 20);
	EQ(d.word[0].log_odds.n, 40);
	arena_free(a);
}

TEST("planted words are found; without any, hardly a word is flagged; one author's pet word never")
{
	static struct corpus c;
	struct random_source r = random_from(95);
	double found = 0, wrong = 0, flagged = 0, none = 0;

	for (int round = 0; round < 20; round++) {
		struct arena *a = arena_new();
		struct words_input in = write_all(&c, &r, 6, 1.8);
		struct words_difference d = words_difference(a, &in);

		EQ(d.refusal, STATS_GIVEN);
		for (size_t w = 0; w < WORDS; w++) {
			found += w < 6 && d.word[w].flagged;
			wrong += w >= 6 && d.word[w].flagged;
			flagged += d.word[w].flagged;
		}
		NO(d.word[WORDS - 1].flagged);
		in = write_all(&c, &r, 0, 1);
		none += words_difference(a, &in).flagged > 0;
		arena_free(a);
	}
	printf("# words: power %.2f, FDP %.3f; clean comparisons with a flag %g of 20\n", found / 120, wrong / flagged, none);
	YES(found / 120 >= 0.8);
	YES(wrong / flagged <= 0.08);
	YES(none <= 4);
}

TEST("log-odds change sign with the groups, and do not change with order or names")
{
	static struct corpus c;
	struct random_source r = random_from(96);
	struct arena *a = arena_new();
	struct words_input in = write_all(&c, &r, 3, 2);
	struct words_difference one = words_difference(a, &in), two;

	for (size_t k = 0; k < AUTHORS; k++)
		c.group[k] = !c.group[k];
	for (size_t i = 0; i < c.uses / 2; i++) {
		struct word_use kept = c.use[i];

		c.use[i] = c.use[c.uses - 1 - i];
		c.use[c.uses - 1 - i] = kept;
	}
	for (size_t i = 0; i < c.uses; i++)
		c.use[i].word = WORDS - 1 - c.use[i].word;
	two = words_difference(a, &in);
	for (size_t w = 0; w < WORDS; w++) {
		WITHIN(two.word[WORDS - 1 - w].log_odds.value, -one.word[w].log_odds.value, 1e-10);
		EQ(two.word[WORDS - 1 - w].authors, one.word[w].authors);
	}
	arena_free(a);
}

TEST("words at their limits: few texts, few authors, no use at all, not a number, no such word")
{
	static struct corpus c;
	struct random_source r = random_from(97);
	struct arena *a = arena_new();
	struct words_input in = write_all(&c, &r, 0, 1), none = in;

	none.uses = 0;
	EQ(words_difference(a, &none).refusal, STATS_GIVEN);
	EQ(words_difference(a, &none).word[0].log_odds.refusal, STATS_TOO_FEW);
	EQ(words_difference(a, &none).word[0].log_odds.needs, 10);
	c.use[4].count = NAN;
	EQ(words_difference(a, &in).refusal, STATS_NOT_A_NUMBER);
	c.use[4].count = -1;
	EQ(words_difference(a, &in).refusal, STATS_OUT_OF_RANGE);
	c.use[4] = (struct word_use){ 0, WORDS, 1 };
	EQ(words_difference(a, &in).refusal, STATS_OUT_OF_RANGE);
	in = write_all(&c, &r, 0, 1);
	c.group[0] = 2;
	EQ(words_difference(a, &in).refusal, STATS_OUT_OF_RANGE);
	c.group[0] = 0;
	for (size_t k = 0; k < AUTHORS; k++)
		c.texts[k] = k % 2;
	EQ(words_difference(a, &in).refusal, STATS_TOO_FEW);
	in.words = 0;
	in.authors = 0;
	in.uses = 0;
	EQ(words_difference(a, &in).refusal, STATS_TOO_FEW);
	arena_free(a);
}
