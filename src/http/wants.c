/* wants.c: what the headers say of who asks and what they read. Pure. */
#include "http/wants.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ";q=0.5" somewhere in an item's parameters, in thousandths. */
static int
quality(const char *at, size_t n)
{
	for (size_t i = 0; i + 3 < n; i++) {
		if (at[i] != ';')
			continue;
		i += 1 + strspn(at + i + 1, " ");
		if (i + 2 < n && (at[i] | 32) == 'q' && at[i + 1] == '=')
			return (int)(strtod(at + i + 2, NULL) * 1000);
	}
	return 1000;
}

int
wants_q(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (list && *list) {
		size_t item;

		list += strspn(list, " \t,");
		item = strcspn(list, ",");
		if (item >= n && strncasecmp(list, word, n) == 0 && strchr(" ;,", list[n]))
			return quality(list, item);
		list += item;
	}
	return -1;
}

bool
wants_json(const char *accept, bool has_token)
{
	int json = wants_q(accept, "application/json");
	int html = wants_q(accept, "text/html");

	if (wants_q(accept, "application/problem+json") > json)
		json = wants_q(accept, "application/problem+json");
	if (json < 0 && html < 0)
		return has_token;
	return json > 0 && json > html;
}

enum coding
wants_coding(const char *accept)
{
	if (wants_q(accept, "zstd") > 0)
		return ZSTD;
	return wants_q(accept, "gzip") > 0 ? GZIP : PLAIN;
}

static int
address(const char *text, unsigned char out[static 16])
{
	if (inet_pton(AF_INET, text, out) == 1)
		return 32;
	return inet_pton(AF_INET6, text, out) == 1 ? 128 : 0;
}

/* One entry, "10.0.0.0/8" or "::1" or "unix". */
static bool
covers(char *entry, const char *peer)
{
	char *slash = strchr(entry, '/');
	unsigned char net[16], it[16];
	int bits, wide;

	if (strcmp(entry, peer) == 0)
		return true;
	if (slash)
		*slash++ = '\0';
	wide = address(entry, net);
	if (!wide || address(peer, it) != wide)
		return false;
	bits = slash ? atoi(slash) : wide;
	if (bits < 0 || bits > wide)
		return false;
	if (memcmp(net, it, (size_t)bits / 8) != 0)
		return false;
	return bits % 8 == 0 || (net[bits / 8] ^ it[bits / 8]) >> (8 - bits % 8) == 0;
}

bool
is_trusted(const char *list, const char *peer)
{
	char entry[80];

	while (list && *list) {
		size_t n;

		list += strspn(list, " ,");
		n = strcspn(list, " ,");
		if (n && n < sizeof entry) {
			memcpy(entry, list, n);
			entry[n] = '\0';
			if (covers(entry, peer))
				return true;
		}
		list += n;
	}
	return false;
}

const char *
true_peer(struct arena *a, const char *list, const char *peer, const char *forwarded)
{
	char *text = arena_copy(a, forwarded);

	while (text && is_trusted(list, peer)) {
		char *comma = strrchr(text, ',');
		char *last = comma ? comma + 1 : text;
		unsigned char any[16];

		last += strspn(last, " \t");
		last[strcspn(last, " \t")] = '\0';
		if (!address(last, any))
			break;
		peer = last;
		if (!comma)
			break;
		*comma = '\0';
	}
	return peer;
}
