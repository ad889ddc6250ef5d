/*
 * views.h: what generated pages stand on: escaping by place, forms of values, words, typed values
 * laid over, refusals, the layout. Knows requests and bytes; no page and no noun of the business.
 */
#ifndef VIEWS_VIEWS_H
#define VIEWS_VIEWS_H

#include "http/web.h"

/* One page being written. */
struct show {
	struct rq *rq;
	struct out *out;
	int lang;               /* place in languages[] */
	const char *title;      /* escaped text, once known */
	size_t title_at;        /* where it begins; SIZE_MAX when not inside */
	size_t mark, mark_end;  /* a form's action, in out */
	bool here;              /* inside the form that is shown again */
	size_t draft, draft_end;        /* a form's data-draft, in out */
	const struct kept *kept;        /* what was typed into it and never sent; or NULL */
	const char *choice;     /* the field of the marks just written; NULL: none */
};

#define LIT(o, text) put_n((o), (text), sizeof(text) - 1)

/* ---- show.c: a page of any kind to a reply ------------------------------------------- */

/* layout.html with the side bar, layout_bare.html (sign-in), layout_print.html. */
enum { FRAME_FULL, FRAME_BARE, FRAME_PRINT, FRAMES };

struct view {
	const char *name;
	bool (*ready)(struct show *s, const void *page);        /* every slot was given */
	void (*html)(struct show *s, const void *page);
	void (*json)(struct show *s, const void *page);
	int frame;                                              /* which layout */
};

/* JSON when the request asks for it, else HTML in its layout. Nothing when the work has failed. */
struct reply view_show(struct rq *rq, const struct view *v, const void *page);
/* HTML already written, in a layout. title is escaped text. */
struct reply view_wrap(struct rq *rq, const struct out *content, const char *title, int frame);
/* Set at start by the generated layouts; without them pages stand alone (tests). */
extern void (*view_layout[FRAMES])(struct show *s, const struct out *content, const char *title);

/* May the viewer of this request do this to its subject? The access module sets it; until then no. */
extern bool (*rq_may)(struct rq *rq, int capability);

void title_from(struct show *s);        /* what follows is the title … */
void title_to(struct show *s);          /* … to here; markup in it is dropped */
void title_cut(struct show *s);         /* the same, and it is not part of the page */

/* A slot that was not filled: the request is broken, the log says which. */
void slot_missing(struct rq *rq, const char *slot);
bool slot_given(struct show *s, const void *value, const char *slot);
const char *given(struct show *s, const char *text, const char *slot);   /* never NULL */
void rows_end(struct show *s, size_t k, size_t n, const char *list);     /* k < n: left over */

/* application/problem+json with the refusals so far. title: words, not a key. */
struct reply problem(struct rq *rq, int status, const char *title);

/* ---- escape.c: NULL writes nothing ------------------------------------------------------ */

void put_html(struct out *o, const char *text);
void put_attr(struct out *o, const char *text);         /* inside "…" */
void put_url(struct out *o, const char *text);          /* one part of a path or a query */
void put_address(struct out *o, const char *text);      /* a whole one of our own; others become "#" */
void put_link(struct out *o, const char *text);         /* a whole one, http and https only */
void put_token(struct out *o, const char *text);        /* a word of class=: other signs become - */
void put_number(struct out *o, int64_t n);              /* NONE writes nothing */
void put_day_iso(struct out *o, struct day d);
void put_instant_iso(struct out *o, int64_t at);
void put_milli_raw(struct out *o, int64_t milli);

void json_id(struct out *o, int64_t n);
void json_int(struct out *o, int64_t n);
void json_flag(struct out *o, int64_t n);
void json_milli(struct out *o, int64_t n);
void json_instant(struct out *o, int64_t at);
void json_day(struct out *o, struct day d);
void json_comma(struct out *o);                         /* unless the object is still empty */
void json_row(struct out *o, bool more);                /* "{", after a comma when more */

static inline bool
there(const char *text)
{
	return text != NULL && *text != '\0';
}

static inline bool
truth(int64_t n)
{
	return n != 0 && n != NONE;
}

bool same(const char *a, const char *b);                /* NULL is like "" */

/* ---- format.c: as people of the language read it; NULL, NONE and no day write nothing ----- */

void put_day(struct show *s, struct day d);             /* 24 November 2026 */
void put_short(struct show *s, struct day d);           /* 24 Nov */
void put_instant_day(struct show *s, int64_t at);       /* in the viewer's zone */
void put_instant_short(struct show *s, int64_t at);
void put_time(struct show *s, int64_t at);              /* 09:42 */
void put_instant(struct show *s, int64_t at);           /* 24 November 2026, 09:42 */
void put_percent(struct show *s, int64_t n);            /* 40% */
void put_milli_percent(struct show *s, int64_t n);
void put_milli(struct show *s, int64_t n);              /* 1,234.5 */
void put_money(struct show *s, int64_t n);              /* hundredths: 1,234.50 */
void put_count(struct show *s, int64_t n);              /* 1,234 */
void put_initials(struct show *s, const char *name);
void put_lines(struct show *s, const char *text);       /* paragraphs and line breaks */
void put_word_of(struct show *s, const char *kind, const char *word);
void put_word_n(struct show *s, const char *kind, int64_t n);
int plural(const char *lang, int64_t n);                /* which form: 0, 1, … */

/* ---- words -------------------------------------------------------------------------------- */

struct language {
	const char *code, *html;        /* "xx", and what <html lang> says */
	bool rtl;
};
extern const struct language languages[];               /* generated; ends with code NULL */
const char *words_of(int lang, const char *key);        /* generated; NULL when there is no such key */
int lang_index(const char *code);                       /* 0 (English) when unknown */
const char *lang_code(const struct show *s);            /* for <html lang> */
const char *lang_dir(const struct show *s);             /* "ltr" or "rtl" */
/* The words of a key in a language; the key itself when there are none. Never NULL. */
const char *words(const char *lang, const char *key);
/* The same with {value} filled. */
const char *words_value(struct rq *rq, const char *key, const char *value);

#include "views/form.h"
#include "views/typed.h"

#endif
