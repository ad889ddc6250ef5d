/* base.c: the end of the program, when going on would be worse. Knows no cause itself. */
#include "base/base.h"

#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORDS = 512 };

_Noreturn void
die(const char *fmt, ...)
{
	char words[WORDS];      /* on the stack: memory may be what is missing */
	va_list args;

	va_start(args, fmt);
	vsnprintf(words, sizeof words, fmt, args);
	va_end(args);
	log_fault("program.died", "why=\"%s\"", words);
	abort();
}
