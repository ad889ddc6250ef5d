"""readers.py: form lines as C: the struct, a table of its fields, the reader; the fuzz table."""

from code_out import c_text
from signature import c_type, is_id

KINDS = {"text": "FORM_TEXT", "word": "FORM_WORD", "key": "FORM_TEXT", "int": "FORM_INT", "percent": "FORM_INT",
         "cents": "FORM_INT", "instant": "FORM_INT", "milli": "FORM_MILLI", "flag": "FORM_FLAG", "day": "FORM_DAY"}


def decl(f):
    if f.most:
        return f"\tsize_t n_{f.name};\n\t{c_type(f.type)}*{f.name};\n"
    return f"\t{c_type(f.type)}{f.name};\n"


def form_struct(form):
    out, rows = [], ""
    for f in form.fields:
        if f.fields:
            name = f"{form.name}_{f.name}"
            inner = "".join(decl(x) for x in f.fields)
            out.append(f"struct {name} {{\n\t{f.type} id;\n{inner}}};\n")
            rows += f"\tsize_t n_{f.name};\n\tstruct {name} *{f.name};\n"
        else:
            rows += decl(f)
    out.append(f"struct {form.name} {{\n{rows or '	int nothing;' + chr(10)}}};\n"
               f"struct {form.name} {form.name}_read(struct rq *rq);\n")
    return "\n".join(out)


def kind(f):
    return "FORM_ID" if is_id(f.type) else KINDS[f.type]


def row(f, struct, form):
    """One line of the table."""
    parts = [f'.name = "{f.name}"', f".kind = {'FORM_EACH' if f.fields else kind(f)}",
             f".offset = offsetof(struct {struct}, {f.name})"]
    if f.maybe:
        parts.append(".maybe = true")
    if f.limit:
        parts.append(f".limit = {f.limit}")
    if f.most:
        parts += [f".most = {f.most}", f".count = offsetof(struct {struct}, n_{f.name})",
                  f".size = sizeof(((struct {struct} *)0)->{f.name}[0])"]
    if f.choices:
        parts.append(f".choices = {form}_{f.name}_choices")
    if f.fields:
        parts += [f".count = offsetof(struct {struct}, n_{f.name})", f".size = sizeof(struct {form}_{f.name})",
                  f".fields = {form}_{f.name}_fields"]
    return "\t{ " + ", ".join(parts) + " },\n"


def choices(fields, form):
    return "".join(f"static const char *const {form}_{f.name}_choices[] = {{ "
                   + ", ".join(f'"{c_text(c)}"' for c in f.choices) + ", NULL };\n" for f in fields if f.choices)


def table(name, struct, fields, form):
    rows = "".join(row(f, struct, form) for f in fields)
    return f"static const struct form_field {name}_fields[] = {{\n{rows}\t{{ 0 }}\n}};\n"


def reader(form):
    out = choices(form.fields, form.name)
    for f in form.fields:
        if f.fields:
            sub = f"{form.name}_{f.name}"
            out += choices(f.fields, sub) + table(sub, sub, f.fields, sub)
    out += table(form.name, form.name, form.fields, form.name)
    return f"""{out}
struct {form.name}
{form.name}_read(struct rq *rq)
{{
	struct {form.name} typed = {{ 0 }};

	form_read(rq, {form.name}_fields, &typed);
	return typed;
}}
"""


def fuzz_file(forms, folders):
    """forms_fuzz.c: every reader under one type, for the fuzz target."""
    out = ["/* forms_fuzz.c: every form's reader, for the fuzz target. Made by tools/viewgen. */"]
    out += [f'#include "{f}_views.h"' for f in folders]
    out.append("")
    for f in forms:
        out.append(f"static void\nfuzz_form_{f.name}(struct rq *rq)\n{{\n"
                   f"\tstruct {f.name} typed = {f.name}_read(rq);\n\n\t(void)typed;\n}}\n")
    rows = "".join(f'\t{{ "{f.name}", fuzz_form_{f.name} }},\n' for f in forms)
    out.append(f"const struct form_fuzz form_fuzz[] = {{\n{rows}\t{{ 0 }}\n}};")
    return "\n".join(out) + "\n"
