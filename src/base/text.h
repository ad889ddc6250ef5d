/* text.h: Unicode text: folding, trimming, limits. Uses utf8proc. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

bool text_is_utf8(const void *at, size_t n);     /* valid, and without NUL */
size_t text_length(const char *text);            /* code points */
char *text_nfc(struct arena *a, const char *text);       /* NFC, or NULL if not UTF-8 */
/* For comparing and searching: NFKD, case folded, marks dropped, runs of space one, trimmed;
 * also ß→ss, ø→o, ł→l, æ→ae, œ→oe, đ ð→d, þ→th, ı→i. NULL gives NULL, not UTF-8 "". */
char *text_fold(struct arena *a, const char *text);
/* Outer white space (Unicode, with no-break and zero-width) gone; inner runs kept.
 * NULL gives NULL. */
char *text_trim(struct arena *a, const char *text);
bool text_empty(const char *text);               /* NULL, "" or white space only */
/* "Ana Duarte" -> "AD"; at most two letters, upper case; "?" for nothing. */
char *text_initials(struct arena *a, const char *shown);

/* Numbers are in number.c. The text is all of it, no spaces, no plus; NONE cannot be read.
 * False leaves *n alone. */
bool text_int(const char *text, int64_t *n);
/* Thousandths from "12", "-3.5", "0.125" (at most three decimals, "." only;
 * ".5" is, "5." is not). */
bool text_milli(const char *text, int64_t *n);
/* The shortest decimal of thousandths: 3500 -> "3.5"; NONE -> "". */
char *milli_text(struct arena *a, int64_t milli);

#endif
