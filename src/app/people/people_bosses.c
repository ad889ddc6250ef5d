/* people_bosses.c: who a manager is, by number, e-mail or name; nobody their own, no loops. */
#include "people/people_import.h"

#include "base/text.h"

#include <string.h>

struct found {
	struct import_line *line;
	const struct import_person *known;
	bool many;
};

static bool
line_over(const struct import *im, const struct import_line *l)
{
	return !day_none(l->ends) && day_compare(l->ends, im->known->today) < 0;
}

/* Names of rows and of known people who are not in the file. Rows count from 0, the known after them. */
static void
build_names(struct import *im)
{
	bool *in_file = NEW_MANY(im->arena, bool, im->known->people->n + 1);

	index_init(&im->names, im->arena);
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];

		if (l->was != NULL)
			in_file[l->was - im->known->people->at] = true;
		if (line_good(l))
			index_add_once(&im->names, name_any(im->arena, name_shown(im->arena, l->name)),
			    (int64_t)i);
	}
	for (size_t i = 0; i < im->known->people->n; i++) {
		const struct import_person *p = &im->known->people->at[i];

		if (!in_file[i] && p->employed)
			index_add_once(&im->names, name_any(im->arena,
			    arena_print(im->arena, "%s %s", p->given, p->family)),
			    (int64_t)(im->n + i));
	}
	im->names_built = true;
}

static bool
by_key(struct import *im, const char *key, struct found *f)
{
	int64_t at = index_find(&im->numbers, key);

	if (at < 0)
		at = index_find(&im->emails, key);
	if (at >= 0) {
		f->line = &im->lines[at];
		return true;
	}
	at = index_find(&im->known_numbers, key);
	if (at < 0)
		at = index_find(&im->known_emails, key);
	if (at >= 0)
		f->known = &im->known->people->at[at];
	return at >= 0;
}

static bool
by_name(struct import *im, const char *name, struct found *f)
{
	int64_t at;

	if (!im->names_built)
		build_names(im);
	at = index_find(&im->names, name_any(im->arena, name));
	f->many = at == INDEX_MANY;
	if (at >= 0 && at < (int64_t)im->n)
		f->line = &im->lines[at];
	else if (at >= 0)
		f->known = &im->known->people->at[at - (int64_t)im->n];
	return at >= 0;
}

/* "Duarte, Ana (1002)": what stands in the brackets first, then the rest. */
static bool
in_brackets(struct import *im, const char *written, struct found *f)
{
	bool angle = strchr(written, '<') != NULL;
	const char *open = strrchr(written, angle ? '<' : '('), *close = open == NULL ? NULL : strchr(open, angle ? '>' : ')');

	if (close == NULL || close[1] != '\0')
		return false;
	if (by_key(im, name_key(im->arena, arena_copy_n(im->arena, open + 1,
	    (size_t)(close - open - 1))), f))
		return true;
	return by_name(im, arena_copy_n(im->arena, written, (size_t)(open - written)), f);
}

/* Who is not in a file of people, but stands above: boards and owners. Folded, whole or with "of …" behind. */
static bool
outside(struct import *im, const char *written)
{
	static const char *const bodies[] = {
		"board", "board of directors", "the board", "supervisory board", "board of trustees", "trustees", "shareholders",
		"owner", "owners", "founders", "external", "parent company", "holding", "aufsichtsrat", "vorstand", "verwaltungsrat",
		"gesellschafter", "gesellschafterversammlung", "eigentumer", "inhaber", "extern", "konzern", "stiftungsrat", "beirat",
		"conseil d'administration", "conseil de surveillance", "actionnaires", "externe", "conseil", "siege",
		"consejo de administracion", "consejo", "junta directiva", "accionistas", "externo", "consiglio di amministrazione",
		"raad van bestuur", "raad van commissarissen", "conselho de administracao",
	};
	const char *folded = text_fold(im->arena, written);

	for (size_t i = 0; i < COUNT(bodies); i++)
		if (strcmp(folded, bodies[i]) == 0)
			return true;
	return strncmp(folded, "board of ", 9) == 0 || strncmp(folded, "chair of the board", 18) == 0;
}

/* How systems write that there is none. */
static bool
nobody(struct import *im, const char *written)
{
	static const char *const none[] = {
		"-", "--", "\xe2\x80\x93", "\xe2\x80\x94", "n/a", "na", "#n/a", "none", "null", "nil", "nobody", "keine", "keiner", "kein",
		"entfallt", "aucun", "aucune", "neant", "ninguno", "ninguna", "no aplica", ".", "x", "vacant", "vakant", "tbd", "(none)", "(blank)",
		"(leer)", "nessuno", "geen", "nenhum",
	};
	const char *folded = text_fold(im->arena, written);

	for (size_t i = 0; i < COUNT(none); i++)
		if (strcmp(folded, none[i]) == 0)
			return true;
	return false;
}

