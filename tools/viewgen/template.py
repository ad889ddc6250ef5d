"""template.py: reads a page into nodes: markup and slots in one pass, so a slot's place is known."""

import html
import re

from checks import BOOLS, RAW, VOID, check_attr, check_element, check_script
from fault import Fault
from nodes import Attr, Doctype, Each, Element, If, Plural, Slot, Source, Table, Text

NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
ATTR = re.compile(r"[A-Za-z_:@][A-Za-z0-9_:.@-]*")
CASED = set("viewBox preserveAspectRatio gradientUnits gradientTransform patternUnits textLength lengthAdjust "
            "markerWidth markerHeight refX refY pathLength clipPathUnits".split())
PATH = r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?"
SLOT = re.compile(rf"({PATH})\s*(?:\|\s*([a-z_]+)(?:\s+([A-Za-z_0-9]+))?)?$")
COND = re.compile(rf"({PATH})(?:\s+(is|not)\s+([A-Za-z0-9_-]+))?$")
SIGNATURE = re.compile(r"\s*([a-z][a-z0-9_]*)\s*\(")


class Reader:
    """One file's text and the place in it; partials are read by further readers."""

    def __init__(self, file, text, stem, partials, inside=()):
        self.file, self.text, self.pos = file, text, 0
        self.partials, self.inside = partials, inside + (stem,)
        self.source = Source(file, stem)

    def at(self, pos=None):
        return (self.file, self.text.count("\n", 0, self.pos if pos is None else pos) + 1)

    def fault(self, sentence, pos=None):
        raise Fault(self.at(pos), sentence)

    def see(self, text):
        return self.text.startswith(text, self.pos)

    # -- {{ … }}

    def tag(self):
        """The inside of the {{…}} here; braces in signatures and forms are balanced."""
        start = self.pos
        end = self.text.find("}}", start)
        if end < 0:
            self.fault("{{ is not closed")
        inner = self.text[start + 2:end]
        if re.match(r"!|\s*form\s", inner):
            depth, i = 0, start
            while i < len(self.text):
                depth += {"{": 1, "}": -1}.get(self.text[i], 0)
                i += 1
                if depth == 0:
                    break
            if depth == 0 and self.text[i - 2:i] == "}}":
                inner, end = self.text[start + 2:i - 2], i - 2
        self.pos = end + 2
        return inner.strip()

    def declaration(self, inner, at):
        """{{! … }}: a signature, a type, bare, or a remark."""
        words = inner[1:].strip()
        if words in ("bare", "print"):
            self.source.frame = words
        elif words.startswith("type ") or inner.startswith("!type"):
            self.source.types.append((words[4:].strip(), at))
        elif self.source.signature is None and SIGNATURE.match(words) and not self.text[:self.pos - 2].count("{{!") > 1:
            self.source.signature, self.source.at = words, at

    def mustache(self, where):
        """One {{…}}: (node list, None) or ([], closing word)."""
        start, at = self.pos, self.at()
        inner = self.tag()
        if inner.startswith("!"):
            self.declaration(inner, at)
            return [], None
        word, _, rest = inner.partition(" ")
        rest = rest.strip()
        if word == "form" and "{" in rest:
            self.source.forms.append((rest, at))
            return [], None
        if inner in ("else", "or") or inner.startswith("/"):
            return [], inner
        if word == "#each":
            if where == "attr" or where == "tag":
                self.fault("each may not stand inside a tag", start)
            return [self.each(rest, where, at)], None
        if word == "#if":
            return [self.condition(rest, where, at)], None
        if word == "#plural":
            return [self.plural(rest, where, at)], None
        if where != "text" and (inner.startswith(">") or word == "table"):
            self.fault("this may not stand inside a tag", start)
        if inner.startswith(">"):
            return self.partial(inner[1:].strip(), at), None
        if word == "table":
            return [self.table(rest, at)], None
        m = SLOT.match(inner)
        if not m:
            self.fault(f"cannot read {{{{{inner}}}}}", start)
        return [Slot(m[1], m[2] or "", m[3] or "", at)], None

    def branch(self, where, ends, at, what):
        """Nodes up to one of the closing words."""
        body, end = self.run(where)
        if end not in ends:
            found = f"{{{{{end}}}}}" if end else "the end of the file"
            raise Fault(at, f"{what} is not closed: found {found}")
        return body, end

    def each(self, path, where, at):
        if not re.fullmatch(PATH, path):
            raise Fault(at, f"cannot read each {path}")
        body, end = self.branch(where, ("else", "/each"), at, f"{{{{#each {path}}}}}")
        other = []
        if end == "else":
            other, end = self.branch(where, ("/each",), at, f"{{{{#each {path}}}}}")
        return Each(path, body, other, at)

    def condition(self, text, where, at):
        if m := re.fullmatch(r"may\s+([A-Z][A-Z0-9_]*)", text):
            path, op, arg = "", "may", m[1]
        elif m := COND.match(text):
            path, op, arg = m[1], m[2] or "", m[3] or ""
        else:
            raise Fault(at, f"cannot read if {text}")
        what = f"{{{{#if {text}}}}}"
        body, end = self.branch(where, ("else", "/if"), at, what)
        other = []
        if end == "else":
            other, end = self.branch(where, ("/if",), at, what)
        return If(path, op, arg, body, other, at)

    def plural(self, path, where, at):
        forms, end = [], "or"
        while end == "or":
            body, end = self.branch(where, ("or", "/plural"), at, f"{{{{#plural {path}}}}}")
            forms.append(body)
        if len(forms) != 2:
            raise Fault(at, "a plural has two forms: one {{or}} many")
        if any(not isinstance(n, (Text, Slot)) for f in forms for n in f):
            raise Fault(at, "a plural holds text and slots only")
        first = forms[0]
        if len(first) > 1 and isinstance(first[0], Text) and first[0].text.strip().lower() == "one":
            raise Fault(at, "the first form would say the number twice: drop the word one")
        return Plural(path, forms, at)

    def partial(self, name, at):
        if name in self.inside:
            raise Fault(at, f"{name} contains itself")
        if name not in self.partials:
            raise Fault(at, f"there is no {name}.html")
        file, text = self.partials[name]
        inner = Reader(file, text, name, self.partials, self.inside)
        got = inner.whole()
        self.source.types += got.types
        self.source.forms += got.forms
        return got.body

    def table(self, text, at):
        m = re.fullmatch(rf"({PATH})\s*(?::\s*(.*))?", text, re.S)
        if not m:
            raise Fault(at, f"cannot read table {text}")
        columns = []
        for c in filter(None, (x.strip() for x in (m[2] or "").split(","))):
            s = SLOT.match(c)
            if not s:
                raise Fault(at, f"cannot read column {c}")
            columns.append((s[1], s[2] or "", s[3] or ""))
        return Table(m[1], columns, at)

    # -- markup

    def run(self, where, raw=None):
        """Nodes until a closing word or tag: (nodes, word) or (nodes, "</name>") or (nodes, None)."""
        out = []
        while self.pos < len(self.text):
            if self.see("{{"):
                nodes, end = self.mustache(where)
                if end:
                    return out, end
                out += nodes
            elif where == "attr":
                if self.see('"'):
                    return out, '"'
                out.append(self.words(r'["{]'))
            elif where == "tag":
                end = self.attribute(out)
                if end:
                    return out, end
            elif raw:
                if self.see(f"</{raw}>"):
                    return out, f"</{raw}>"
                out.append(self.words(r"[<{]"))
            elif self.see("<"):
                end = self.markup(out)
                if end:
                    return out, end
            else:
                out.append(self.words(r"[<{]"))
        return out, None

    def words(self, stop):
        start = self.pos
        m = re.compile(stop).search(self.text, start + 1)
        while m and m[0] == "{" and not self.text.startswith("{{", m.start()):
            m = re.compile(stop).search(self.text, m.end())
        self.pos = m.start() if m else len(self.text)
        return Text(html.unescape(self.text[start:self.pos]), self.at(start))

    def markup(self, out):
        """At "<": an element is appended; a closing tag is handed back."""
        start, at = self.pos, self.at()
        if self.see("<!--"):
            end = self.text.find("-->", start)
            if end < 0:
                self.fault("comment is not closed")
            self.pos = end + 3
            return None
        if self.text[start:start + 9].lower() == "<!doctype":
            self.pos = self.text.index(">", start) + 1
            out.append(Doctype(at))
            return None
        if m := re.compile(r"</([A-Za-z][A-Za-z0-9-]*)\s*>").match(self.text, start):
            if m[1].lower() in VOID:
                self.fault(f"</{m[1]}> closes nothing")
            return m[0]
        m = NAME.match(self.text, start + 1)
        if not m:
            self.fault("a bare < in text: write &lt;")
        out.append(self.element(m, at))
        return None

    def element(self, m, at):
        self.pos = m.end()
        name = m[0]
        attrs, end = self.run("tag")
        if end not in (">", "/>"):
            raise Fault(at, f"<{name}> is not closed by >")
        e = Element(name, attrs, [], at, end == "/>")
        check_element(e)
        if name.lower() in VOID or e.closed:
            return e
        e.children, end = self.run("text", name if name in RAW else None)
        if not end or not re.fullmatch(rf"</{re.escape(name)}\s*>", end):
            found = end if end and end[0] == "<" else f"{{{{{end}}}}}" if end else "the end of the file"
            raise Fault(at, f"<{name}> is not closed: found {found}")
        self.pos += len(end)
        if name == "script":
            check_script(e)
        return e

    def attribute(self, out):
        """In a tag: one attribute is appended, or the tag's end handed back."""
        m = re.compile(r"\s+").match(self.text, self.pos)
        if m:
            self.pos = m.end()
            return None
        for end in ("/>", ">"):
            if self.see(end):
                self.pos += len(end)
                return end
        at, m = self.at(), ATTR.match(self.text, self.pos)
        if not m:
            self.fault("cannot read this tag")
        self.pos = m.end()
        name = m[0] if re.search("[A-Z]", m[0]) and m[0] in CASED else m[0].lower()
        parts = None
        if self.see("="):
            self.pos += 1
            if not self.see('"'):
                self.fault(f'the value of {name} has no double quotes')
            self.pos += 1
            parts, end = self.run("attr")
            if end != '"':
                raise Fault(at, f"the value of {name} is not closed")
            self.pos += 1
        elif name not in BOOLS:
            self.fault(f"{name} has no value")
        a = Attr(name, parts, at)
        check_attr(a)
        if any(isinstance(x, Attr) and x.name == name for x in out):
            raise Fault(at, f"{name} stands twice")
        out.append(a)
        return None

    def whole(self):
        self.source.body, end = self.run("text")
        if end:
            self.fault(f"{end if end[0] == '<' else '{{' + end + '}}'} closes nothing", max(self.pos - 1, 0))
        return self.source


def read_template(file, text, stem, partials):
    """The file as a Source."""
    return Reader(file, text, stem, partials).whole()
