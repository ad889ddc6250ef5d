#!/usr/bin/env python3
"""viewgen.py: all pages and words files of a source tree to C. See README.md for the grammar."""

import argparse
import json
import os
import sys

from catalogue import read_words, words_file
from emit_c import header, source
from fault import Fault
from messages import Languages
from readers import fuzz_file
from schema import all_schemas
from signature import Field, RowType, read_form, read_signature, read_type
from template import read_template


LAYOUTS = ("layout", "layout_bare", "layout_print")


class Page:
    def __init__(self, src, name, members):
        self.file, self.at, self.body, self.frame = src.file, src.at, src.body, src.frame
        self.name, self.members = name, members
        self.layout = name in LAYOUTS


def find(src, ending):
    """Paths under src that end so, in order."""
    out = []
    for folder, _, names in os.walk(src):
        out += [os.path.join(folder, n) for n in names if n.endswith(ending)]
    return sorted(out)


def text_of_file(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    """Only when it is new, so that nothing is compiled for nothing."""
    try:
        if text_of_file(path) == text:
            return
    except OSError:
        pass
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def row_types(path):
    with open(path, encoding="utf-8") as f:
        found = json.load(f)["types"]
    return {name: RowType(name, [Field(x["name"], x["type"], x.get("maybe", False), x.get("judged", False))
                                 for x in t["fields"]], t["dir"]) for name, t in found.items()}


class Tree:
    """Everything under src, read."""

    def __init__(self, src, types):
        self.types, self.pages, self.forms, self.own = types, {}, {}, {}      # by folder
        self.names = {}
        files = {}
        for path in find(src, ".html"):
            stem = os.path.basename(path)[:-5]
            if stem in files:
                raise Fault((path, 1), f"there is a {files[stem][0]} already: names of pages are unique")
            files[stem] = (path, text_of_file(path))
        sources = []
        for stem, (path, text) in files.items():
            got = read_template(path, text, stem, files)
            if got.signature:
                sources.append((os.path.basename(os.path.dirname(path)), got))
        for folder, got in sources:
            self.declare(folder, got)
        for folder, got in sources:
            self.page(folder, got)

    def claim(self, name, at, what):
        if name in self.names:
            raise Fault(at, f"{name} is a name already: {self.names[name][0]}:{self.names[name][1]}")
        if what != "type" and name in self.types:
            raise Fault(at, f"{name} is the name of a row type already")
        self.names[name] = at

    def declare(self, folder, got):
        for text, at in got.types:
            row = read_type(text, at)
            old = self.types.get(row.name)
            if old is None:
                self.types[row.name] = row
            elif [(f.name, f.type, f.maybe) for f in old.fields] != [(f.name, f.type, f.maybe) for f in row.fields]:
                raise Fault(at, f"the type {row.name} is declared elsewhere with other fields")
            mine = self.own.setdefault(folder, [])
            if (old is None or not old.dir) and row.name not in [r.name for r in mine]:
                mine.append(row)
        for text, at in got.forms:
            form = read_form(text, at)
            if form.name in self.names and self.names[form.name] == at:
                continue                        # of a partial that stands in several pages
            self.claim(form.name, at, "form")
            self.types[form.name] = form.as_type()
            self.forms.setdefault(folder, []).append(form)

    def page(self, folder, got):
        name, members = read_signature(got.signature, got.at, self.types)
        if name != got.stem:
            raise Fault(got.at, f"the signature says {name}, the file {got.stem}")
        if name not in self.types:
            self.claim(name, got.at, "page")
        else:
            raise Fault(got.at, f"{name} is the name of a row type already")
        self.pages.setdefault(folder, []).append(Page(got, name, members))


def run(args):
    langs = Languages(args.lang)
    types = row_types(args.types)
    tree = Tree(args.src, types)
    os.makedirs(args.out, exist_ok=True)
    all_pages = [p for pages in tree.pages.values() for p in pages]
    all_forms = [f for forms in tree.forms.values() for f in forms]
    for folder, pages in sorted(tree.pages.items()):
        forms, own = tree.forms.get(folder, []), tree.own.get(folder, [])
        write(os.path.join(args.out, f"{folder}_views.c"), source(folder, pages, forms, types, langs))
        write(os.path.join(args.out, f"{folder}_views.h"), header(folder, pages, forms, own, types))
    words = read_words([(p, text_of_file(p)) for p in find(args.src, "_words")])
    write(os.path.join(args.out, "words.c"), words_file(words, langs))
    shown = [p for p in all_pages if not p.layout]
    write(os.path.join(args.out, "schemas.json"),
          json.dumps(all_schemas(shown, all_forms, types), indent=1, ensure_ascii=False) + "\n")
    write(os.path.join(args.out, "forms_fuzz.c"), fuzz_file(all_forms, sorted(tree.forms)))
    write(os.path.join(args.out, "messages.txt"), "".join(k + "\n" for k in sorted(langs.keys)))


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--types", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--src", required=True)
    a.add_argument("--routes")
    a.add_argument("--lang", default="web/lang")
    try:
        run(a.parse_args())
    except Fault as f:
        print(f, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
