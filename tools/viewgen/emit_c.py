"""emit_c.py: one folder's pages as FOLDER_views.h and FOLDER_views.c."""

import re

from code_out import c_lines, c_text
from emit_html import HtmlWriter
from emit_json import JsonWriter, nest_function, row_function
from readers import form_struct, reader
from scope import Scope
from signature import TEXTS, c_type


class Texts:
    """The tables at the top of a .c file: messages by language, lists of field names."""

    def __init__(self, langs):
        self.langs, self.tables, self.names, self.lists = langs, {}, set(), {}

    def table(self, words, all_):
        key = tuple(all_)
        if key not in self.tables:
            name = "t_" + (re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:40].strip("_") or "text")
            n, base = 2, name
            while name in self.names:
                name, n = f"{base}_{n}", n + 1
            self.names.add(name)
            self.tables[key] = name
        return self.tables[key]

    def list(self, base, items):
        key = tuple(items)
        if not key:
            return "NULL"
        return self.lists.setdefault(key, f"{base}_{len(self.lists) + 1}")

    def code(self):
        out = []
        for all_, name in self.tables.items():
            out.append(f"static const char *const {name}[] = {{")
            for text in all_:
                out += c_lines(text, "\t", "", ",")
            out.append("};")
        for items, name in self.lists.items():
            out.append(f"static const char *const {name}[] = {{ " +
                       ", ".join(f'"{c_text(x)}"' for x in items) + " };")
        return "\n".join(out) + "\n" if out else ""


def struct_type(row):
    """A row type that a page declares; the guard lets two modules declare the same."""
    fields = "".join(f"\t{c_type(f.type)}{f.name};\n" for f in row.fields)
    guard = f"VIEW_TYPE_{row.name.upper()}"
    return (f"#ifndef {guard}\n#define {guard}\nstruct {row.name} {{\n{fields}}};\n"
            f"struct {row.name}_rows {{\n\tsize_t n;\n\tstruct {row.name} *at;\n}};\n#endif\n")


def member_decl(m):
    if m.kind == "scalar":
        return f"{c_type(m.type)}{m.name};"
    if m.kind == "row":
        return f"const struct {m.type} *{m.name};"
    return f"struct {m.type}_rows *{m.name};"


def struct_page(page):
    rows = "".join(f"\t{member_decl(m)}\n" for m in page.members) or "\tint nothing;\n"
    return f"struct {page.name} {{\n{rows}}};\n"


def used_types(page, types):
    """Row types of the page, each once, in order."""
    out = []
    for m in page.members:
        if m.kind != "scalar" and m.type not in out:
            out.append(m.type)
    return out


def header(folder, pages, forms, own, types):
    guard = f"{folder.upper()}_VIEWS_H"
    dirs = sorted({types[t].dir for p in pages for t in used_types(p, types) if types[t].dir})
    out = [f"/* {folder}_views.h: made by tools/viewgen from the pages of {folder}/. Do not edit. */",
           f"#ifndef {guard}", f"#define {guard}", "", '#include "ids.h"', '#include "views/views.h"']
    out += [f'#include "{d}_queries.h"' for d in dirs]
    out.append("")
    out += [struct_type(r) for r in own]
    out += [form_struct(f) for f in forms]
    for p in pages:
        out.append(f"/* {p.file} */\n{struct_page(p)}")
        if p.layout:
            out.append(f"void {p.name}_put(struct show *s, const struct {p.name} *p);\n")
        else:
            out.append(f"struct reply {p.name}_page(struct rq *rq, const struct {p.name} *p);\n")
        if p.name == "layout":
            out.append("/* Set by the module that owns the layout: fills all but title, lang, dir, content. */\n"
                       "extern void (*layout_fill)(struct rq *rq, struct layout *p);\n")
    out.append("#endif")
    return "\n".join(out) + "\n"


def ready(page):
    """Everything the page must be given is there."""
    tests = []
    for m in page.members:
        if m.kind == "scalar" and (m.maybe or m.type not in TEXTS + ("html",)):
            continue
        test = f'slot_given(s, p->{m.name}, "{page.name}.{m.name}")'
        caps = [c for c in Scope.caps(m)]
        if caps:
            test = "(" + "".join(f"!rq_may(s->rq, {c}) || " for c in caps) + test + ")"
        tests.append(test)
    body = "\n\t    && ".join(tests) or "true"
    unused = "" if tests else "\t(void)s;\n\t(void)p;\n"
    return (f"static bool\n{page.name}_ready(struct show *s, const void *page)\n{{\n"
            f"\tconst struct {page.name} *p = page;\n\n{unused}\treturn {body};\n}}\n")