/* A manager who cannot be found takes nobody's manager away: who has one keeps them. */
static void
not_found(struct import *im, struct import_line *l, const char *code)
{
	const struct import_person *was = l->was;
	bool keeps = was != NULL && was->employed && was->manager.n != 0;

	flaw_warn(im, l, IN_MANAGER, keeps ? arena_print(im->arena, "%s_kept", code) : code, l->manager);
	if (keeps)
		l->manager = NULL;
}

static void
resolve(struct import *im, struct import_line *l)
{
	struct found f = { 0 };

	if (l->manager == NULL || l->manager[0] == '\0')
		return;
	if (!by_key(im, name_key(im->arena, l->manager), &f) && !by_name(im, l->manager, &f) &&
	    (f.many || !in_brackets(im, l->manager, &f))) {
		if (f.many)
			not_found(im, l, "manager_many");
		else if (outside(im, l->manager))
			flaw_warn(im, l, IN_MANAGER, "manager_outside", l->manager);
		else if (!nobody(im, l->manager))
			not_found(im, l, "manager_unknown");
		return;
	}
	if (f.line == l || (f.known != NULL && f.known == l->was)) {
		flaw_add(im, l, IN_MANAGER, "manager_self", l->manager, 0);
		return;
	}
	if (f.line != NULL ? line_over(im, f.line) : !f.known->employed) {
		not_found(im, l, "manager_left");
		return;
	}
	l->boss_line = f.line;
	l->boss_known = f.line != NULL ? f.line->was : f.known;
}

/* Nodes of the graph: the known by place, then the rows that are new. */
static int64_t
node_of(const struct import *im, const struct import_line *l)
{
	return l->was != NULL ? l->was - im->known->people->at :
	    (int64_t)im->known->people->n + (l - im->lines);
}

const struct import_person *
import_person_of(const struct import_person_rows *people, person_id id)
{
	size_t low = 0, high = people->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (people->at[mid].id.n < id.n)
			low = mid + 1;
		else
			high = mid;
	}
	return low < people->n && people->at[low].id.n == id.n ? &people->at[low] : NULL;
}

static int64_t
known_node(const struct import *im, person_id id)
{
	const struct import_person *p = import_person_of(im->known->people, id);

	return p == NULL ? -1 : p - im->known->people->at;
}

static int64_t
boss_node(const struct import *im, const struct import_line *l)
{
	if (l->boss_line != NULL && line_good(l->boss_line))
		return node_of(im, l->boss_line);
	return l->boss_known != NULL ? l->boss_known - im->known->people->at : -1;
}

/* Who is above whom, if all good rows came in. */
static void
graph(const struct import *im, int64_t *above)
{
	size_t known = im->known->people->n;

	for (size_t i = 0; i < known; i++)
		above[i] = known_node(im, im->known->people->at[i].manager);
	for (size_t i = 0; i < im->n; i++)
		above[known + i] = -1;
	for (size_t i = 0; i < im->n; i++) {
		const struct import_line *l = &im->lines[i];

		if (!line_good(l) || (l->number_key == NULL && l->email_key == NULL))
			continue;
		if (l->manager != NULL)
			above[node_of(im, l)] = line_over(im, l) ? -1 : boss_node(im, l);
	}
}

/* Marks the nodes that are above themselves. False when there are none. */
static bool
loops(const int64_t *above, size_t n, bool *in_loop)
{
	bool any = false;
	int64_t walk = 0, *seen = NULL;
	struct arena *scratch = arena_new();

	seen = NEW_MANY(scratch, int64_t, n);
	for (size_t i = 0; i < n; i++) {
		int64_t at = (int64_t)i;

		for (walk++; at >= 0 && seen[at] == 0; at = above[at])
			seen[at] = walk;
		if (at < 0 || seen[at] != walk)
			continue;
		for (int64_t k = at; !in_loop[k]; k = above[k])
			in_loop[k] = any = true;
	}
	arena_free(scratch);
	return any;
}

/* Rows of a loop are refused; what they meant may have kept others apart, so look again. */
static void
refuse_loops(struct import *im)
{
	size_t n = im->known->people->n + im->n;
	int64_t *above = NEW_MANY(im->arena, int64_t, n);
	bool again = true;

	while (again) {
		bool *in_loop = NEW_MANY(im->arena, bool, n);

		again = false;
		graph(im, above);
		if (!loops(above, n, in_loop))
			return;
		for (size_t i = 0; i < im->n; i++) {
			struct import_line *l = &im->lines[i];

			if (!line_good(l) || !in_loop[node_of(im, l)])
				continue;
			flaw_add(im, l, IN_MANAGER, "manager_loop", l->manager == NULL ? "" : l->manager, 0);
			again = true;
		}
	}
}

void
import_bosses(struct import *im)
{
	for (size_t i = 0; i < im->n; i++)
		if (line_good(&im->lines[i]))
			resolve(im, &im->lines[i]);
	refuse_loops(im);
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];

		if (!line_good(l) || l->boss_line == NULL || line_good(l->boss_line))
			continue;
		l->boss_line = NULL;
		if (l->boss_known == NULL)
			not_found(im, l, "manager_refused");
	}
}
