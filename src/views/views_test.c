/* views_test.c: hostile text in every place, forms of values, readers of forms, typed values. */
#include "base/test.h"
#include "base/text.h"
#include "views/views.h"

#include <string.h>

static struct arena *arena;

/* A request that lives as long as the next one is not made. */
static struct rq *
request(void)
{
	struct rq *rq;

	arena_free(arena);
	arena = arena_new();
	rq = NEW(arena, struct rq);
	rq->arena = arena;
	rq->lang = "en";
	rq->zone = "Europe/Berlin";
	rq->web = NEW(arena, struct web);
	rq->web->method = POST;
	return rq;
}

static struct show
show_of(struct rq *rq, struct out *o)
{
	out_init(o, rq->arena);
	return (struct show){ .rq = rq, .out = o, .lang = lang_index(rq->lang), .title_at = SIZE_MAX };
}

static const char *
written(const struct out *o)
{
	return o->n > 0 ? o->at : "";
}

static void
type(struct rq *rq, const char *name, const char *value)
{
	struct field *f = NEW(rq->arena, struct field), **last = &rq->web->body;

	f->name = name;
	f->value = value;
	while (*last != NULL)
		last = &(*last)->next;
	*last = f;
}

/* ---- places */

static const struct {
	const char *words, *text, *html, *attr, *url, *address, *link, *token;
} places[] = {
	{ "nothing", NULL, "", "", "", "#", "#", "" },
	{ "plain", "Ana", "Ana", "Ana", "Ana", "#", "#", "Ana" },
	{ "a script", "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", "&lt;script&gt;x&lt;/script&gt;",
	    "%3Cscript%3Ex%3C%2Fscript%3E", "#", "#", "-script-x--script-" },
	{ "quotes", "\" onclick=\"'", "\" onclick=\"'", "&quot; onclick=&quot;&#39;", "%22%20onclick%3D%22%27",
	    "#", "#", "--onclick---" },
	{ "an entity", "&lt;", "&amp;lt;", "&amp;lt;", "%26lt%3B", "#", "#", "-lt-" },
	{ "a scheme", "javascript:alert(1)", "javascript:alert(1)", "javascript:alert(1)", "javascript%3Aalert%281%29",
	    "#", "#", "javascript-alert-1-" },
	{ "a hidden scheme", "java\tscript:x", "java\tscript:x", "java\tscript:x", "java%09script%3Ax", "#", "#",
	    "java-script-x" },
	{ "another host", "//evil.example", "//evil.example", "//evil.example", "%2F%2Fevil.example", "#", "#",
	    "--evil.example" },
	{ "another host, turned", "/\\evil", "/\\evil", "/\\evil", "%2F%5Cevil", "#", "#", "--evil" },
	{ "a tab in a slash", "/\t/evil", "/\t/evil", "/\t/evil", "%2F%09%2Fevil", "#", "#", "---evil" },
	{ "one of ours", "/people?a=1&b=2", "/people?a=1&amp;b=2", "/people?a=1&amp;b=2", "%2Fpeople%3Fa%3D1%26b%3D2",
	    "/people?a=1&amp;b=2", "#", "-people-a-1-b-2" },
	{ "climbing", "..", "..", "..", "-", "#", "#", ".." },
	{ "a web page", "https://a.example/?x=\"", "https://a.example/?x=\"", "https://a.example/?x=&quot;",
	    "https%3A%2F%2Fa.example%2F%3Fx%3D%22", "#", "https://a.example/?x=&quot;", "https---a.example--x--" },
	{ "other letters", "Zoë 李", "Zoë 李", "Zoë 李", "Zo%C3%AB%20%E6%9D%8E", "#", "#", "Zo-------" },
};

#define PUTS(put_it, expected) do { \
		out_init(&o, rq->arena); \
		put_it(&o, places[i].text); \
		SAME(written(&o), expected); \
	} while (0)

TEST("hostile text is harmless in every place")
{
	for (size_t i = 0; i < COUNT(places); i++) {
		struct rq *rq = request();
		struct out o;

		SAY(places[i].words);
		PUTS(put_html, places[i].html);
		PUTS(put_attr, places[i].attr);
		PUTS(put_url, places[i].url);
		PUTS(put_address, places[i].address);
		PUTS(put_link, places[i].link);
		if (strcmp(places[i].words, "other letters") != 0)
			PUTS(put_token, places[i].token);
	}
}

/* ---- values */

static const struct {
	const char *words;
	void (*put)(struct show *, int64_t);
	int64_t n;
	const char *text;
} numbers[] = {
	{ "a count", put_count, 1234567, "1,234,567" },
	{ "a small count", put_count, 999, "999" },
	{ "less than nothing", put_count, -1234, "-1,234" },
	{ "three digits below", put_count, -123, "-123" },
	{ "not there", put_count, NONE, "" },
	{ "a share", put_percent, 40, "40%" },
	{ "thousandths", put_milli, 1234500, "1,234.5" },
	{ "a share in thousandths", put_milli_percent, 12500, "12.5%" },
	{ "money", put_money, 123450, "1,234.50" },
	{ "money owed", put_money, -5, "-0.05" },
	{ "a time in winter", put_time, 1795509720000000, "09:42" },
	{ "an instant", put_instant, 1795509720000000, "24 November 2026, 09:42" },
	{ "an instant's day", put_instant_day, 1795509720000000, "24 November 2026" },
	{ "no instant", put_instant, NONE, "" },
};

