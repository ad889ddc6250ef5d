/* people_match.c: who a row is: by number, else by e-mail; rows that are one person twice. */
#include "people/people_import.h"

#include <string.h>

enum { NAME_WORDS = 24 };

/* Somebody who left and came back stands in some exports once for each time: the earlier row is passed over. */
static bool
earlier(const struct import_line *a, const struct import_line *b)
{
	return !day_none(a->ends) && !day_none(b->starts) && day_compare(a->ends, b->starts) < 0;
}

static void
pass_over(struct import *im, struct import_line *l, int64_t other)
{
	flaw_warn(im, l, IN_NUMBER, "row_earlier", l->number);
	im->last_flaw->other = other;
	l->verdict = ROW_PASSED;
}

/* The same number twice, once before and once after; true when that is so. */
static bool
twice_employed(struct import *im, struct import_line *l, int64_t first)
{
	struct import_line *other = &im->lines[first];

	if (strcmp(other->number, l->number) != 0 || !line_good(other) || !line_good(l))
		return false;
	if (earlier(l, other)) {
		pass_over(im, l, other->line);
		return true;
	}
	if (!earlier(other, l))
		return false;
	pass_over(im, other, l->line);
	index_move(&im->numbers, l->number_key, l - im->lines);
	return true;
}

/* Missing, written twice, or a twin by case or composition. True when the key is this row's. */
static bool
key_own(struct import *im, struct import_line *l, enum field_of f, struct text_index *index,
    const char *key, const char *written)
{
	int64_t first = index_find(index, key);
	const struct import_line *other;
	const char *same;

	if (first < 0) {
		index_add(index, key, l - im->lines);
		return true;
	}
	if (f == IN_NUMBER && twice_employed(im, l, first))
		return line_good(l);
	other = &im->lines[first];
	if (f == IN_EMAIL && other->verdict == ROW_PASSED) {
		index_move(index, key, l - im->lines);
		return true;
	}
	same = f == IN_NUMBER ? other->number : other->email;
	flaw_add(im, l, f, strcmp(same, written) == 0 ?
	    f == IN_NUMBER ? "number_twice" : "email_twice" :
	    f == IN_NUMBER ? "number_twin" : "email_twin", written, other->line);
	return false;
}

static const struct import_person *
known_at(const struct import *im, const struct text_index *index, const char *key)
{
	int64_t at = key == NULL ? INDEX_NONE : index_find(index, key);

	return at < 0 ? NULL : &im->known->people->at[at];
}

static bool
has_left(const struct import *im, const struct import_person *p)
{
	return !p->employed && !day_none(p->ends_on) && day_compare(p->ends_on, im->known->today) <= 0;
}

/* Do the names have a word in common? */
static bool
name_alike(struct import *im, const struct import_line *l, const struct import_person *p)
{
	const char *a[NAME_WORDS], *b[NAME_WORDS];
	size_t n = name_words(im->arena, name_shown(im->arena, l->name), a, NAME_WORDS);
	size_t k = name_words(im->arena, name_shown(im->arena, (struct name){ p->given, p->family }), b, NAME_WORDS);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < k; j++)
			if (strcmp(a[i], b[j]) == 0)
				return true;
	return n == 0 || k == 0;
}

/* A number that was somebody else's: whoever left keeps what was written about them; who stays is looked at again. */
static void
reused(struct import *im, struct import_line *l)
{
	const struct import_person *was = l->was;
	bool new_mail = l->email_key != NULL && (was->email_key == NULL || strcmp(l->email_key, was->email_key) != 0);
	const char *names;

	if (!line_good(l) || l->number_key == NULL || was->number_key == NULL || strcmp(l->number_key, was->number_key) != 0)
		return;
	if ((l->email_key != NULL && !new_mail) || name_alike(im, l, was))
		return;
	names = name_shown(im->arena, (struct name){ was->given, was->family });
	if (has_left(im, was))
		flaw_add(im, l, IN_NUMBER, "number_reused", names, 0);
	else
		flaw_warn(im, l, IN_NUMBER, "number_other", names);
}

