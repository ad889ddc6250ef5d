"""signature.py: reads signatures, {{!type}} and form lines; knows the types and how C says them."""

import re
from dataclasses import dataclass, field

from fault import Fault

SCALARS = {
    "text": "const char *", "word": "const char *", "key": "const char *", "html": "const struct out *",
    "int": "int64_t ", "milli": "int64_t ", "cents": "int64_t ", "percent": "int64_t ", "flag": "int64_t ",
    "instant": "int64_t ", "day": "struct day ", "blob": "struct blob ",
}
NUMBERS = ("int", "milli", "cents", "percent", "flag", "instant")
TEXTS = ("text", "word", "key")
FORM_SCALARS = ("text", "word", "key", "int", "milli", "cents", "percent", "flag", "instant", "day")
WORDS_OF_C = set("auto break case char const continue default do double else enum extern float for goto if inline int "
                 "long register return short signed sizeof static struct switch typedef union unsigned void volatile "
                 "while bool p s o".split())


def is_id(t):
    return t.endswith("_id")


def c_type(t):
    """With what stands between type and name: "int64_t ", "const char *"."""
    return SCALARS.get(t) or f"{t} "


@dataclass
class Field:
    name: str
    type: str
    maybe: bool = False
    judged: bool = False


@dataclass
class RowType:
    name: str
    fields: list
    dir: str = ""               # of the .sql file; "" when a page declares it
    at: tuple = None

    def field(self, name):
        return next((f for f in self.fields if f.name == name), None)


@dataclass
class Member:
    name: str
    kind: str                   # scalar, row, maybe, rows
    type: str
    maybe: bool
    shown: bool
    cap: str
    parent: "Member" = None
    children: list = field(default_factory=list)


@dataclass
class FormField:
    name: str
    type: str
    maybe: bool
    limit: int = 0              # of text, in code points
    choices: list = None        # of a word
    most: int = 0               # of a list; 0: one value
    fields: list = None         # each …: the fields of one row


@dataclass
class Form:
    name: str
    fields: list
    at: tuple

    def as_type(self):
        """So that a page may take what was read as one of its members."""
        return RowType(self.name, [Field(f.name, f.type, f.maybe) for f in self.fields
                                   if not f.fields and not f.most], "", self.at)


class Tokens:
    def __init__(self, text, at):
        self.at = at
        self.list = re.findall(r"[A-Za-z_][A-Za-z0-9_]*|\d+|\S", text)
        self.i = 0

    def peek(self):
        return self.list[self.i] if self.i < len(self.list) else ""

    def next(self):
        self.i += 1
        return self.list[self.i - 1] if self.i <= len(self.list) else ""

    def take(self, word):
        if self.peek() != word:
            return False
        self.i += 1
        return True

    def want(self, word):
        if not self.take(word):
            raise Fault(self.at, f"expected “{word}” and found “{self.peek() or 'the end'}”")

    def name(self):
        n = self.next()
        if not re.fullmatch(r"[a-z_][a-z0-9_]*", n):
            raise Fault(self.at, f"expected a name and found “{n or 'the end'}”")
        return n


def c_name(name, at):
    if name in WORDS_OF_C:
        raise Fault(at, f"“{name}” is a word of C: take another name")
    return name


def read_signature(text, at, types):
    """ "goal_list(who text, goals: goal*)" -> (name, members in order, nested ones after their parent)."""
    t = Tokens(text, at)
    name, members = c_name(t.name(), at), []
    t.want("(")
    while not t.take(")"):
        read_member(t, types, members, None)
        if not t.take(","):
            t.want(")")
            break
    if t.peek():
        raise Fault(at, f"“{t.peek()}” after the signature")
    seen = set()
    for m in members:
        if m.name in seen:
            raise Fault(at, f"{m.name} stands twice in the signature")
        seen.add(m.name)
    return name, members


