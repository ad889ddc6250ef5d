"""nodes.py: what a template is made of, once read. Knows no types and no C."""

from dataclasses import dataclass, field


@dataclass
class Text:
    """Characters as they stand, entities decoded."""
    text: str
    at: tuple


@dataclass
class Slot:
    """{{path|form arg}}"""
    path: str
    form: str
    arg: str
    at: tuple


@dataclass
class Each:
    """{{#each path}} body {{else}} other {{/each}}"""
    path: str
    body: list
    other: list
    at: tuple


@dataclass
class If:
    """{{#if path}}, {{#if path is word}}, {{#if path not word}}, {{#if may WORD}}"""
    path: str
    op: str                     # "", "is", "not", "may"
    arg: str
    body: list
    other: list
    at: tuple


@dataclass
class Plural:
    """{{#plural path}} form {{or}} form {{/plural}}"""
    path: str
    forms: list
    at: tuple


@dataclass
class Table:
    """{{table path: column, column|form}}"""
    path: str
    columns: list               # [(field, form, arg)]
    at: tuple


@dataclass
class Attr:
    """name="parts"; parts None when there is no value at all."""
    name: str
    parts: list
    at: tuple


@dataclass
class Element:
    """attrs: Attr, and If nodes whose branches are lists of Attr."""
    name: str
    attrs: list
    children: list
    at: tuple
    closed: bool = False        # <path/>

    def attr(self, name):
        for a in self.attrs:
            if isinstance(a, Attr) and a.name == name:
                return a
        return None

    def static(self, name, otherwise=""):
        """The attribute's text when it holds no slot, else None."""
        a = self.attr(name)
        if a is None or a.parts is None:
            return otherwise
        if all(isinstance(x, Text) for x in a.parts):
            return "".join(x.text for x in a.parts)
        return None


@dataclass
class Doctype:
    at: tuple


@dataclass
class Source:
    """One file, read: what its top lines declare and its body."""
    file: str
    stem: str
    signature: str = None       # "name(…)" or None: a partial
    at: tuple = None
    types: list = field(default_factory=list)       # [(text, at)]
    forms: list = field(default_factory=list)       # [(text, at)]
    frame: str = "full"         # which layout: full, bare, print
    body: list = field(default_factory=list)


def walk(nodes):
    """Every node, outer before inner, attributes' parts too."""
    for n in nodes:
        yield n
        for name in ("attrs", "parts", "body", "other", "children"):
            yield from walk(getattr(n, name, None) or [])
        for form in getattr(n, "forms", None) or []:
            yield from walk(form)
