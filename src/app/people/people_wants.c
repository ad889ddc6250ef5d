/* people_wants.c: units, jobs, levels and locations that rows name: known ones, and new ones. */
#include "people/people_import.h"

#include "base/text.h"

#include <string.h>

enum { PATH_DEEP = 12 };         /* units under the root */

static int
want_add(struct import *im, struct wants *w, struct want one)
{
	if (w->n == w->room) {
		struct want *more;

		w->room = w->room == 0 ? 64 : 2 * w->room;
		more = NEW_MANY(im->arena, struct want, (size_t)w->room);
		if (w->n > 0)
			memcpy(more, w->at, (size_t)w->n * sizeof *more);
		w->at = more;
	}
	w->at[w->n] = one;
	index_add(&w->by_key, one.key, w->n);
	index_add_once(&w->by_name, text_fold(im->arena, one.name), w->n);
	return w->n++;
}

static void
wants_open(struct import *im, struct wants *w, const struct import_word_rows *known)
{
	index_init(&w->by_key, im->arena);
	index_init(&w->by_name, im->arena);
	for (size_t i = 0; known != NULL && i < known->n; i++)
		want_add(im, w, (struct want){ known->at[i].key, known->at[i].name, known->at[i].id,
		    INDEX_NONE });
}

/* The one of this key, else the only one of this name, else a new one. */
static int
want_named(struct import *im, struct wants *w, const char *key, const char *name, int parent)
{
	int64_t at = index_find(&w->by_key, key);

	if (at < 0 && parent == INDEX_NONE)
		at = index_find(&w->by_name, text_fold(im->arena, name));
	if (at >= 0)
		return (int)at;
	return want_add(im, w, (struct want){ key, name, 0, parent });
}

static int
word_of(struct import *im, struct wants *w, const char *name)
{
	if (name == NULL || name[0] == '\0')
		return INDEX_NONE;
	return want_named(im, w, text_fold(im->arena, name), name, INDEX_NONE);
}

/* The root is the first of the units: known, or to be made. */
static void
units_open(struct import *im)
{
	const struct import_unit_rows *units = im->known->units;
	const char *name = im->known->organisation;

	wants_open(im, &im->units, NULL);
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].parent.n == 0) {
			want_add(im, &im->units, (struct want){ units->at[i].key, units->at[i].name,
			    units->at[i].id.n, INDEX_NONE });
			break;
		}
	if (im->units.n == 0)
		want_add(im, &im->units, (struct want){ "root", name == NULL ? "Organisation" : name,
		    0, INDEX_NONE });
	for (size_t i = 0; i < units->n; i++)
		if (units->at[i].id.n != im->units.at[0].id)
			want_add(im, &im->units, (struct want){ units->at[i].key, units->at[i].name,
			    units->at[i].id.n, 0 });
}

/* Arrows of more than one byte are ">". */
static const char *
arrows(struct arena *a, const char *path)
{
	static const char *const others[] = { "\xc2\xbb", "\xe2\x80\xba", "\xe2\x86\x92", "\xe2\x87\x92", "::" };
	char *plain = arena_copy(a, path), *to = plain;

	for (const char *at = plain; *at != '\0';) {
		size_t n = 1;

		for (size_t i = 0; i < COUNT(others); i++)
			if (strncmp(at, others[i], strlen(others[i])) == 0)
				n = strlen(others[i]);
		*to++ = n > 1 ? '>' : *at;
		at += n;
	}
	*to = '\0';
	return plain;
}

/* ">" cuts a path before "\\", "|" and "/" do. */
static char
path_cut(const char *path)
{
	for (const char *cut = ">\\|/"; *cut != '\0'; cut++)
		if (strchr(path, *cut) != NULL)
			return *cut;
	return '/';
}

/* A path in the column of units: only arrows say so; "Sales / Marketing" is a name. */
static bool
is_path(const char *unit)
{
	const char *arrow = unit == NULL ? NULL : strchr(unit, '>');

	return arrow != NULL && arrow > unit && arrow[1] != '\0';
}