def body_function(name, page, body, depends):
    """static void x_html(struct show *s, const void *page): with the nest tables it uses."""
    head = f"static void\n{page.name}_{name}(struct show *s, const void *page)\n{{\n"
    uses = lambda n: re.search(rf'(?<![A-Za-z0-9_"]){n}(?![A-Za-z0-9_])', body)
    nests = "".join(f"\tconst size_t *{m.name}_of = {page.name}_{m.name}_of(s, p);\n" for m in depends
                    if uses(f"{m.name}_of"))
    locals_ = f"\tconst struct {page.name} *p = page;\n" if uses("p") or nests else ""
    out = "\tstruct out *o = s->out;\n" if uses("o") else ""
    unused = ("" if locals_ else "\t(void)page;\n") + ("" if out or nests or uses("s") else "\t(void)s;\n")
    return f"{head}{locals_}{out}{nests}\n{unused}{body}\n}}\n"


def page_code(page, types, langs, texts):
    nested = [m for m in page.members if m.parent]
    out = [nest_function(page, m, types, page.at) for m in nested]
    html = HtmlWriter(Scope(page, types), langs, texts, page.layout)
    html.page(page.body)
    out.append(body_function("html", page, html.w.done(), nested))
    out.append(ready(page))
    if page.layout:
        out.append(layout_code(page))
        return "\n".join(out)
    out.append(body_function("json", page, JsonWriter(page, types).fields(), nested))
    out.append(f"static const struct view {page.name}_view = {{\n"
               f'\t"{page.name}", {page.name}_ready, {page.name}_html, {page.name}_json, FRAME_{page.frame.upper()}\n}};\n\n'
               f"struct reply\n{page.name}_page(struct rq *rq, const struct {page.name} *p)\n{{\n"
               f"\treturn view_show(rq, &{page.name}_view, p);\n}}\n")
    return "\n".join(out)


def layout_code(page):
    """The hook that wraps a body; it announces itself to the runtime at start."""
    n, fill = page.name, ""
    has = {m.name for m in page.members}
    given = [f".{k} = {v}," for k, v in (("title", "title"), ("lang", "lang_code(s)"), ("dir", "lang_dir(s)"),
                                         ("content", "content")) if k in has]
    fields = "\n\t\t".join(given)
    if n == "layout":
        fill = "\n\tif (layout_fill != NULL)\n\t\tlayout_fill(s->rq, &p);"
    extern = "void (*layout_fill)(struct rq *, struct layout *);\n\n" if n == "layout" else ""
    return f"""{extern}void
{n}_put(struct show *s, const struct {n} *p)
{{
	if ({n}_ready(s, p))
		{n}_html(s, p);
}}

static void
{n}_wrap(struct show *s, const struct out *content, const char *title)
{{
	struct {n} p = {{
		{fields}
	}};
{fill}
	{n}_put(s, &p);
}}

__attribute__((constructor)) static void
{n}_here(void)
{{
	view_layout[FRAME_{(n.partition("_")[2] or "full").upper()}] = {n}_wrap;
}}
"""


def source(folder, pages, forms, types, langs):
    texts = Texts(langs)
    parts = []
    for p in pages:
        parts.append(f"/* ---- {p.file} */\n\n" + page_code(p, types, langs, texts))
    rows, seen = [], set()
    for p in pages:
        for t in used_types(p, types):
            if t not in seen and re.search(rf"\b{t}_json\(s", "".join(parts)):
                rows.append(row_function(types[t]))
                seen.add(t)
    readers = [reader(f) for f in forms]
    body = "\n".join(rows + parts + readers)
    policy = '#include "access/policy.h"\n' if "rq_may(" in body else ""
    return (f"/* {folder}_views.c: made by tools/viewgen from the pages of {folder}/. Do not edit. */\n"
            f'#include "{folder}_views.h"\n{policy}\n{texts.code()}\n{body}')
