/*
 * people_import.h: a file of people: read, compared with who is known, judged. Pure: what is known
 * is given; nothing is asked or changed here. Apply and pages carry it on.
 */
#ifndef PEOPLE_IMPORT_H
#define PEOPLE_IMPORT_H

#include "people/people_index.h"
#include "people/people_mapping.h"
#include "people/people_names.h"
#include "people_queries.h"

enum row_verdict { ROW_SAME, ROW_INSERT, ROW_UPDATE, ROW_END, ROW_REJECT, ROW_PASSED };  /* passed: an earlier employment */

enum change {
	CHANGES_NAME = 1, CHANGES_NUMBER = 2, CHANGES_EMAIL = 4, CHANGES_PHONE = 8,
	CHANGES_LANG = 16, CHANGES_UNIT = 32, CHANGES_JOB = 64, CHANGES_LEVEL = 128,
	CHANGES_LOCATION = 256, CHANGES_MANAGER = 512, CHANGES_STARTS = 1024, CHANGES_ENDS = 2048,
	CHANGES_BACK = 4096,            /* someone who had left */
	CHANGES_PLACE = CHANGES_UNIT | CHANGES_JOB | CHANGES_LEVEL | CHANGES_LOCATION,
	CHANGES_WHO = CHANGES_NAME | CHANGES_NUMBER | CHANGES_EMAIL
};

/* One row of the file. Texts are cleaned; NULL where no column holds the field, "" where empty. */
struct import_line {
	int64_t line;
	enum row_verdict verdict;
	unsigned changes;
	const char *number, *number_key, *email, *email_key, *manager, *unit, *path, *job, *level,
	    *location, *phone, *lang, *end_reason, *gender, *day_text[3];
	struct name name;
	struct day starts, ends, born;          /* ends: the last day */
	int want_unit, want_job, want_level, want_location;      /* INDEX_NONE: none */
	const struct import_person *was;        /* NULL: new here */
	struct import_line *boss_line;          /* the manager: in the file, else known, else none */
	const struct import_person *boss_known;
	bool ends_unmapped;
	person_id id;
};

/* A unit, job, level or location the rows name; id 0: still to be made. */
struct want {
	const char *key, *name;
	int64_t id;
	int parent;                     /* units; INDEX_NONE: the root */
};

struct wants {
	struct want *at;
	int n, room;
	struct text_index by_key, by_name;
};

struct flaw {
	int64_t line, place, other;     /* place: in the order found; other: the row it clashes with, 0 none */
	const char *field, *code, *value;       /* field: the column's header, "" the whole row */
	bool warning;
	struct flaw *next;
};

struct import_dates {
	int column;                     /* -1: no such column */
	struct date_column seen;
	enum date_form form;
	bool asks, mixed;               /* two readings; two forms in one column */
	bool short_years;               /* said that years of two digits were read */
};

struct import_known {
	const struct import_person_rows *people;        /* by id */
	const struct import_unit_rows *units;
	const struct import_word_rows *jobs, *levels, *locations;
	const char *organisation, *lang, *zone;         /* the root's name; NULL is fine */
	struct day today;
};

struct import {
	struct arena *arena;
	struct blob file;
	char separator;
	bool letters_guessed;                   /* the file was read as Windows-1252 */
	int64_t header_line;                    /* rows above it are titles */
	struct mapping map;
	int at[IN_FIELDS];                      /* the column of each field, -1 none */
	const struct import_known *known;
	struct import_line *lines;
	size_t n, room;
	struct import_dates dates[3];           /* starts, ends, born */
	struct flaw *flaws, **next_flaw, *last_flaw;
	int64_t n_flaws;
	const char *lack;                       /* why it cannot be judged at all; NULL */
	bool asks;                              /* a column of days is a question */
	int64_t inserted, updated, same, ended, rejected;
	const struct import_person **missing;   /* proposed as leavers */
	size_t n_missing;
	bool *missing_leaves;                   /* whose box was ticked; NULL: nobody's */
	struct wants units, jobs, levels, locations;
	struct text_index numbers, emails, known_numbers, known_emails, names;
	bool names_built;
};

/* Opens a file and proposes a mapping; then change im->map as you like, and judge. False: it
 * cannot be read; the flaw says why. */
bool import_open(struct import *im, struct arena *a, struct blob file);
void import_judge(struct import *im, const struct import_known *known);
/* May it be applied: all of it, or (good: only the good rows). */
bool import_may(const struct import *im, bool good);

/* Is there anything a person should look at before it is applied: refused rows, warnings, people missing. */
bool import_asks(const struct import *im);

/* Pieces of import_judge, for one another. */
void import_lines(struct import *im);                    /* people_lines.c: rows to lines */
void import_match(struct import *im);                   /* people_match.c: who is who, twins */
void import_bosses(struct import *im);                   /* people_bosses.c: managers, loops */
void import_paths(struct import *im);                    /* people_wants.c: paths that are too deep */
void import_places(struct import *im);                   /* people_wants.c */
void import_verdicts(struct import *im);                 /* people_verdicts.c */
void flaw_add(struct import *im, struct import_line *l, enum field_of f, const char *code,
    const char *value, int64_t other);           /* rejects the row */
void flaw_warn(struct import *im, const struct import_line *l, enum field_of f, const char *code,
    const char *value);
/* Of the whole file: field is a header or "". */
void flaw_file(struct import *im, int64_t line, const char *field, const char *code, const char *value);
/* By id; NULL: not known. */
const struct import_person *import_person_of(const struct import_person_rows *people, person_id id);
bool line_good(const struct import_line *l);
/* The file's bad rows with a reason column, or an empty text. words: reason codes to sentences. */
void import_rejects(struct import *im, struct out *o, const char *(*words)(void *, const struct flaw *),
    void *arg, const char *heading);

#endif
