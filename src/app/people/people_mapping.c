/* people_mapping.c: proposes, changes and keeps a mapping. No rows, no database, no people. */
#include "people/people_mapping.h"

#include "base/digest.h"
#include "base/text.h"
#include "people/people_names.h"

#include <string.h>

static const char *const words[IN_FIELDS] = {
	[IN_NOTHING] = "", [IN_NUMBER] = "number", [IN_NAME] = "name", [IN_GIVEN] = "given",
	[IN_FAMILY] = "family", [IN_EMAIL] = "email", [IN_MANAGER] = "manager", [IN_UNIT] = "unit",
	[IN_UNIT_PATH] = "unit-path", [IN_JOB] = "job", [IN_LEVEL] = "level",
	[IN_LOCATION] = "location", [IN_STARTS] = "starts", [IN_ENDS] = "ends",
	[IN_END_REASON] = "end-reason", [IN_LANG] = "lang", [IN_PHONE] = "phone",
	[IN_GENDER] = "gender", [IN_BIRTH_DAY] = "birth-day",
};

const char *
field_word(enum field_of f)
{
	return words[f];
}

enum field_of
field_named(struct arena *a, const char *word)
{
	char *folded = text_fold(a, word);
	enum field_of guess;
	int sure;

	for (char *c = folded; *c != '\0'; c++)
		if (*c == ' ' || *c == '_')
			*c = '-';
	for (enum field_of f = IN_NOTHING; f < IN_FIELDS; f++)
		if (strcmp(folded, words[f]) == 0)
			return f;
	guess = field_guess(a, word, &sure);
	return guess == IN_NOTHING ? IN_FIELDS : guess;
}

int
mapping_at(const struct mapping *m, enum field_of f)
{
	for (int i = 0; i < m->n; i++)
		if (m->in[i] == f)
			return i;
	return -1;
}

void
mapping_put(struct mapping *m, int column, enum field_of f)
{
	int had = f == IN_NOTHING ? -1 : mapping_at(m, f);

	if (had >= 0)
		m->in[had] = IN_NOTHING;
	m->in[column] = f;
}

/* "Name" beside "Vorname" is the family's, "Nombre" beside "Apellidos" the given one; a column
 * with the full name wins over half a name. */
static void
share_name(struct mapping *m, struct arena *a)
{
	static const char *const bare[] = { "name", "nom", "nombre", "naam", "nome" };
	int name = mapping_at(m, IN_NAME), given = mapping_at(m, IN_GIVEN);
	int family = mapping_at(m, IN_FAMILY);
	bool is_bare = false;

	if (name < 0 || (given < 0 && family < 0))
		return;
	for (size_t i = 0; i < COUNT(bare); i++)
		is_bare |= strcmp(text_fold(a, m->header[name]), bare[i]) == 0;
	if (given >= 0 && family >= 0)
		m->in[name] = IN_NOTHING;
	else if (is_bare)
		m->in[name] = given >= 0 ? IN_FAMILY : IN_GIVEN;
	else
		m->in[given >= 0 ? given : family] = IN_NOTHING;
}

void
mapping_propose(struct mapping *m, struct arena *a, const struct csv_row *header)
{
	int best[IN_FIELDS] = { 0 };

	memset(m, 0, sizeof *m);
	m->n = header->n;
	for (int i = 0; i < m->n; i++) {
		enum field_of guess;
		int sure = 0;

		m->header[i] = name_clean(a, header->cells[i]);
		guess = field_guess(a, m->header[i], &sure);
		if (guess != IN_NOTHING && sure > best[guess]) {
			mapping_put(m, i, guess);
			best[guess] = sure;
		}
	}
	share_name(m, a);
}

/* The column of this name: as written, then folded; then by its place, "#3". */
static int
column_named(const struct mapping *m, struct arena *a, const char *name)
{
	const char *clean = name_clean(a, name), *folded = text_fold(a, clean);
	int64_t place;

	for (int i = 0; i < m->n; i++)
		if (strcmp(m->header[i], clean) == 0)
			return i;
	for (int i = 0; i < m->n; i++)
		if (strcmp(text_fold(a, m->header[i]), folded) == 0)
			return i;
	if (clean[0] == '#' && text_int(clean + 1, &place) && place >= 1 && place <= m->n)
		return (int)place - 1;
	return -1;
}

const char *
mapping_set(struct mapping *m, struct arena *a, const char *text)
{
	const char *equals = strrchr(text, '=');
	enum field_of f;
	int column;

	if (equals == NULL || equals == text)
		return "mapping_form";
	column = column_named(m, a, arena_copy_n(a, text, (size_t)(equals - text)));
	if (column < 0)
		return "column_unknown";
	f = field_named(a, name_clean(a, equals + 1));
	if (f == IN_FIELDS)
		return "field_unknown";
	mapping_put(m, column, f);
	return NULL;
}

const char *
mapping_lack(const struct mapping *m)
{
	if (mapping_at(m, IN_NUMBER) < 0 && mapping_at(m, IN_EMAIL) < 0)
		return "no_number";
	if (mapping_at(m, IN_NAME) < 0 && mapping_at(m, IN_GIVEN) < 0 &&
	    mapping_at(m, IN_FAMILY) < 0)
		return "no_name";
	return NULL;
}

char *
mapping_text(const struct mapping *m, struct arena *a)
{
	struct out o;

	out_init(&o, a);
	put(&o, date_form_word(m->dates));
	for (int i = 0; i < m->n; i++) {
		put_char(&o, '\n');
		put(&o, words[m->in[i]]);
	}
	return o.at;
}

bool
mapping_read(struct mapping *m, struct arena *a, const char *text)
{
	size_t n = strcspn(text, "\n");
	enum field_of in[CSV_COLUMNS];
	int at = 0;

	for (const char *line = text + n; *line == '\n'; line += n) {
		n = strcspn(++line, "\n");
		if (at == m->n)
			return false;
		in[at] = field_named(a, arena_copy_n(a, line, n));
		if (in[at++] == IN_FIELDS)
			return false;
	}
	if (at != m->n)
		return false;
	m->dates = date_form_of(arena_copy_n(a, text, strcspn(text, "\n")));
	for (int i = 0; i < at; i++)
		m->in[i] = in[i];
	return true;
}

struct blob
mapping_digest(const struct mapping *m, struct arena *a)
{
	struct out o;

	out_init(&o, a);
	for (int i = 0; i < m->n; i++) {
		put(&o, text_fold(a, m->header[i]));
		put_char(&o, '\n');
	}
	return digest_take(a, o.at == NULL ? "" : o.at, o.n);
}