/* The person of this row; an e-mail that is somebody else's is a flaw. */
static void
match(struct import *im, struct import_line *l)
{
	const struct import_person *by_email = known_at(im, &im->known_emails, l->email_key);

	l->was = known_at(im, &im->known_numbers, l->number_key);
	if (l->was != NULL)
		reused(im, l);
	if (by_email == NULL || by_email == l->was || (l->was != NULL && !line_good(l)))
		return;
	if (l->was == NULL && (l->number_key == NULL || by_email->number_key == NULL))
		l->was = by_email;
	else if (l->was == NULL && has_left(im, by_email) && name_alike(im, l, by_email)) {
		flaw_warn(im, l, IN_NUMBER, "number_new", by_email->number);
		l->was = by_email;
	} else if (line_good(l))
		flaw_add(im, l, IN_EMAIL, "email_taken", l->email, 0);
}

static void
number_of(struct import *im, struct import_line *l)
{
	if (l->number == NULL)
		return;
	if (l->number[0] == '\0') {
		flaw_add(im, l, IN_NUMBER, "number_missing", "", 0);
		return;
	}
	l->number_key = name_key(im->arena, l->number);
	key_own(im, l, IN_NUMBER, &im->numbers, l->number_key, l->number);
}

static void
email_of(struct import *im, struct import_line *l)
{
	if (l->email == NULL || l->email[0] == '\0') {
		if (l->number == NULL)
			flaw_add(im, l, IN_EMAIL, "number_missing", "", 0);
		return;
	}
	if (!name_is_email(l->email)) {
		flaw_add(im, l, IN_EMAIL, "email_bad", l->email, 0);
		return;
	}
	l->email_key = name_key(im->arena, l->email);
	if (line_good(l))
		key_own(im, l, IN_EMAIL, &im->emails, l->email_key, l->email);
}

static void
index_known(struct import *im)
{
	index_init(&im->numbers, im->arena);
	index_init(&im->emails, im->arena);
	index_init(&im->known_numbers, im->arena);
	index_init(&im->known_emails, im->arena);
	for (size_t i = 0; i < im->known->people->n; i++) {
		const struct import_person *p = &im->known->people->at[i];

		if (p->number_key != NULL)
			index_add(&im->known_numbers, p->number_key, (int64_t)i);
		if (p->email_key != NULL)
			index_add(&im->known_emails, p->email_key, (int64_t)i);
	}
}

/* Two rows that lead to one known person: one by number, one by e-mail. */
static void
once_each(struct import *im)
{
	struct text_index seen;

	index_init(&seen, im->arena);
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];
		const char *key;

		if (l->was == NULL || !line_good(l))
			continue;
		key = arena_print(im->arena, "%lld", (long long)l->was->id.n);
		if (!index_add(&seen, key, (int64_t)i))
			flaw_add(im, l, IN_EMAIL, "email_taken", l->email == NULL ? "" : l->email,
			    im->lines[index_find(&seen, key)].line);
	}
}

/* A last day before the first: the row's own, or one of them known. */
static bool
backwards(const struct import *im, const struct import_line *l)
{
	const struct import_person *was = l->was;

	if (!day_none(l->ends))
		return day_compare(l->ends, !day_none(l->starts) || was == NULL ? l->starts :
		    was->starts_on) < 0;
	return im->at[IN_ENDS] < 0 && was != NULL && !day_none(l->starts) && !day_none(was->ends_on) &&
	    day_compare(was->ends_on, im->known->today) > 0 && day_compare(l->starts, was->ends_on) >= 0;
}

void
import_match(struct import *im)
{
	index_known(im);
	import_paths(im);
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];

		if (l->number == NULL && l->email == NULL)
			continue;               /* not read: wrong number of columns */
		if (l->name.given[0] == '\0' && l->name.family[0] == '\0')
			flaw_add(im, l, IN_GIVEN, "name_missing", "", 0);
		number_of(im, l);
		email_of(im, l);
		match(im, l);
		if (line_good(l) && backwards(im, l))
			flaw_add(im, l, day_none(l->ends) ? IN_STARTS : IN_ENDS, "ends_before_starts",
			    l->day_text[day_none(l->ends) ? 0 : 1], 0);
	}
	once_each(im);
}