void
import_paths(struct import *im)
{
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];
		const char *unit = l->unit == NULL ? NULL : arrows(im->arena, l->unit), *at;
		int deep = 0;

		if (l->path != NULL)
			l->path = arrows(im->arena, l->path);
		else if (is_path(unit)) {
			l->path = unit;
			l->unit = NULL;
		}
		if (l->path == NULL)
			continue;
		for (at = l->path; *at != '\0'; at++)
			deep += *at == path_cut(l->path);
		if (deep >= PATH_DEEP && line_good(l))
			flaw_add(im, l, im->at[IN_UNIT_PATH] >= 0 ? IN_UNIT_PATH : IN_UNIT, "path_deep", l->path, 0);
	}
}

static int
unit_under(struct import *im, int parent, const char *name, const char **key)
{
	const char *folded = text_fold(im->arena, name);

	if (parent == 0 && strcmp(folded, text_fold(im->arena, im->units.at[0].name)) == 0)
		return 0;
	*key = parent == 0 ? folded : arena_print(im->arena, "%s > %s", *key, folded);
	return want_named(im, &im->units, *key, name, parent);
}

/* "Group > Sales > North"; a first part that is the root's name is the root. */
static int
unit_of_path(struct import *im, const char *path, const char **key)
{
	char cut = path_cut(path);
	int at = 0;

	for (int deep = 0; *path != '\0' && deep < PATH_DEEP; deep++) {
		const char *end = strchr(path, cut);
		size_t n = end == NULL ? strlen(path) : (size_t)(end - path);
		const char *name = name_clean(im->arena, arena_copy_n(im->arena, path, n));

		if (name[0] != '\0')
			at = unit_under(im, at, name, key);
		path += n + (end != NULL);
	}
	return at;
}

/* Several units of that name: the person's own if it is one of them, else a question that moves nobody. */
static int
one_of_many(struct import *im, const struct import_line *l, const char *key)
{
	for (int i = 0; l->was != NULL && i < im->units.n; i++)
		if (im->units.at[i].id == l->was->unit.n && strcmp(text_fold(im->arena, im->units.at[i].name), key) == 0)
			return i;
	flaw_warn(im, l, IN_UNIT, "unit_many", l->unit);
	return l->was == NULL ? 0 : INDEX_NONE;
}

static int
unit_of(struct import *im, const struct import_line *l)
{
	const char *key = "";
	int at = 0;

	if (l->unit == NULL && l->path == NULL)
		return l->was == NULL ? 0 : INDEX_NONE;
	if (l->path != NULL)
		at = unit_of_path(im, l->path, &key);
	if (l->unit == NULL || l->unit[0] == '\0')
		return at;
	if (at > 0 && strcmp(text_fold(im->arena, l->unit),
	    text_fold(im->arena, im->units.at[at].name)) == 0)
		return at;
	if (at > 0)
		return unit_under(im, at, l->unit, &key);
	if (strcmp(text_fold(im->arena, l->unit), text_fold(im->arena, im->units.at[0].name)) == 0)
		return 0;
	key = text_fold(im->arena, l->unit);
	if (index_find(&im->units.by_key, key) < 0 && index_find(&im->units.by_name, key) == INDEX_MANY)
		return one_of_many(im, l, key);
	return (int)(index_find(&im->units.by_key, key) >= 0 ? index_find(&im->units.by_key, key) :
	    index_find(&im->units.by_name, key) >= 0 ? index_find(&im->units.by_name, key) :
	    want_add(im, &im->units, (struct want){ key, l->unit, 0, 0 }));
}

void
import_places(struct import *im)
{
	units_open(im);
	wants_open(im, &im->jobs, im->known->jobs);
	wants_open(im, &im->levels, im->known->levels);
	wants_open(im, &im->locations, im->known->locations);
	for (size_t i = 0; i < im->n; i++) {
		struct import_line *l = &im->lines[i];

		if (!line_good(l))
			continue;
		l->want_unit = unit_of(im, l);
		l->want_job = word_of(im, &im->jobs, l->job);
		l->want_level = word_of(im, &im->levels, l->level);
		l->want_location = word_of(im, &im->locations, l->location);
	}
}
