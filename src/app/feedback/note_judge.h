/* note_judge.h: what a note holds when it is opened, and what is taken as a file. No requests, no rows, no keys. */
#ifndef NOTE_JUDGE_H
#define NOTE_JUDGE_H

#include "base/arena.h"

/* A note as it is sealed: its kind, a new line, its words. */
struct note_text {
	const char *kind, *words;       /* kind: achievement challenge learning */
};
struct blob note_pack(struct arena *a, struct note_text t);
/* What is no note of ours: kind "learning", no words. */
struct note_text note_unpack(struct arena *a, struct blob plain);
/* Do the words hold every folded word of `wanted`? NULL or nothing wanted: yes. */
bool note_holds(struct arena *a, const char *words, const char *wanted);

enum { FILE_MOST = 25 << 20, FILES_OF_NOTE = 10, NAME_MOST = 120 };
static const int64_t FILES_OF_PERSON = INT64_C(250) << 20;

/* What a file is, by its content alone; "application/octet-stream" for all that is not on the short list. */
const char *file_media(struct blob file);
/*
 * A name to give back: the last part of a path, without control and direction signs, not beginning or ending in a dot
 * or space, at most NAME_MOST signs; "file" when nothing is left.
 */
const char *file_name_clean(struct arena *a, const char *name);
/* Why it is not taken, a code of the words file; NULL: it is. of_note: how many the note has; of_person: bytes in all. */
const char *file_flaw(int64_t bytes, int64_t of_note, int64_t of_person);

#endif
