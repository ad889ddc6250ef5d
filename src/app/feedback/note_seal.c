/* note_seal.c: how notes and their files are sealed: by keys outside the database, bound to author and row. Knows no page. */
#include "feedback/note_pages.h"

#include "base/digest.h"
#include "jobs/mail.h"

#include <string.h>

static const char *
key_of(struct rq *rq, const char *what, person_id author, int64_t row)
{
	return arena_print(rq->arena, "journal.%s:%lld:%lld", what, (long long)author.n, (long long)row);
}

struct blob
note_close(struct rq *rq, person_id author, note_id note, struct note_text text)
{
	return seal(rq->arena, key_of(rq, "note", author, note.n), note_pack(rq->arena, text));
}

struct note_text
note_open(struct rq *rq, person_id author, note_id note, struct blob body)
{
	struct blob plain = { NULL, 0 };

	if (!unseal(rq->arena, key_of(rq, "note", author, note.n), body, &plain))
		plain = (struct blob){ NULL, 0 };
	return note_unpack(rq->arena, plain);
}

note_id
note_write(struct rq *rq, person_id author, person_id about, struct day happened, const char *kind, const char *words)
{
	note_id id = { new_id(rq) };

	note_add(rq, id, author, about, happened, note_close(rq, author, id, (struct note_text){ kind, words }));
	return id;
}

struct note_text
note_for_feedback(struct rq *rq, const struct note_row_rows *note, person_id about)
{
	if (note->n == 0 || note->at->about.n != about.n)
		return (struct note_text){ "learning", NULL };
	return note_open(rq, rq->viewer, note->at->id, note->at->body);
}

const char *
file_name_close(struct rq *rq, person_id author, int64_t file, struct file_name n)
{
	const char *plain = arena_print(rq->arena, "%s\n%s", n.part_key, n.name);

	return hex_of(rq->arena, seal(rq->arena, key_of(rq, "file", author, file), (struct blob){ plain, strlen(plain) }));
}

struct file_name
file_name_open(struct rq *rq, person_id author, int64_t file, const char *kept)
{
	struct blob sealed, plain;
	char *text, *end;

	if (!hex_read(rq->arena, kept, &sealed) || !unseal(rq->arena, key_of(rq, "file", author, file), sealed, &plain))
		return (struct file_name){ NULL, NULL };
	text = arena_copy_n(rq->arena, plain.at, plain.n);
	end = strchr(text, '\n');
	if (end == NULL)
		return (struct file_name){ NULL, NULL };
	*end = '\0';
	return (struct file_name){ text, end + 1 };
}
