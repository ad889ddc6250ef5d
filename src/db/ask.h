/* ask.h: what generated query functions need: values, cursors, facts. For sqlgen's output only. */
#ifndef DB_ASK_H
#define DB_ASK_H

#include "db/rq.h"

struct value value_id(int64_t n);               /* 0 is null */
struct value value_int(int64_t n);              /* NONE is null */
struct value value_text(const char *text);      /* NULL is null */
struct value value_day(struct rq *rq, struct day d);
struct value value_blob(struct blob b);
struct value value_real(double real);

/* A cursor is "key~id". False when there is none; a bad one counts as none. */
bool cursor_read(struct rq *rq, const char *text, struct value *key, struct value *id);
char *cursor_of(struct rq *rq, const char *key, int64_t id);

/* Facts of an event: {"name":value,…}; the caller puts the closing brace. */
void fact_begin(struct out *facts);
void fact_id(struct out *facts, const char *name, int64_t n);
void fact_int(struct out *facts, const char *name, int64_t n);
void fact_day(struct out *facts, const char *name, struct day d);
void fact_word(struct out *facts, const char *name, const char *word);

#endif
