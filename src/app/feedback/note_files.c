/* note_files.c: files of a note: taken, given back to be saved, removed. A file has no rights of its own: its note's route asks. */
#include "feedback/note_pages.h"
#include "feedback_views.h"

#include "base/chance.h"
#include "base/digest.h"
#include "jobs/mail.h"

#include <string.h>

/* With nonce and mac a sealed part has 256 KiB. */
enum { PART = (256 << 10) - 40, KEY = 16 };

/* What is made before the writer has it: the parts, sealed by a key of their own. */
struct sealed_file {
	const char *part_key;
	struct blob *parts;
	struct blob digest;
	size_t n;
};

static const char *
part_purpose(struct arena *a, const char *part_key, size_t place)
{
	return arena_print(a, "journal.part:%s:%zu", part_key, place);
}

/* On a worker, no rows: a large file is sealed outside the one writer. */
void
note_file_before(struct rq *rq)
{
	struct blob file = rq_file(rq, "file", NULL);
	struct sealed_file *s = NEW(rq->arena, struct sealed_file);
	unsigned char key[KEY];

	if (file.n == 0 || file.n > FILE_MOST)
		return;
	chance_bytes(key, KEY);
	s->part_key = hex_of(rq->arena, (struct blob){ key, KEY });
	s->parts = NEW_MANY(rq->arena, struct blob, file.n / PART + 1);
	s->digest = digest_take(rq->arena, file.at, 0);
	for (size_t at = 0; at < file.n; at += PART, s->n++) {
		unsigned char sum[DIGEST_BYTES];

		s->parts[s->n] = seal(rq->arena, part_purpose(rq->arena, s->part_key, s->n),
		    (struct blob){ (const char *)file.at + at, file.n - at < PART ? file.n - at : PART });
		digest_of_two(sum, s->digest, s->parts[s->n]);
		s->digest = (struct blob){ arena_copy_n(rq->arena, sum, DIGEST_BYTES), DIGEST_BYTES };
	}
	rq->web->slow = s;
}

static void
keep(struct rq *rq, const struct sealed_file *s, const char *name, struct blob file)
{
	file_id id = { new_id(rq) };

	note_file_add(rq, id, rq_note(rq), rq->viewer, rq->now,
	    file_name_close(rq, rq->viewer, id.n, (struct file_name){ s->part_key, file_name_clean(rq->arena, name) }),
	    file_media(file), (int64_t)file.n, s->digest);
	for (size_t i = 0; i < s->n; i++)
		note_part_add(rq, id, (int64_t)i, s->parts[i]);
}

struct reply
note_file_post(struct rq *rq)
{
	const char *name = NULL, *flaw;
	struct blob file = rq_file(rq, "file", &name);
	const struct sealed_file *s = rq->web->slow;
	const struct note_sum *sums = note_sums(rq, rq->viewer);
	const struct note_file_row_rows *here = note_files(rq, rq->viewer, rq_note(rq));

	if (!answers(rq))
		return nothing();
	flaw = file_flaw((int64_t)file.n, (int64_t)here->n, sums->bytes);
	if (flaw != NULL || s == NULL)
		refuse(rq, "file", flaw ? flaw : "refused.file_missing");
	if (refused(rq))
		return again(rq);
	keep(rq, s, name ? name : "", file);
	tell(rq, "told.file_kept");
	return go(rq, "/journal/%lld", (long long)rq_note(rq).n);
}

void
file_names_open(struct rq *rq, person_id author, struct note_file_row_rows *files)
{
	for (size_t i = 0; i < files->n; i++) {
		struct file_name n = file_name_open(rq, author, files->at[i].id.n, files->at[i].name);

		files->at[i].name = n.name ? n.name : "file";
	}
}

/* The parts opened and joined; false when one is not ours. */
static bool
joined(struct rq *rq, const char *part_key, const struct note_piece_rows *pieces, struct blob *all)
{
	char *to = arena_take(rq->arena, pieces->n * PART + 1);

	*all = (struct blob){ to, 0 };
	for (size_t i = 0; i < pieces->n; i++) {
		struct blob plain;

		if (!unseal(rq->arena, part_purpose(rq->arena, part_key, i), pieces->at[i].body, &plain) || plain.n > PART)
			return false;
		memcpy(to + all->n, plain.at, plain.n);
		all->n += plain.n;
	}
	return true;
}

struct reply
file_reply(struct rq *rq, person_id author, const struct note_file_row *file, const struct note_piece_rows *pieces)
{
	struct file_name n = file_name_open(rq, author, file->id.n, file->name);
	struct reply r;
	struct blob all;

	if (n.name == NULL || !joined(rq, n.part_key, pieces, &all) || (int64_t)all.n != file->bytes) {
		end_with(rq, BROKEN, "a file of a note does not open");
		return nothing();
	}
	r = reply_bytes(file->media, all);
	r.file_name = n.name;
	return r;
}

struct reply
note_file_get(struct rq *rq)
{
	file_id id = { rq_number(rq, 1) };
	const struct note_file_row *file = note_file_of(rq, rq->viewer, rq_note(rq), id);
	const struct note_piece_rows *pieces = note_pieces(rq, rq->viewer, rq_note(rq), id);

	if (!answers(rq))
		return nothing();
	return file_reply(rq, rq->viewer, file, pieces);
}

struct reply
note_file_remove_post(struct rq *rq)
{
	file_id id = { rq_number(rq, 1) };

	note_file_parts_remove(rq, rq_note(rq), id);
	note_file_remove(rq, rq_note(rq), id);
	tell(rq, "told.file_removed");
	return go(rq, "/journal/%lld", (long long)rq_note(rq).n);
}
