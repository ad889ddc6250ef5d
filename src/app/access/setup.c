/* setup.c: rows of an organisation that begins: a root unit, a first person, their roles. */
#include "access/setup.h"

#include "base/chance.h"
#include "base/text.h"

#include <string.h>

static const char OUTSIDE[] = "Setup";          /* who gives the first roles: nobody may give their own */
static const int64_t HOUR = INT64_C(3600) * 1000000;

const char *
setup_link(struct rq *rq)
{
	const struct count_row *accounts = accounts_count(rq);
	char key[33];

	if (!answers(rq) || accounts->n > 0)
		return NULL;
	chance_hex(key, 16);
	links_drop_setup(rq);
	link_add(rq, key_digest(rq->arena, key), "setup", (person_id){ 0 }, rq->now, rq->now + 24 * HOUR);
	return answers(rq) ? arena_print(rq->arena, "/setup/%s", key) : NULL;
}

static unit_id
root_made(struct rq *rq, const char *name)
{
	int64_t id = new_ids(rq, 2);

	setup_unit(rq, (unit_id){ id }, text_fold(rq->arena, name), name, rq->today, DAY_EVER);
	setup_unit_place(rq, (unit_place_id){ id + 1 }, (unit_id){ id }, name, rq->today, DAY_EVER);
	setup_unit_chain(rq, (unit_id){ id });
	return (unit_id){ id };
}

static void
words_made(struct rq *rq, const char *text, person_id person, bool closed)
{
	char *left = text_fold(rq->arena, text), *part;

	while (left && (part = strsep(&left, " ")) != NULL)
		if (*part)
			setup_word(rq, part, person, closed);
}

static void
person_made(struct rq *rq, struct first *f, unit_id unit)
{
	int64_t id = new_ids(rq, 3);
	const char *sort = text_fold(rq->arena, arena_print(rq->arena, "%s %s", f->family, f->given));
	const char *shown = arena_print(rq->arena, "%s %s", f->given, f->family), *key = sign_in_key(rq->arena, f->email);

	f->person = (person_id){ id };
	setup_person(rq, f->person, "employee", key, f->given, f->family, shown, sort, f->email, rq->today);
	words_made(rq, shown, f->person, false);
	words_made(rq, f->email, f->person, true);
	setup_spell(rq, (spell_id){ id + 1 }, f->person, rq->today, DAY_EVER);
	setup_placement(rq, (placement_id){ id + 2 }, f->person, (spell_id){ id + 1 }, unit, rq->today, DAY_EVER);
	setup_now(rq, f->person, sort, (spell_id){ id + 1 }, rq->today, unit);
	setup_chain(rq, f->person);
}

static void
roles_given(struct rq *rq, person_id person, unit_id unit)
{
	static const char *const roles[] = { "director", "admin" };
	person_id giver = { new_id(rq) };

	setup_person(rq, giver, "outside", NULL, "", OUTSIDE, OUTSIDE, "setup", NULL, (struct day){ 0 });
	for (size_t i = 0; i < COUNT(roles); i++)
		grant_first(rq, (role_grant_id){ new_id(rq) }, person, roles[i], unit, rq->today, DAY_EVER, giver, "First set-up");
	scope_build(rq, person);
}

void
setup_make(struct rq *rq, struct first *f, unit_id root)
{
	unit_id unit = root.n ? root : root_made(rq, f->organisation);

	setting_put(rq, "organisation", f->organisation);
	setting_put(rq, "zone", f->zone);
	person_made(rq, f, unit);
	rq->viewer = f->person;
	roles_given(rq, f->person, unit);
	f->account = (account_id){ new_id(rq) };
	account_make(rq, f->account, f->person, sign_in_key(rq->arena, f->email));
	account_secret_put(rq, f->account, f->person, f->secret);
	account_open(rq, f->account, f->person);
}
