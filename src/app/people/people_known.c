/* people_known.c: what an import compares with: asked, not judged. */
#include "people/people_carry.h"

#include "views/views.h"

#include <string.h>

const struct import_known *
import_ask(struct rq *rq)
{
	struct import_known *k = NEW(rq->arena, struct import_known);
	const struct import_setting_rows *settings = import_settings(rq);

	k->people = import_people(rq, rq->today);
	k->units = import_units(rq);
	k->jobs = import_jobs(rq);
	k->levels = import_levels(rq);
	k->locations = import_locations(rq);
	k->today = rq->today;
	if (!answers(rq))
		return NULL;
	k->lang = "en";
	k->zone = "UTC";
	for (size_t i = 0; i < settings->n; i++) {
		const struct import_setting *s = &settings->at[i];

		if (strcmp(s->name, "organisation") == 0)
			k->organisation = s->value;
		else if (strcmp(s->name, "lang") == 0)
			k->lang = s->value;
		else
			k->zone = s->value;
	}
	for (size_t i = 0; i < k->locations->n; i++)
		k->locations->at[i].key = name_word(rq->arena, k->locations->at[i].name);
	return k;
}

bool
import_recall(struct rq *rq, struct import *im)
{
	const struct import_known_map_rows *map =
	    import_map_find(rq, mapping_digest(&im->map, rq->arena));

	if (answers(rq) && map->n == 1)
		return mapping_read(&im->map, rq->arena, map->at[0].mapping);
	return false;
}

const char *
flaw_words(struct rq *rq, const struct flaw *f)
{
	const char *key = arena_print(rq->arena, "import_flaw.%s", f->code);

	if (f->other > 0)
		return words_value(rq, key, arena_print(rq->arena, "%lld", (long long)f->other));
	return words_value(rq, key, f->value);
}

static const char *const change_words[] = {
	"name", "number", "email", "phone", "lang", "unit", "job", "level", "location", "manager",
	"starts", "ends", "back",
};

const char *
changes_text(struct arena *a, unsigned changes)
{
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (unsigned i = 0; i < COUNT(change_words); i++)
		if (changes & 1u << i) {
			put(&o, o.n > 0 ? " " : "");
			put(&o, change_words[i]);
		}
	return o.at;
}
