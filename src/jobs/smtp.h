/* smtp.h: one letter to the mail server of the settings. Blocks: on the thread of slow jobs only. Inside jobs only. */
#ifndef JOBS_SMTP_H
#define JOBS_SMTP_H

#include "base/arena.h"

enum smtp_end { SMTP_SENT, SMTP_LATER, SMTP_NEVER };    /* NEVER: the server refused this letter or this reader for good */

bool smtp_is_set(void);                         /* MERIDIAN_SMTP_URL; else the spool folder takes letters */
bool smtp_settings_good(const char **why);
/* *why: a few words, without what was sent or said. The connection stays for the next letter until smtp_rest. */
enum smtp_end smtp_send(struct arena *a, const char *from, const char *to, const char *letter, const char **why);
void smtp_rest(void);

/* What a reply means: code as the server said it, to which command ("RCPT", "" none). Pure. */
enum smtp_end smtp_judge(long code, const char *command);

#endif
