/* settings.h: what the rest of http wants to know of the settings. Knows no requests. */
#ifndef HTTP_SETTINGS_H
#define HTTP_SETTINGS_H

#include "base/base.h"

/* One line KEY=value, changed in place. True: *key and *value, or *key NULL for a blank or a
 * comment. False: neither. */
bool settings_line(char *line, char **key, char **value);
/* Scheme, host[:port] in lower case and base path of an address; false when it is none. */
struct site {
	bool secure;
	char host[256], base[256], origin[300], url[600];
};
bool site_read(const char *url, struct site *s);
const struct site *site_ours(void);
bool site_is_set(void);                         /* MERIDIAN_URL was given */
void settings_forget(void);                     /* tests */

#endif