TEST("numbers and instants read as people write them")
{
	for (size_t i = 0; i < COUNT(numbers); i++) {
		struct rq *rq = request();
		struct out o;
		struct show s = show_of(rq, &o);

		SAY(numbers[i].words);
		numbers[i].put(&s, numbers[i].n);
		SAME(written(&o), numbers[i].text);
	}
}

TEST("days are written out, and short beside them")
{
	struct rq *rq = request();
	struct out o;
	struct show s = show_of(rq, &o);

	put_day(&s, (struct day){ 2026, 11, 4 });
	LIT(&o, "|");
	put_short(&s, (struct day){ 2026, 11, 4 });
	LIT(&o, "|");
	put_day(&s, (struct day){ 0, 0, 0 });
	put_day_iso(&o, (struct day){ 2026, 11, 4 });
	LIT(&o, "|");
	put_instant_iso(&o, 1795509720000000);
	SAME(written(&o), "4 November 2026|4 Nov|2026-11-04|2026-11-24T08:42:00Z");
}

TEST("lines become paragraphs, and stay text")
{
	struct rq *rq = request();
	struct out o;
	struct show s = show_of(rq, &o);

	put_lines(&s, "One\r\ntwo <b>\n\n \nThree\n");
	SAME(written(&o), "<p>One<br>two &lt;b&gt;</p><p>Three</p>");
}

TEST("the pseudo-language is longer, accented and runs from the right")
{
	struct rq *rq = request();
	struct out o;
	struct show s;

	rq->lang = "xx";
	s = show_of(rq, &o);
	YES(strlen(words("xx", "refused.missing")) > strlen(words("en", "refused.missing")));
	SAME(lang_dir(&s), "rtl");
	YES(strstr(words_value(rq, "refused.too_long", "9"), "9") != NULL);
	SAME(words("en", "no.such_key"), "no.such_key");
}

TEST("plurals follow the language")
{
	EQ(plural("en", 1), 0);
	EQ(plural("en", 0), 1);
	EQ(plural("fr", 0), 0);
	EQ(plural("pl", 3), 1);
	EQ(plural("pl", 12), 2);
}

TEST("a title is the heading without its marks")
{
	struct rq *rq = request();
	struct out o;
	struct show s = show_of(rq, &o);

	LIT(&o, "<h1>");
	title_from(&s);
	LIT(&o, "Goals of <b>Ana &amp; Bo</b> ");
	title_to(&s);
	SAME(s.title, "Goals of Ana &amp; Bo");
	title_from(&s);
	LIT(&o, "another");
	title_to(&s);
	SAME(s.title, "Goals of Ana &amp; Bo");
}

TEST("a slot that was not filled breaks the page")
{
	struct rq *rq = request();
	struct out o;
	struct show s = show_of(rq, &o);

	SAME(given(&s, NULL, "page.who"), "");
	EQ(rq->outcome, BROKEN);
}

/* ---- readers */

struct part {
	person_id id;
	int64_t value;
	const char *words;
	size_t n_cites;
	person_id *cites;
};
struct entry {
	int64_t reached;
	const char *note;
	struct day due;
	int64_t done;
	const char *kind;
	size_t n_part;
	struct part *part;
};
static const char *const kinds[] = { "a", "b", NULL };
static const struct form_field part_fields[] = {
	{ .name = "value", .kind = FORM_MILLI, .offset = offsetof(struct part, value), .maybe = true },
	{ .name = "words", .kind = FORM_TEXT, .offset = offsetof(struct part, words), .limit = 5 },
	{ .name = "cites", .kind = FORM_ID, .offset = offsetof(struct part, cites), .most = 2,
	    .count = offsetof(struct part, n_cites), .size = sizeof(person_id) },
	{ 0 }
};
static const struct form_field entry_fields[] = {
	{ .name = "reached", .kind = FORM_MILLI, .offset = offsetof(struct entry, reached) },
	{ .name = "note", .kind = FORM_TEXT, .offset = offsetof(struct entry, note), .maybe = true, .limit = 4 },
	{ .name = "due", .kind = FORM_DAY, .offset = offsetof(struct entry, due), .maybe = true },
	{ .name = "done", .kind = FORM_FLAG, .offset = offsetof(struct entry, done) },
	{ .name = "kind", .kind = FORM_WORD, .offset = offsetof(struct entry, kind), .choices = kinds },
	{ .name = "part", .kind = FORM_EACH, .offset = offsetof(struct entry, part), .fields = part_fields,
	    .count = offsetof(struct entry, n_part), .size = sizeof(struct part) },
	{ 0 }
};

