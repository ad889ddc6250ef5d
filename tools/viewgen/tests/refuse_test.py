"""refuse_test.py: what may not be written is refused, with its place; and what may is not."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from emit_c import page_code, Texts                         # noqa: E402
from fault import Fault                                     # noqa: E402
from messages import Languages, pseudo                      # noqa: E402
from openapi import document, read_routes                   # noqa: E402
from schema import form_object                              # noqa: E402
from signature import Field, RowType, read_form, read_signature, read_type      # noqa: E402
from template import read_template                          # noqa: E402
from viewgen import Page                                    # noqa: E402

TYPES = {
    "goal": RowType("goal", [Field("id", "goal_id"), Field("title", "text"), Field("state", "word"),
                             Field("due", "day"), Field("reached", "milli", True)], "goals"),
    "step": RowType("step", [Field("id", "step_id"), Field("goal_id", "goal_id"), Field("n", "int")], "goals"),
    "note": RowType("note", [Field("text", "text")], "goals"),
}
TOP = "{{! page(who text, link text, n int, goals: goal* { steps: step* }, one goal?, sure flag) }}\n"

REFUSED = [
    ("an unquoted attribute", "<p class=x>a</p>", 2, "no double quotes"),
    ("an inline style", '<p style="color:red">a</p>', 2, "style= is not allowed"),
    ("an event attribute", '<p onclick="x()">a</p>', 2, "onclick= is not allowed"),
    ("an event attribute of htmx", '<p hx-on:click="x()">a</p>', 2, "hx-on:click= is not allowed"),
    ("an unknown slot", "<p>\n{{whom}}</p>", 3, "whom is neither"),
    ("an unclosed element", "<div><p>a</div>", 2, "<p> is not closed: found </div>"),
    ("an element open at the end", "<div>", 2, "<div> is not closed: found the end"),
    ("a close too many", "a</div>", 2, "</div> closes nothing"),
    ("an element over a block", "{{#if n}}<div>{{/if}}</div>", 2, "<div> is not closed: found {{/if}}"),
    ("a script's address from a slot", '<a href="javascript:{{who}}">a</a>', 2, "must begin with"),
    ("an address that begins with a slot", '<a href="{{who}}/x">a</a>', 2, "begins with a slot"),
    ("a host from a slot", '<a href="https://{{who}}/x">a</a>', 2, "host from a slot"),
    ("a first part from a slot", '<a href="/{{who}}">a</a>', 2, "first part from a slot"),
    ("another site by slashes", '<a href="//evil">a</a>', 2, "another site"),
    ("an address of the wrong type", '<a href="{{n}}">a</a>', 2, "no address"),
    ("free text in class", '<p class="{{who}}">a</p>', 2, "words only"),
    ("an inline script", "<script>x</script>", 2, "inline script"),
    ("a frame", '<iframe src="/x"></iframe>', 2, "<iframe> is not allowed"),
    ("a picture without words", '<img src="/x">', 2, "needs alt="),
    ("an each over a value", "{{#each who}}a{{/each}}", 2, "who is no list"),
    ("an each that is not closed", "{{#each goals}}a", 2, "is not closed"),
    ("a nested list outside", "{{#each steps}}a{{/each}}", 2, "inside {{#each goals}}"),
    ("a list's field outside", "{{goals.title}}", 2, "is many"),
    ("what may be absent", "{{one.title}}", 2, "inside {{#if one}}"),
    ("a form no value has", "{{who|percent}}", 2, "no form percent"),
    ("a word compared to a day", "{{#each goals}}{{#if due is x}}a{{/if}}{{/each}}", 2, "no word"),
    ("an unknown partial", "{{> nowhere}}", 2, "no nowhere.html"),
    ("an unreadable slot", "{{a + b}}", 2, "cannot read"),
    ("an attribute twice", '<p class="a" class="b">a</p>', 2, "stands twice"),
    ("a bare less-than", "a < b", 2, "&lt;"),
    ("capital letters", "<P>a</P>", 2, "lower case"),
    ("a block in a paragraph", "<p><ul><li>a</li></ul></p>", 2, "inside <p>"),
    ("paragraphs in a paragraph", "<p>{{who|lines}}</p>", 2, "makes paragraphs"),
    ("a form in a form", '<form method="get"><form method="get"></form></form>', 2, "inside another"),
    ("a button in a link", '<a href="/x"><button>a</button></a>', 2, "only one of them"),
    ("the number twice", "{{#plural n}}one {{n}} goal{{or}}{{n}} goals{{/plural}}", 2, "twice"),
]


def code(body, top=TOP, partials=None):
    src = read_template("page.html", top + body, "page", partials or {})
    types = TYPES | {r.name: r for r in (read_type(t, at) for t, at in src.types)}
    name, members = read_signature(src.signature, src.at, types)
    langs = Languages()
    return page_code(Page(src, name, members), types, langs, Texts(langs))


class Refused(unittest.TestCase):
    def test_what_may_not_be_written(self):
        for words, body, line, sentence in REFUSED:
            with self.subTest(words):
                with self.assertRaises(Fault) as got:
                    code(body)
                self.assertIn(sentence, str(got.exception))
                self.assertTrue(str(got.exception).startswith(f"page.html:{line}: "), str(got.exception))

    def test_signatures(self):
        for top, sentence in (("{{! page(a nothing) }}", "no type nothing"), ("{{! page(a text, a int) }}", "twice"),
                              ("{{! page(a text* ) }}", "rows of text"), ("{{! page(int text) }}", "word of C"),
                              ("{{! page(a text, if: goal*) }}", "word of C"),
                              ("{{! page(goals: goal* { notes: note* }) }}", "no goal_id")):
            with self.subTest(top):
                with self.assertRaises(Fault) as got:
                    code("", top + "\n")
                self.assertIn(sentence, str(got.exception))

    def test_forms(self):
        for text, sentence in (("f { a nothing }", "no form type"), ("f { a text, a int }", "twice"),
                               ("f { a int(3) }", "limit"), ("f { each x x_id { id int } }", "key"), ("f { each x int { a int } }", "id type")):
            with self.subTest(text):
                with self.assertRaises(Fault) as got:
                    read_form(text, ("f.html", 1))
                self.assertIn(sentence, str(got.exception))


class Allowed(unittest.TestCase):
    def test_places(self):
        got = code('<a class="x" href="/people/{{who}}?q={{who}}" title="{{who}}">{{who}}</a>'
                   '<a href="{{link}}">a</a><a href="{{link|link}}">b</a>')
        for text in ("put_url(o, p->who);", "put_attr(o, p->who);", "put_html(o, p->who);",
                     "put_address(o, p->link);", "put_link(o, p->link);", "put_attr(o, base_path());"):
            self.assertIn(text, got)

    def test_conditions_in_tags(self):
        got = code('<a href="/x"{{#if sure}} aria-current="page"{{/if}}>a</a><input type="checkbox" checked="{{n}}" '
                   'hidden="{{#if may SEE_IT}}1{{/if}}">')
        for text in ("if (p->sure != 0) {", "if (p->n != 0)", "if (rq_may(s->rq, SEE_IT))"):
            self.assertIn(text, got)

    def test_rows_in_rows_and_absent_ones(self):
        got = code("{{#each goals}}{{title}}{{#each steps}}{{goal.title}} {{n}} {{who}}{{/each}}{{/each}}"
                   "{{#if one}}{{one.title}}{{/if}}")
        for text in ("steps_of[goals_i + 1]", "p->one->at[0].title", "p->steps->at[k].goal_id.n"):
            self.assertIn(text, got)

    def test_partials(self):
        got = code("{{#each goals}}{{> line}}{{/each}}", partials={"line": ("line.html", "<b>{{title}} {{who}}</b>")})
        self.assertIn("goals_row->title", got)

    def test_pseudo_keeps_places(self):
        got = pseudo("Goals of {who.name}, {n}")
        self.assertIn("{who.name}", got)
        self.assertGreaterEqual(len(got), 1.4 * len("Goals of , "))

    def test_openapi_is_the_same_each_time(self):
        form = form_object(read_form("f { a text(5), b day?, c word(x y), each q q_id { v milli? } }", ("f", 1)).fields)
        self.assertEqual(form["required"], ["a", "c"])
        schemas = {"pages": {"people": {"type": "object"}}, "forms": {"f": form}}
        lines = ["GET /people/:person SEE_PEOPLE OF_PERSON people -", "POST /people EDIT OF_NOBODY - f"]
        one, two = document(schemas, read_routes("\n".join(lines))), document(schemas, read_routes("\n".join(lines[::-1])))
        self.assertEqual(one, two)
        self.assertEqual(one["paths"]["/people/{person}"]["get"]["responses"]["200"]["content"]["application/json"]
                         ["schema"]["$ref"], "#/components/schemas/page.people")
        self.assertIn("requestBody", one["paths"]["/people"]["post"])


if __name__ == "__main__":
    unittest.main()
