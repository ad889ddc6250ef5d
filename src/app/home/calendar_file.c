/* calendar_file.c: a calendar as other programs read it (RFC 5545). No database, no page. */
#include "home/calendar_file.h"

#include "views/views.h"

#include <string.h>

enum { LINE_MOST = 75 };

/* How many bytes the next sign takes once written; *sign: what is written for it. */
static size_t
next_sign(const char *at, char sign[static 5])
{
	size_t n = 1, out = 0;

	if (*at == '\\' || *at == ';' || *at == ',')
		sign[out++] = '\\';
	sign[out++] = *at == '\n' || *at == '\r' ? ' ' : *at;
	while ((at[n] & 0xC0) == 0x80 && n < 4)
		sign[out++] = at[n++];
	sign[out] = '\0';
	return n;
}

void
calendar_put(struct out *o, const char *name, const char *text)
{
	size_t line = 0;
	char sign[6];

	put(o, name);
	put(o, ":");
	line = strlen(name) + 1;
	while (*text) {
		size_t n = next_sign(text, sign), wide = strlen(sign);

		if (line + wide > LINE_MOST) {
			put(o, "\r\n ");
			line = 1;
		}
		put(o, sign);
		line += wide;
		text += n;
	}
	put(o, "\r\n");
}

static void
put_date(struct rq *rq, struct out *o, const char *name, struct day d)
{
	calendar_put(o, name, arena_print(rq->arena, "%04d%02d%02d", d.y, d.m, d.d));
}

static void
put_event(struct rq *rq, struct out *o, const struct calendar_line *l)
{
	const char *what = words(rq->lang, arena_print(rq->arena, "calendar.%s", l->what));
	struct day now = day_of_instant(rq->now);

	put(o, "BEGIN:VEVENT\r\n");
	calendar_put(o, "UID", arena_print(rq->arena, "%s-%s-%lld@meridian", l->what, l->kind, (long long)l->id));
	calendar_put(o, "DTSTAMP", arena_print(rq->arena, "%04d%02d%02dT000000Z", now.y, now.m, now.d));
	put_date(rq, o, "DTSTART;VALUE=DATE", l->from_on);
	put_date(rq, o, "DTEND;VALUE=DATE", day_plus(l->to_on, 1));
	calendar_put(o, "SUMMARY", arena_print(rq->arena, "%s: %s", what, l->title));
	calendar_put(o, "URL", arena_print(rq->arena, "%s%s", site_url(), l->link));
	put(o, "END:VEVENT\r\n");
}

struct blob
calendar_file(struct rq *rq, const struct calendar_line_rows *lines)
{
	struct out o;

	out_init(&o, rq->arena);
	put(&o, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Meridian//Calendar//EN\r\nCALSCALE:GREGORIAN\r\n");
	for (size_t i = 0; i < lines->n; i++)
		put_event(rq, &o, &lines->at[i]);
	put(&o, "END:VCALENDAR\r\n");
	return (struct blob){ o.at, o.n };
}
