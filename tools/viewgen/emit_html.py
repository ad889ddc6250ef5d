"""emit_html.py: nodes of a page to C that writes it, each value escaped for its place."""

import re
from dataclasses import replace

from checks import BOOLS, URLS, VOID, is_message
from code_out import Code
from controls import Controls, count_posts
from fault import Fault
from nodes import Attr, Doctype, Each, Element, If, Plural, Slot, Table, Text
from sayings import Sayings
from scope import Row
from tables import emit_table

ASIS = ("pre", "textarea")


class HtmlWriter(Sayings, Controls):
    """Writes one page; texts (tables of messages) are shared by the pages of a file."""

    def __init__(self, scope, langs, texts, layout):
        super().__init__()
        self.scope, self.langs, self.texts, self.layout = scope, langs, texts, layout
        self.w = Code()
        self.asis = self.quiet = 0
        self.titled = layout

    # -- nodes

    def page(self, nodes):
        self.only = count_posts(nodes) == 1 and not self.layout
        while nodes and isinstance(nodes[0], Text) and not nodes[0].text.strip():
            nodes = nodes[1:]
        first = next((n for n in nodes if not (isinstance(n, Text) and not n.text.strip())), None)
        if isinstance(first, Element) and first.name == "title" and not self.layout:
            self.w.line("title_from(s);")
            self.nodes(first.children)
            self.w.line("title_cut(s);")
            nodes = [n for n in nodes if n is not first]
        self.nodes(nodes)
        self.w.flush()

    def nodes(self, nodes, place="text"):
        run = []
        for n in nodes:
            if isinstance(n, Text) or (isinstance(n, Slot) and n.form != "lines"):
                run.append(n)
                continue
            self.message(run, place)
            run = []
            self.node(n, place)
        self.message(run, place)

    def node(self, n, place):
        if isinstance(n, Slot):
            self.slot(n, place)
        elif isinstance(n, Element):
            self.element(n)
        elif isinstance(n, If):
            self.branches(n, lambda nodes: self.nodes(nodes, place))
        elif isinstance(n, Each):
            self.each(n)
        elif isinstance(n, Plural):
            self.plural(n, place)
        elif isinstance(n, Table):
            emit_table(self, n)
        elif isinstance(n, Doctype):
            self.w.lit("<!doctype html>")

    def branches(self, n, emit):
        """An if and its else; inside, a maybe-row is known to be there."""
        self.w.open(f"if ({self.scope.condition(n)})")
        self.deeper()
        sure = n.path if n.op == "" and "." not in n.path and n.path not in self.scope.sure else None
        if sure:
            self.scope.sure.add(sure)
        emit(n.body)
        if sure:
            self.scope.sure.discard(sure)
        if n.other:
            self.w.turn()
            emit(n.other)
        self.shallower()
        self.w.close()

    def each(self, n):
        v = self.scope.find(n.path, n.at)
        if v.type not in ("rows", "maybe"):
            raise Fault(n.at, f"{n.path} is no list")
        m = v.member
        self.each_member(m, v, n.at, lambda: self.nodes(n.body), n.other)

    def each_member(self, m, v, at, body, other=None):
        index, row = f"{m.name}_i", f"{m.name}_row"
        if any(r.member is m for r in self.scope.rows):
            raise Fault(at, f"{m.name} inside itself")
        start, end = self.scope.start(m, at), self.scope.end(m, at)
        if v.caps:
            self.w.open(f"if ({self.scope.allowed(v, '1').removesuffix(' && 1')})")
        if other:
            self.w.open(f"if ({self.scope.count(m, at)} == 0)")
            self.nodes(other)
            self.w.close()
        self.w.open(f"for (size_t {index} = {start}; {index} < {end}; {index}++)")
        outer, self.w = self.w, Code(self.w.depth)
        self.scope.rows.append(Row(m, self.scope.types[m.type], row, index))
        self.deeper()
        body()
        self.shallower()
        self.scope.rows.pop()
        inner, self.w = self.w, outer
        if inner.uses(row):
            self.w.line(f"const struct {m.type} *{row} = &p->{m.name}->at[{index}];")
            self.w.line("")
        self.w.splice(inner)
        self.w.close()
        if v.caps:
            self.w.close()

    # -- elements

    def element(self, e):
        quiet = e.static("translate") == "no" or e.name in ("code", "kbd", "samp", "var", "script")
        asis = e.name in ASIS
        title = e.name == "h1" and not self.titled
        self.titled = self.titled or title
        self.enter(e)
        self.w.lit(f"<{e.name}")
        self.attrs(e, e.attrs)
        self.after_attrs(e)
        self.w.lit("/>" if e.closed else ">")
        self.after_open(e)
        if title:
            self.w.line("title_from(s);")
        self.quiet += quiet
        self.asis += asis
        if e.name not in VOID and not e.closed:
            self.inside(e, lambda: self.nodes(e.children))
            if title:
                self.w.line("title_to(s);")
            self.before_close(e)
            self.w.lit(f"</{e.name}>")
        self.quiet -= quiet
        self.asis -= asis
        self.leave(e)

    def attrs(self, e, attrs):
        for a in attrs:
            if isinstance(a, If):
                self.branches(a, lambda inner: self.attrs(e, inner))
            elif not isinstance(a, Attr):
                raise Fault(a.at, "only attributes and conditions may stand in a tag")
            elif not self.own_attr(e, a):
                self.attr(a)

    def attr(self, a, more=None):
        """more() adds to the value's end."""
        if a.name in BOOLS:
            self.flag(a)
            return
        self.w.lit(f' {a.name}="')
        if a.name in URLS:
            self.url(a.parts or [])
        elif a.name == "class":
            self.nodes(a.parts or [], "class")
        elif is_message(a.name):
            self.nodes(a.parts or [], "attr")
        else:
            self.nodes(a.parts or [], "raw")
        if more:
            more()
        self.w.lit('"')

    def flag(self, a, also=None):
        """checked="{{x}}": there or not. also: C over C, for what was typed."""
        test = self.flag_test(a)
        if also:
            test = also(test)
        if test in ("true", "1"):
            self.w.lit(f" {a.name}")
        elif test != "false":
            self.w.line(f"if ({test})")
            self.w.depth += 1
            self.w.lit(f" {a.name}")
            self.w.flush()
            self.w.depth -= 1

    def flag_test(self, a):
        parts = [x for x in a.parts or [] if not (isinstance(x, Text) and not x.text.strip())]
        if not parts:
            return "true"
        if len(parts) == 1 and isinstance(parts[0], Slot):
            return self.scope.truth(self.scope.find(parts[0].path, parts[0].at), a.at)
        if len(parts) == 1 and isinstance(parts[0], If):
            if parts[0].body and not parts[0].other:
                return self.scope.condition(parts[0])
            if parts[0].other and not parts[0].body:
                return f"!({self.scope.condition(parts[0])})"
        if all(isinstance(x, Text) for x in parts):
            return "true"
        raise Fault(a.at, f"{a.name}= takes one slot or one condition")

    def url(self, parts):
        if len(parts) == 1 and isinstance(parts[0], If):
            self.branches(parts[0], self.url)
            return
        if len(parts) == 1 and isinstance(parts[0], Slot):
            n = parts[0]
            v = self.scope.find(n.path, n.at)
            if v.type not in ("text", "word") or n.form not in ("", "link"):
                raise Fault(n.at, f"{n.path} is no address")
            if v.caps:
                raise Fault(n.at, f"{n.path} stands under a capability: put an if around the link")
            self.w.line(f"{'put_link' if n.form else 'put_address'}(o, {v.c});")
            return
        m = re.match(r"/assets/([\w.-]+)", parts[0].text) if parts and isinstance(parts[0], Text) else None
        if m:
            self.w.line(f'put_attr(o, asset_path(s->rq, "{m[1]}"));')
            parts = [replace(parts[0], text=parts[0].text[m.end():])] + parts[1:]
        elif parts and isinstance(parts[0], Text) and parts[0].text.startswith("/"):
            self.w.line("put_attr(o, base_path());")
        self.nodes(parts, "url")
