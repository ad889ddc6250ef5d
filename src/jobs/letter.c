/* letter.c: headers and text of a letter, in plain signs. Knows no rows, no settings, no folder. */
#include "jobs/letter.h"

#include "base/day.h"
#include "base/out.h"
#include "base/zone.h"

#include <sodium.h>
#include <string.h>

enum { ADDRESS_MOST = 254, LINE_MOST = 900, QP_LINE = 72, PIECE = 45 };

static bool
is_letter(unsigned char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* Names that need quotes are refused: what is in them could end the address. */
bool
letter_address_is(const char *text)
{
	const char *at = strchr(text, '@');
	size_t n = strlen(text);

	if (!at || at == text || n > ADDRESS_MOST || strchr(at + 1, '@') || *text == '-' || at[1] == '\0')
		return false;
#ifdef PLANT
	char planted[64];               /* fuzzing must find this */

	memcpy(planted, text, n + 1);
	at = planted[0] == *text ? at : text;
#endif
	for (const char *c = text; c < at; c++)
		if (!is_letter((unsigned char)*c) && !strchr("!#$%&'*+-/=?^_`{|}~.", *c))
			return false;
	for (const char *c = at + 1; *c; c++)
		if (!is_letter((unsigned char)*c) && !(strchr("-.", *c) && c > at + 1 && c[1] != '\0'))
			return false;
	return true;
}

/* As it is: ASCII without signs of control, nothing that reads as encoded, not too long for a line. */
static bool
is_plain(const char *text)
{
	if (strlen(text) > 200 || strstr(text, "=?"))
		return false;
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
			return false;
	return true;
}

/* Words of a header: as they are, or in pieces of at most 45 bytes that split no letter, encoded (RFC 2047). */
static void
put_subject(struct out *o, const char *text)
{
	size_t n = strlen(text), take;
	char coded[80];

	if (is_plain(text)) {
		put(o, text);
		return;
	}
	for (size_t at = 0; at < n; at += take) {
		take = n - at < PIECE ? n - at : PIECE;
		while (take > 1 && at + take < n && ((unsigned char)text[at + take] & 0xc0) == 0x80)
			take--;
		sodium_bin2base64(coded, sizeof coded, (const unsigned char *)text + at, take, sodium_base64_VARIANT_ORIGINAL);
		put_format(o, "%s=?utf-8?B?%s?=", at ? "\r\n " : "", coded);
	}
}

static void
put_date(struct out *o, int64_t now)
{
	static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct day d = day_of_instant(now);
	char clock[6];

	zone_clock("UTC", now, clock);
	put_format(o, "Date: %s, %d %s %d %s:%02d +0000\r\n", days[day_weekday(d) - 1], d.d, months[d.m - 1], d.y, clock,
	    (int)(now / 1000000 % 60));
}

/* Is every line ASCII and short enough to go as it is? */
static bool
goes_plain(const char *text)
{
	size_t line = 0;

	for (; *text; text++) {
		line = *text == '\n' ? 0 : line + 1;
		if (line > LINE_MOST || ((unsigned char)*text < ' ' && *text != '\n' && *text != '\t') || (unsigned char)*text > '~')
			return false;
	}
	return true;
}

static void
put_plain(struct out *o, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			put_char(o, '\r');
		put_char(o, *text);
	}
}

/* Quoted-printable (RFC 2045): every server takes it, whatever it thinks of eight bits. */
static void
put_quoted(struct out *o, const char *text)
{
	size_t line = 0;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		bool ends = text[1] == '\n' || text[1] == '\0';

		if (c == '\n') {
			put(o, "\r\n");
			line = 0;
			continue;
		}
		if (line > QP_LINE) {
			put(o, "=\r\n");
			line = 0;
		}
		if ((c > ' ' && c <= '~' && c != '=') || (c == ' ' && !ends)) {
			put_char(o, (char)c);
			line++;
		} else {
			put_format(o, "=%02X", c);
			line += 3;
		}
	}
}

const char *
letter_write(struct arena *a, const struct letter *l)
{
	struct out o;
	bool plain = goes_plain(l->text);

	if (!letter_address_is(l->to) || !letter_address_is(l->from))
		return NULL;
	out_init(&o, a);
	put_format(&o, "From: Meridian <%s>\r\nTo: <%s>\r\nSubject: ", l->from, l->to);
	put_subject(&o, l->subject);
	put(&o, "\r\n");
	put_date(&o, l->now);
	put_format(&o, "Message-ID: <%lld@%s>\r\n", (long long)l->id, l->host);
	if (l->stop)
		put_format(&o, "List-Unsubscribe: <%s>\r\n", l->stop);
	put_format(&o, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: %s\r\n\r\n", plain ? "7bit" : "quoted-printable");
	if (plain)
		put_plain(&o, l->text);
	else
		put_quoted(&o, l->text);
	put(&o, "\r\n");
	return o.at;
}
