"""controls.py: what a form gets without being asked: token, typed values laid over, refusals beside fields."""

from dataclasses import dataclass, field as made

from code_out import c_text
from fault import Fault
from nodes import Each, Element, Text, walk
from values import text_of

CONTROLS = ("input", "select", "textarea")
UNTYPED = ("hidden", "password", "file")        # never laid over: version must be the fresh one
PHRASE = set("label p span strong em b i small a h1 h2 h3 h4 h5 h6 dt summary legend output".split())


@dataclass
class Frame:
    """An element that is open."""
    e: Element
    depth: int
    field: str = ""             # C of the control's field name
    fixed: bool = True          # the name holds no slot
    after: list = made(default_factory=list)
    before: list = made(default_factory=list)
    seen: set = made(default_factory=set)


BLOCK = set("div p ul ol dl form section article header footer nav table fieldset h1 h2 h3 h4 details pre "
            "blockquote main aside hr figure".split())


def post(e):
    return e.name == "form" and e.static("method") == "post"


def control_kind(e):
    return e.static("type", "text") if e.name == "input" else e.name


def count_posts(nodes, times=1):
    """How many posting forms a page can show: in a loop, many."""
    n = 0
    for x in nodes:
        if isinstance(x, Element) and post(x):
            n += times
        for name in ("body", "other", "children"):
            n += count_posts(getattr(x, name, None) or [], 2 if isinstance(x, Each) else times)
    return n