def read_member(t, types, members, parent):
    name = c_name(t.name(), t.at)
    t.take(":")
    kind_name = t.name()
    many, maybe = t.take("*"), t.take("?")
    t.take("!")
    if kind_name in SCALARS or (is_id(kind_name) and kind_name not in types):
        kind = "scalar"
        if many:
            raise Fault(t.at, f"{name}: rows of {kind_name} are not there; declare a {{{{!type …}}}}")
    elif kind_name in types:
        kind = "rows" if many else "maybe" if maybe else "row"
    else:
        raise Fault(t.at, f"there is no type {kind_name}")
    if kind in ("rows", "maybe"):
        maybe = False
    shown, cap = False, ""
    while t.peek() in ("shown", "if"):
        if t.next() == "shown":
            shown = True
        else:
            cap = t.next()
            if not re.fullmatch(r"[A-Z][A-Z0-9_]*", cap):
                raise Fault(t.at, f"{name}: expected a capability after if")
    m = Member(name, kind, kind_name, maybe, shown, cap, parent)
    if parent and kind not in ("rows", "maybe"):
        raise Fault(t.at, f"{name}: only rows are nested in {parent.name}")
    members.append(m)
    if parent:
        parent.children.append(m)
    if t.take("{"):
        if kind != "rows":
            raise Fault(t.at, f"{name}: only rows hold others")
        while not t.take("}"):
            read_member(t, types, members, m)
            if not t.take(","):
                t.want("}")
                break


def read_type(text, at):
    """ "name: a text, b int" -> RowType"""
    t = Tokens(text, at)
    row = RowType(c_name(t.name(), at), [], "", at)
    t.want(":")
    while t.peek():
        name, kind = c_name(t.name(), at), t.name()
        if kind not in SCALARS and not is_id(kind):
            raise Fault(at, f"{name}: there is no scalar type {kind}")
        row.fields.append(Field(name, kind, t.take("?")))
        if not t.take(",") and t.peek():
            t.want(",")
    return row


def read_form(text, at):
    """ "name { field type, each x x_id { … } }" -> Form"""
    t = Tokens(text, at)
    name = c_name(t.name(), at)
    form = Form(name, read_fields(t, True), at)
    if t.peek():
        raise Fault(at, f"“{t.peek()}” after the form {name}")
    return form


def read_fields(t, top):
    t.want("{")
    out = []
    while not t.take("}"):
        if top and t.peek() == "each":
            t.next()
            name = c_name(t.name(), t.at)
            key = t.name()
            if not is_id(key):
                raise Fault(t.at, f"each {name}: the key is an id type")
            out.append(FormField(name, key, False, fields=read_fields(t, False)))
        else:
            out.append(read_field(t))
        if not top and out[-1].name == "id":
            raise Fault(t.at, "id is the row's key: take another name")
        if any(f.name == out[-1].name for f in out[:-1]):
            raise Fault(t.at, f"{out[-1].name} stands twice in the form")
        if not t.take(","):
            t.want("}")
            break
    return out


def read_field(t):
    f = FormField(c_name(t.name(), t.at), t.name(), False)
    if f.type not in FORM_SCALARS and not is_id(f.type):
        raise Fault(t.at, f"{f.name}: there is no form type {f.type}")
    if f.type in ("text", "key"):
        f.limit = 200
    if t.take("("):
        if f.type == "word":
            f.choices = []
            while not t.take(")"):
                f.choices.append(t.next())
                t.take(",")
        else:
            n = t.next()
            if f.type != "text" or not n.isdigit():
                raise Fault(t.at, f"{f.name}: only text(N) and word(a b c) take a limit")
            f.limit = int(n)
            t.want(")")
    if t.take("*"):
        n = t.next()
        if not n.isdigit():
            raise Fault(t.at, f"{f.name}: a list says how many at most: *20")
        f.most = int(n)
    f.maybe = t.take("?")
    return f
