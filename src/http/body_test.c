/* body_test.c: the three readers of bodies. */
#include "base/test.h"
#include "base/out.h"
#include "http/body.h"

#include <string.h>

static struct arena *a;

/* The fields as "a=1|b=2", or the status. Files as name=file:bytes. */
static const char *
shown(const char *type, const char *text)
{
	struct field *f = NULL;
	int status;
	struct out o;

	a = a ? a : arena_new();
	status = body_read(a, type, (struct blob){ text, strlen(text) }, &f);
	if (status)
		return arena_print(a, "%d", status);
	out_init(&o, a);
	put(&o, "");
	for (; f; f = f->next) {
		put_format(&o, "%s%s=%s", o.n ? "|" : "", f->name, f->value);
		if (f->bytes.at) {
			put_char(&o, ':');
			put_n(&o, f->bytes.at, f->bytes.n);
		}
	}
	return o.at;
}

#define URL "application/x-www-form-urlencoded"
#define MULTI "multipart/form-data; boundary=xx"
#define PART(name) "--xx\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"

static const struct { const char *words, *type, *text, *fields; } bodies[] = {
	{ "nothing", NULL, "", "" },
	{ "bytes of no type", NULL, "a=1", "415" },
	{ "plain text", "text/plain", "a=1", "415" },
	{ "XML", "application/xml", "<a/>", "415" },
	{ "nearly JSON", "application/jsonp", "{}", "415" },
	{ "two fields", URL, "a=1&b=2", "a=1|b=2" },
	{ "the order is kept, doubles too", URL, "b=2&a=1&b=3", "b=2|a=1|b=3" },
	{ "with a charset", URL "; charset=utf-8", "a=1", "a=1" },
	{ "no value, no name, no pair", URL, "a&=1&&b=", "a=|=1|b=" },
	{ "spaces and signs", URL, "a=1+2%2B3%3D&b=%26", "a=1 2+3=|b=&" },
	{ "browsers' line ends", URL, "a=1%0D%0A2%0D3", "a=1\n2\r3" },
	{ "a nought", URL, "a=%00", "400" },
	{ "not UTF-8", URL, "a=%ff", "400" },
	{ "half an escape", URL, "a=%4", "400" },
	{ "a part", MULTI, PART("a") "1\r\n--xx--\r\n", "a=1" },
	{ "two parts", MULTI, PART("a") "1\r\n" PART("b") "2\r\n--xx--", "a=1|b=2" },
	{ "an empty part", MULTI, PART("a") "\r\n--xx--", "a=" },
	{ "a quoted boundary", "multipart/form-data; boundary=\"xx\"", PART("a") "1\r\n--xx--", "a=1" },
	{ "line ends inside", MULTI, PART("a") "1\r\n2\r\n--xx--", "a=1\n2" },
	{ "nearly the boundary", MULTI, PART("a") "1\r\n--x\r\n--xx--", "a=1\n--x" },
	{ "a file", MULTI, "--xx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\x\\a.csv\"\r\n"
	    "Content-Type: text/csv\r\n\r\n1;2\r\n--xx--", "f=a.csv:1;2" },
	{ "no boundary", "multipart/form-data", PART("a") "1\r\n--xx--", "400" },
	{ "no end", MULTI, PART("a") "1", "400" },
	{ "no name", MULTI, "--xx\r\nContent-Type: text/plain\r\n\r\n1\r\n--xx--", "400" },
	{ "something before", MULTI, "hello\r\n" PART("a") "1\r\n--xx--", "400" },
	{ "base64 of old", MULTI, "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n"
	    "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--xx--", "400" },
	{ "JSON flat", "application/json", "{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":false,\"e\":null}",
	    "a=1|b=x|c=1|d=0|e=" },
	{ "JSON nested", "application/json", "{\"a\":{\"b\":1},\"c\":[{\"x\":2},{\"x\":3}]}",
	    "a.b=1|c.0.x=2|c.1.x=3" },
	{ "JSON decimals", "application/json", "{\"a\":3.5,\"b\":0.1,\"c\":-2.25}", "a=3.5|b=0.1|c=-2.25" },
	{ "JSON order", "application/json", "{\"z\":1,\"a\":2}", "z=1|a=2" },
	{ "JSON list", "application/json", "[1]", "400" },
	{ "JSON twice the same", "application/json", "{\"a\":1,\"a\":2}", "400" },
	{ "JSON with a nought", "application/json", "{\"a\":\"\\u0000\"}", "400" },
	{ "JSON cut short", "application/json", "{\"a\":", "400" },
	{ "JSON and more", "application/json", "{} {}", "400" },
	{ "JSON eight deep", "application/json", "{\"a\":[[[[[[[1]]]]]]]}", "a.0.0.0.0.0.0.0=1" },
	{ "JSON nine deep", "application/json", "{\"a\":[[[[[[[[1]]]]]]]]}", "413" },
};

TEST("bodies become fields in their order, or a status")
{
	for (size_t i = 0; i < COUNT(bodies); i++) {
		SAY(bodies[i].words);
		SAME(shown(bodies[i].type, bodies[i].text), bodies[i].fields);
	}
	arena_free(a);
	a = NULL;
}

TEST("two thousand fields and no more")
{
	char text[2 * 2001 + 1] = "";

	for (int i = 0; i < 2000; i++)
		memcpy(text + 2 * i, "a&", 3);
	YES(strlen(shown(URL, text)) > 3);
	memcpy(text + 4000, "a", 2);
	SAME(shown(URL, text), "413");
	arena_free(a);
	a = NULL;
}
