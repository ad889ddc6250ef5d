/* note_pages.h: handlers of the journal, for feedback_routes.c; how a note is sealed. Inside feedback only. */
#ifndef NOTE_PAGES_H
#define NOTE_PAGES_H

#include "feedback/feedback.h"
#include "feedback/note_judge.h"
#include "feedback_queries.h"

struct reply notes_get(struct rq *rq);
struct reply note_new_get(struct rq *rq);
struct reply note_new_post(struct rq *rq);
struct reply note_get(struct rq *rq);
struct reply note_post(struct rq *rq);
struct reply note_remove_post(struct rq *rq);
struct reply note_share_post(struct rq *rq);
void note_file_before(struct rq *rq);
struct reply note_file_post(struct rq *rq);
struct reply note_file_get(struct rq *rq);
struct reply note_file_remove_post(struct rq *rq);
struct reply shared_get(struct rq *rq);
struct reply shared_file_get(struct rq *rq);
struct reply shared_end_post(struct rq *rq);

/* The words of a sealed note, by the key of its author and itself; a row that was moved under another author opens as nothing. */
struct note_text note_open(struct rq *rq, person_id author, note_id note, struct blob body);
struct blob note_close(struct rq *rq, person_id author, note_id note, struct note_text text);
/* Words and kind of the viewer's own note about that person, to begin feedback with; words NULL when there is none. After note_maybe. */
struct note_text note_for_feedback(struct rq *rq, const struct note_row_rows *note, person_id about);

/* A name as it is kept: sealed, with the word that its parts are sealed by. */
struct file_name {
	const char *part_key, *name;
};
const char *file_name_close(struct rq *rq, person_id author, int64_t file, struct file_name n);
/* What does not open: name NULL. */
struct file_name file_name_open(struct rq *rq, person_id author, int64_t file, const char *kept);
/* Sealed names become names, those of `author`. */
void file_names_open(struct rq *rq, person_id author, struct note_file_row_rows *files);
/* The file as a reply to be saved, never shown in place: the note's, whose author that is. */
struct reply file_reply(struct rq *rq, person_id author, const struct note_file_row *file, const struct note_piece_rows *pieces);

#endif
