"""scope.py: what a name means where it stands: from the innermost row outwards, then the page."""

from dataclasses import dataclass

from fault import Fault
from signature import NUMBERS, TEXTS, is_id


@dataclass
class Value:
    """One value as C says it."""
    type: str                   # a scalar type; "rows" "row" "maybe" for the list itself
    c: str                      # the C expression
    maybe: bool
    name: str                   # page.slot, for the log
    caps: tuple = ()            # needed to see it
    checked: bool = False       # the page's own texts are checked before it is written
    member: object = None


@dataclass
class Row:
    """Inside {{#each}}: the list and how C names its row."""
    member: object
    type: object
    c: str                      # "goals_row"
    index: str                  # "goals_i"


class Scope:
    def __init__(self, page, types):
        self.page, self.types = page, types
        self.rows, self.sure = [], set()        # rows around; maybe-rows known to be there

    def member(self, name):
        return next((m for m in self.page.members if m.name == name), None)

    def slot(self, m):
        return f"{self.page.name}.{m.name}"

    def find(self, path, at):
        """The Value of a path, or a Fault."""
        first, _, second = path.partition(".")
        value = self.dotted(first, second, at) if second else self.bare(first)
        if value is None:
            raise Fault(at, f"{path} is neither in a row around nor in the signature of {self.page.name}")
        return value

    def bare(self, name):
        for row in reversed(self.rows):
            if f := row.type.field(name):
                return self.of_row(row, f)
            for child in row.member.children:
                if child.name == name:
                    return self.of_member(child)
        m = self.member(name)
        return self.of_member(m) if m else None

    def dotted(self, first, second, at):
        for row in reversed(self.rows):
            if first in (row.member.name, row.type.name):
                f = row.type.field(second)
                if f:
                    return self.of_row(row, f)
                if second != "n":
                    raise Fault(at, f"{row.type.name} has no {second}")
        m = self.member(first)
        if m is None or m.kind == "scalar":
            return None
        if second == "n" and m.kind == "rows":
            return Value("int", f"(int64_t){self.count(m, at)}", False, self.slot(m), self.caps(m))
        f = self.types[m.type].field(second)
        if f is None:
            raise Fault(at, f"{m.type} has no {second}")
        if m.kind == "rows":
            raise Fault(at, f"{first} is many: write {second} inside {{{{#each {first}}}}}")
        name = f"{self.page.name}.{first}.{second}"
        if m.kind == "row":
            return Value(f.type, f"p->{m.name}->{f.name}", f.maybe, name, self.caps(m))
        if m.name not in self.sure and not any(r.member is m for r in self.rows):
            raise Fault(at, f"{first} may be absent: write {path_of(first, second)} inside {{{{#if {first}}}}}")
        if m.parent:
            return Value(f.type, f"p->{m.name}->at[{self.start(m, at)}].{f.name}", f.maybe, name, self.caps(m))
        return Value(f.type, f"p->{m.name}->at[0].{f.name}", f.maybe, name, self.caps(m))

    def of_row(self, row, f):
        return Value(f.type, f"{row.c}->{f.name}", f.maybe, f"{self.page.name}.{row.member.name}.{f.name}")

    def of_member(self, m):
        if m.kind == "scalar":
            return Value(m.type, f"p->{m.name}", m.maybe, self.slot(m), self.caps(m), not m.cap, m)
        return Value(m.kind, f"p->{m.name}", False, self.slot(m), self.caps(m), True, m)

    @staticmethod
    def caps(m):
        out = []
        while m:
            if m.cap:
                out.append(m.cap)
            m = m.parent
        return tuple(out)

    def parent_row(self, m, at):
        for row in reversed(self.rows):
            if row.member is m.parent:
                return row
        raise Fault(at, f"{m.name} lies inside {m.parent.name}: write it inside {{{{#each {m.parent.name}}}}}")

    def start(self, m, at):
        return f"{m.name}_of[{self.parent_row(m, at).index}]" if m.parent else "0"

    def end(self, m, at):
        return f"{m.name}_of[{self.parent_row(m, at).index} + 1]" if m.parent else f"p->{m.name}->n"

    def count(self, m, at):
        if not m.parent:
            return f"p->{m.name}->n"
        return f"({self.end(m, at)} - {self.start(m, at)})"

    def truth(self, v, at):
        """C that says whether there is one: not null, not 0, not empty."""
        if v.type in ("rows", "maybe"):
            c = f"{self.count(v.member, at)} > 0"
        elif v.type == "row":
            c = f"{v.c} != NULL"
        elif v.type in TEXTS:
            c = f"there({v.c})"
        elif is_id(v.type):
            c = f"{v.c}.n != 0"
        elif v.type in NUMBERS:
            c = f"truth({v.c})" if v.maybe else f"{v.c} != 0"
        elif v.type == "day":
            c = f"{v.c}.y != 0"
        elif v.type == "blob":
            c = f"{v.c}.at != NULL"
        else:
            c = f"{v.c} != NULL"
        return self.allowed(v, c)

    @staticmethod
    def allowed(v, c):
        for cap in v.caps:
            c = f"rq_may(s->rq, {cap}) && {c}"
        return c

    def condition(self, node):
        """C of an {{#if}}."""
        if node.op == "may":
            return f"rq_may(s->rq, {node.arg})"
        v = self.find(node.path, node.at)
        if not node.op:
            return self.truth(v, node.at)
        if v.type in TEXTS:
            c = f'same({v.c}, "{node.arg}")'
            return self.allowed(v, c if node.op == "is" else f"!{c}")
        if (v.type in NUMBERS or is_id(v.type)) and node.arg.lstrip("-").isdigit():
            dot = ".n" if is_id(v.type) else ""
            return self.allowed(v, f"{v.c}{dot} {'==' if node.op == 'is' else '!='} {node.arg}")
        raise Fault(node.at, f"{node.path} is no word: it cannot be compared with {node.arg}")


def path_of(first, second):
    return f"{first}.{second}"


def nest_keys(parent, child, at):
    """The fields that join a nested row to its parent: (parent's, child's)."""
    key = parent.field("id") or parent.fields[0]
    same = [f for f in child.fields if f.type == key.type and is_id(key.type)]
    for f in (child.field(f"{parent.name}_id"), is_id(key.type) and child.field(key.type),
              len(same) == 1 and same[0], key.name != "id" and child.field(key.name),
              child.field(parent.name)):
        if f and (f.type == key.type):
            return key, f
    raise Fault(at, f"{child.name} has no {parent.name}_id of type {key.type} to nest it in {parent.name}")
