/* log.h: an event is one line on standard error. Knows nobody: no private text goes in. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/base.h"

/* what: a dotted word, "request.done". fmt: key=value pairs, values without personal text. */
void log_line(const char *what, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void log_fault(const char *what, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