class Controls:
    def __init__(self):
        self.frames, self.depth = [], 0
        self.form = self.select = None
        self.only = False

    def deeper(self):
        self.depth += 1

    def shallower(self):
        self.depth -= 1

    def name_of(self, parts, at):
        fmt, args = text_of(parts, self.scope, at)
        if not args:
            text = fmt.replace("%%", "%")
            return f'"{c_text(text)}"', True
        return f'field_name(s, "{c_text(fmt)}", {", ".join(args)})', False

    def enter(self, e):
        self.check_inside(e)
        f = Frame(e, self.depth)
        name = e.attr("name")
        if self.form and e.name in CONTROLS and name and control_kind(e) not in ("hidden",):
            f.field, f.fixed = self.name_of(name.parts, e.at)
        if post(e):
            self.form = e
        self.frames.append(f)

    def check_inside(self, e):
        """What a browser would close or drop in silence."""
        for outer in (f.e for f in self.frames):
            if outer.name == "p" and e.name in BLOCK:
                raise Fault(e.at, f"<{e.name}> inside <p>: a browser ends the paragraph before it")
            if e.name == outer.name and e.name in ("form", "a", "button", "label", "main"):
                raise Fault(e.at, f"<{e.name}> inside another <{e.name}>")
            if outer.name in ("a", "button") and e.name in ("a", "button", "input", "select", "textarea"):
                raise Fault(e.at, f"<{e.name}> inside <{outer.name}>: only one of them can be reached")

    def check_lines(self, slot):
        for outer in (f.e for f in self.frames):
            if outer.name in PHRASE:
                raise Fault(slot.at, f"|lines makes paragraphs: not inside <{outer.name}>")

    def typed_over(self, f):
        return f.field and control_kind(f.e) not in UNTYPED

    def own_attr(self, e, a):
        """True when the attribute was written here."""
        f = self.frames[-1]
        f.seen.add(a.name)
        kind = control_kind(e)
        if post(e) and a.name == "action":
            self.w.lit(' action="')
            self.w.line("s->mark = o->n;")
            self.url(a.parts or [])
            self.w.line("s->mark_end = o->n;")
            self.w.lit('"')
        elif post(e) and a.name == "data-draft":
            self.w.lit(' data-draft="')
            self.w.line("s->draft = o->n;")
            self.nodes(a.parts or [], "raw")
            self.w.line("s->draft_end = o->n;")
            self.w.lit('"')
        elif e.name == "option" and a.name == "selected" and self.select:
            self.flag(a, lambda c: self.chosen(self.select, e, c))
        elif not self.typed_over(f):
            return False
        elif a.name == "value" and e.name == "input" and kind not in ("checkbox", "radio"):
            self.w.lit(' value="')
            self.w.open(f"if (!put_typed(s, {f.field}))")
            self.nodes(a.parts or [], "raw")
            self.w.close()
            self.w.lit('"')
        elif a.name == "checked":
            self.flag(a, lambda c: self.chosen(f.field, e, c))
        elif a.name == "aria-describedby":
            self.attr(a, lambda: self.w.line(f"put_described(s, {f.field});"))
        else:
            return False
        return True

    def chosen(self, name, e, otherwise):
        value = e.attr("value")
        if value:
            c, _ = self.name_of(value.parts, e.at)
        elif e.name == "option":
            c = f'"{c_text("".join(x.text for x in e.children if isinstance(x, Text)).strip())}"'
        else:
            c = '"on"'
        return f"chosen(s, {name}, {c}, {otherwise})"

    def after_attrs(self, e):
        f, kind = self.frames[-1], control_kind(e)
        if post(e) and "data-draft" in f.seen:
            self.w.line("form_draft(s);")
        if self.typed_over(f):
            if kind in ("checkbox", "radio"):
                if "checked" not in f.seen:
                    self.w.line(f'if ({self.chosen(f.field, e, "false")})')
                    self.w.line('\tLIT(o, " checked");')
            elif e.name == "input" and "value" not in f.seen:
                self.w.line(f"put_typed_value(s, {f.field});")
        if e.name == "option" and self.select and "selected" not in f.seen:
            self.w.line(f'if ({self.chosen(self.select, e, "false")})')
            self.w.line('\tLIT(o, " selected");')
        if f.field:
            bare = "false" if "aria-describedby" in f.seen else "true"
            self.w.line(f"put_invalid(s, {f.field}, {bare});")

    def after_open(self, e):
        if post(e):
            self.form_begin(e)

    def known(self, e):
        """The fields whose refusals stand beside a control; a slot in a name is a star."""
        out = []
        for n in walk(e.children):
            if isinstance(n, Element) and n.name in CONTROLS and control_kind(n) != "hidden" and n.attr("name"):
                text = "".join(x.text if isinstance(x, Text) else "*" for x in n.attr("name").parts or [])
                out += [text] if text not in out else []
        return out

    def form_begin(self, e):
        known = self.known(e)
        name = self.texts.list("fields", known)
        only = "true" if self.only else "false"
        self.w.line(f"form_begin(s, {only}, {name}, {len(known)});")

    def inside(self, e, run):
        f = self.frames[-1]
        if e.name == "textarea":
            self.w.lit("\n")
            if self.typed_over(f):
                self.w.open(f"if (!put_typed(s, {f.field}))")
                run()
                self.w.close()
                return
        outer = self.select
        if e.name == "select":
            self.select = f.field or None
        run()
        self.select = outer if e.name == "select" else self.select

    def before_close(self, e):
        for line in self.frames[-1].before:
            self.w.line(line)
        if post(e):
            self.w.line("form_end(s);")

    def leave(self, e):
        f = self.frames.pop()
        if post(e):
            self.form = None
            if "data-draft" in f.seen:
                self.w.line("form_after(s);")
        if f.field:
            self.place_refusal(f)
        for line in f.after:
            self.w.line(line)

    def choice_of_rows(self, f):
        """A choice whose marks are rows inside the fieldset: the name is theirs, the place is the fieldset's end."""
        sets = [x for x in self.frames if x.e.name == "fieldset"]
        line = "if (s->choice != NULL) { put_refusal(s, s->choice); s->choice = NULL; }"
        if not sets:
            return False
        self.w.line(f"s->choice = {f.field};")
        if line not in sets[-1].before:
            sets[-1].before.append(line)
        return True

    def place_refusal(self, f):
        """After the control; out of labels and paragraphs; for choices at the fieldset's end."""
        line = f"put_refusal(s, {f.field});"
        reach = [x for x in self.frames if f.fixed or x.depth == self.depth]
        if control_kind(f.e) in ("checkbox", "radio"):
            sets = [x for x in reach if x.e.name == "fieldset"]
            if sets:
                if line not in sets[-1].before:
                    sets[-1].before.append(line)
                return
            if self.choice_of_rows(f):
                return
        outer = next((x for x in reach if x.e.name in PHRASE), None)
        if outer:
            if line not in outer.after:
                outer.after.append(line)
        else:
            self.w.line(line)