TEST("a form that is right is read")
{
	struct rq *rq = request();
	struct entry e = { 0 };

	type(rq, "reached", " 3.5 ");
	type(rq, "note", "a\r\nbé");
	type(rq, "due", "2026-11-24");
	type(rq, "done", "1");
	type(rq, "kind", "b");
	type(rq, "value.7", "4");
	type(rq, "words.7", "good");
	type(rq, "cites.7", "11");
	type(rq, "cites.7", "12");
	type(rq, "part.9.words", "well");
	type(rq, "part.9.cites.0", "13");
	form_read(rq, entry_fields, &e);
	NO(refused(rq));
	EQ(e.reached, 3500);
	SAME(e.note, "a\nbé");
	EQ(e.due.d, 24);
	EQ(e.done, 1);
	SAME(e.kind, "b");
	EQ(e.n_part, 2);
	EQ(e.part[0].id.n, 7);
	EQ(e.part[0].value, 4000);
	EQ(e.part[0].n_cites, 2);
	EQ(e.part[0].cites[1].n, 12);
	EQ(e.part[1].id.n, 9);
	EQ(e.part[1].value, NONE);
	SAME(e.part[1].words, "well");
	EQ(e.part[1].cites[0].n, 13);
}

static const struct {
	const char *words, *name, *value, *field, *code;
} wrongs[] = {
	{ "no number", "reached", "ten", "reached", "refused.not_a_number" },
	{ "only blanks", "reached", " \t", "reached", "refused.missing" },
	{ "too long", "note", "abcde", "note", "refused.too_long" },
	{ "no such day", "due", "2026-02-30", "due", "refused.not_a_day" },
	{ "another kind", "kind", "c", "kind", "refused.not_a_choice" },
	{ "missing words in a row", "value.3", "1", "words.3", "refused.missing" },
	{ "too long in a row", "part.3.words", "abcdef", "part.3.words", "refused.too_long" },
};

TEST("a form that is wrong is refused beside the field")
{
	for (size_t i = 0; i < COUNT(wrongs); i++) {
		struct rq *rq = request();
		struct entry e = { 0 };
		bool found = false;

		SAY(wrongs[i].words);
		type(rq, wrongs[i].name, wrongs[i].value);
		form_read(rq, entry_fields, &e);
		for (const struct refusal *r = rq->refusals; r != NULL; r = r->next)
			found = found || (same(r->field, wrongs[i].field) && same(r->code, wrongs[i].code));
		YES(found);
	}
}

TEST("a page shown again keeps what was typed, only in the form that was sent")
{
	static const char *const fields[] = { "note", "value.*" };
	struct rq *rq = request();
	struct out o;
	struct show s = show_of(rq, &o);

	type(rq, "note", "<mine>");
	rq->web->again = true;
	rq->web->path = "/goals/7/steps";
	refuse(rq, "value.7", "refused.missing");
	refuse(rq, "", "refused.not_a_text");
	s.mark = o.n;
	put(&o, base_path());
	LIT(&o, "/goals/8/steps");
	s.mark_end = o.n;
	form_begin(&s, false, fields, COUNT(fields));
	NO(s.here);
	NO(strstr(o.at, words("en", "refused.not_a_text")) != NULL);    /* a refusal of the whole form stands in that form only */
	out_init(&o, rq->arena);
	LIT(&o, " ");
	s.mark = o.n;
	put(&o, base_path());
	LIT(&o, "/goals/7/steps?x=1");
	s.mark_end = o.n;
	form_begin(&s, false, fields, COUNT(fields));
	YES(s.here);
	YES(strstr(o.at, words("en", "refused.not_a_text")) != NULL);
	NO(strstr(o.at, words("en", "refused.missing")) != NULL);
	out_init(&o, rq->arena);
	YES(put_typed(&s, "note"));
	NO(put_typed(&s, "other"));
	put_refusal(&s, field_name(&s, "value.%d", 7));
	SAME(o.at, "&lt;mine&gt;<p class=\"error\" id=\"value.7-error\">Please fill this in.</p>");
	YES(chosen(&s, "note", "<mine>", false));
	NO(chosen(&s, "note", "yours", true));
	form_end(&s);
	YES(chosen(&s, "note", "yours", true));
}

TEST("a problem names its fields")
{
	struct rq *rq = request();
	struct reply r;

	refuse_value(rq, "note", "refused.too_long", "4");
	r = problem(rq, 422, "Some fields \"need\" another look.");
	EQ(r.status, 422);
	SAME(arena_copy_n(rq->arena, r.body.at, r.body.n),
	    "{\"type\":\"about:blank\",\"title\":\"Some fields \\\"need\\\" another look.\",\"status\":422,"
	    "\"errors\":[{\"field\":\"note\",\"code\":\"refused.too_long\","
	    "\"detail\":\"Too long: at most 4 characters.\"}]}");
}
