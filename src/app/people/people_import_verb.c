/* people_import_verb.c: `meridian import people FILE`. Reads its words, judges, applies, says. */
#include "people/people_said.h"

#include <string.h>

enum { EXIT_APPLIED, EXIT_NOTHING, EXIT_USAGE, EXIT_WAITS };

/* One call; the change may run twice, so what it says begins anew each time. */
struct call {
	struct store *store;
	int64_t now;
	struct day today;
	struct order order;
	size_t said_at, rejects_at;
	int exit;
};

/* The words of the call; false: *why and *value say what is wrong. */
static bool
read_order(struct order *o, int argc, char **argv, const char **why, const char **value)
{
	int i, words = 0;

	for (i = 1; i < argc; i++) {
		const char *next = i + 1 < argc ? argv[i + 1] : NULL;

		*value = argv[i];
		if (strcmp(argv[i], "--check") == 0) {
			o->check = true;
		} else if (strcmp(argv[i], "--json") == 0) {
			o->json = true;
		} else if (strcmp(argv[i], "--unattended") == 0) {
			o->unattended = true;
		} else if (strcmp(argv[i], "--help") == 0) {
			o->help = true;
		} else if (strcmp(argv[i], "--rejects") == 0 && next != NULL) {
			o->good_rows = true;
			i++;
		} else if (strcmp(argv[i], "--map") == 0 && next != NULL && o->n_maps < MAPS_MOST) {
			o->maps[o->n_maps++] = argv[++i];
		} else if (strcmp(argv[i], "--dates") == 0 && next != NULL) {
			*value = argv[++i];
			o->dates = date_form_of(next);
			*why = "said.usage_dates";
			if (o->dates == DATES_UNSAID)
				return false;
		} else if (argv[i][0] == '-' && argv[i][1] != '\0') {
			*why = "said.usage_option";
			return false;
		} else if (words++ == 1) {
			o->file = argv[i];
		} else if (words > 2 || strcmp(argv[i], "people") != 0) {
			*why = "said.usage_option";
			return false;
		}
	}
	*why = "said.usage_file";
	return o->help || o->file != NULL;
}

static const char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The file's columns, as kept, as proposed, and as the call says. NULL, or what is wrong. */
static const char *
map_columns(struct rq *rq, const struct order *o, struct import *im, const char **value)
{
	const char *why = NULL;

	import_recall(rq, im);
	if (o->dates != DATES_UNSAID)
		im->map.dates = o->dates;
	else
		im->map.dates = DATES_UNSAID;
	for (int i = 0; i < o->n_maps && why == NULL; i++) {
		why = mapping_set(&im->map, rq->arena, o->maps[i]);
		*value = o->maps[i];
	}
	return why;
}

static void
apply(struct rq *rq, const struct order *o, struct import *im)
{
	import_run_id run = { new_id(rq) };

	import_run_add(rq, run, 0, rq->now, last_part(o->file),
	    digest_take(rq->arena, o->input.at, o->input.n), mapping_text(&im->map, rq->arena));
	import_apply(rq, im);
	import_remember(rq, im, run);
	import_keep(rq, im, run);
	answers(rq);
}

/* Of a watched folder: left for HR to look at, in place of an earlier one that still waits. */
static void
leave_waiting(struct rq *rq, const struct order *o, struct import *im)
{
	const struct import_open_rows *open = import_open_unattended(rq);
	import_run_id run;

	if (!answers(rq))
		return;
	for (size_t i = 0; i < open->n; i++)
		import_end(rq, open->at[i].id);
	run = import_begin(rq, im, last_part(o->file));
	import_stage(rq, im, run);
	if (people_hooks.import_waits != NULL)
		people_hooks.import_waits(rq, run);
	answers(rq);
}

static enum said
unattended(struct rq *rq, struct call *c, struct import *im)
{
	if (im->lack != NULL)
		return SAID_REFUSED;
	if (import_asks(im)) {
		leave_waiting(rq, &c->order, im);
		c->exit = EXIT_WAITS;
		return SAID_WAITS;
	}
	apply(rq, &c->order, im);
	c->exit = EXIT_APPLIED;
	return SAID_APPLIED;
}

static void
run(struct rq *rq, struct call *c)
{
	const struct order *o = &c->order;
	struct import im;
	const struct import_known *known;
	const char *why, *value = "";
	bool may;

	c->exit = EXIT_NOTHING;
	if (!import_open(&im, rq->arena, o->input)) {
		said_all(rq, o, &im, SAID_REFUSED);
		return;
	}
	why = map_columns(rq, o, &im, &value);
	if (why != NULL) {
		said_usage(rq, o, arena_print(rq->arena, "said.%s", why), value);
		said_columns(rq, o, &im);
		c->exit = EXIT_USAGE;
		return;
	}
	known = import_ask(rq);
	if (known == NULL)
		return;
	import_judge(&im, known);
	if (o->unattended) {
		enum said outcome = unattended(rq, c, &im);

		if (fine(rq))
			said_all(rq, o, &im, outcome);
		return;
	}
	may = import_may(&im, o->good_rows);
	if (may && !o->check)
		apply(rq, o, &im);
	if (!fine(rq))
		return;
	c->exit = may ? EXIT_APPLIED : EXIT_NOTHING;
	said_all(rq, o, &im, !may ? SAID_REFUSED : o->check ? SAID_CHECKED : SAID_APPLIED);
	if (o->good_rows)
		said_rejects(rq, o, &im);
}

static bool
change(struct conn *conn, void *arg)
{
	struct call *c = arg;
	struct arena *a = arena_new();
	struct rq *rq = rq_new(a, c->store, conn, c->now, c->today);
	bool keep;

	rq->door = DOOR_COMMAND;
	c->order.said->n = c->said_at;
	c->order.rejects->n = c->rejects_at;
	run(rq, c);
	answers(rq);
	keep = fine(rq);
	if (!keep)
		c->exit = EXIT_NOTHING;
	arena_free(a);
	return keep;
}

int
people_import_verb(struct store *s, int64_t now, struct day today, int argc, char **argv,
    struct blob input, struct out *said, struct out *rejects)
{
	const char *why, *value = "";
	struct call c = {
		.store = s, .now = now, .today = today, .said_at = said->n, .rejects_at = rejects->n,
		.order = { .input = input, .said = said, .rejects = rejects },
	};

	if (!read_order(&c.order, argc, argv, &why, &value)) {
		said_plain(said, why, value);
		return EXIT_USAGE;
	}
	if (c.order.help) {
		said_plain(said, "said.help", "");
		said_plain(said, "said.help_more", "");
		return EXIT_APPLIED;
	}
	if (store_change(s, change, &c) != FAULT_NONE) {
		said->n = c.said_at;
		said_plain(said, "said.refused", "");
		return EXIT_NOTHING;
	}
	return c.exit;
}
