/* site.c: an address of a site taken apart: scheme, host, base path. Pure. */
#include "http/settings.h"

#include <stdio.h>
#include <string.h>

/* Lower case; a port that is the scheme's own is dropped, as browsers do. */
static bool
read_host(const char *at, size_t n, struct site *s)
{
	const char *own = s->secure ? ":443" : ":80";
	size_t own_n = strlen(own);

	if (n > own_n && memcmp(at + n - own_n, own, own_n) == 0)
		n -= own_n;
	if (n == 0 || n >= sizeof s->host)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr(".-_:[]", c)))
			return false;
		s->host[i] = c;
	}
	s->host[n] = '\0';
	return true;
}

/* "" or "/a/b": plain letters only, since it goes into cookies and links as it is. */
static bool
read_base(const char *at, struct site *s)
{
	size_t n = strlen(at);

	while (n && at[n - 1] == '/')
		n--;
	if (n >= sizeof s->base || strstr(at, "//"))
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = at[i];

		if (!(((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') ||
		    strchr("/-_.", c)))
			return false;
	}
	memcpy(s->base, at, n);
	s->base[n] = '\0';
	return true;
}

bool
site_read(const char *url, struct site *s)
{
	const char *host;
	size_t n;

	*s = (struct site){ .secure = strncmp(url, "https://", 8) == 0 };
	if (!s->secure && strncmp(url, "http://", 7) != 0)
		return false;
	host = url + (s->secure ? 8 : 7);
	n = strcspn(host, "/");
	if (!read_host(host, n, s) || !read_base(host + n, s))
		return false;
	snprintf(s->origin, sizeof s->origin, "http%s://%s", s->secure ? "s" : "", s->host);
	snprintf(s->url, sizeof s->url, "%s%s", s->origin, s->base);
	return true;
}
