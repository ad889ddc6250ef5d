"""emit_json.py: the same struct as JSON: what is shown only is left out, nested rows lie in their parent."""

from code_out import Code
from scope import nest_keys
from signature import TEXTS, is_id

HIDDEN = ("after_key",)                 # the place in a list: part of `next`


def put_scalar(w, type_, c, maybe, name):
    if type_ in TEXTS:
        w.line(f"put_json_text(o, {c});" if maybe else f'put_json_text(o, given(s, {c}, "{name}"));')
    elif is_id(type_):
        w.line(f"json_id(o, {c}.n);")
    else:
        w.line(f"json_{'int' if type_ in ('int', 'cents', 'percent') else type_}(o, {c});")


def in_json(type_):
    return type_ not in ("blob", "html")


def row_function(row):
    """static void goal_json(struct show *s, const struct goal *r): its fields, without braces."""
    w, first = Code(), True
    for f in row.fields:
        if not in_json(f.type) or f.name in HIDDEN:
            continue
        w.lit(f'{"" if first else ","}"{f.name}":')
        put_scalar(w, f.type, f"r->{f.name}", f.maybe, f"{row.name}.{f.name}")
        first = False
    body = w.done()
    unused = "" if w.uses("s") else "\t(void)s;\n"
    return (f"static void\n{row.name}_json(struct show *s, const struct {row.name} *r)\n{{\n"
            f"\tstruct out *o = s->out;\n\n{unused}{body}\n}}\n")


class JsonWriter:
    def __init__(self, page, types):
        self.page, self.types, self.w = page, types, Code()

    def fields(self):
        """The object's members; a comma before each but the first that is there."""
        w = self.w
        w.lit("{")
        first = True                    # nothing can stand before this one
        for m in self.page.members:
            if m.parent or m.shown or not in_json(m.type):
                continue
            if m.cap:
                w.open(f"if (rq_may(s->rq, {m.cap}))")
            if first:
                sep = ""
            else:
                sep = ","
            if any(x.cap for x in self.page.members[:self.page.members.index(m)] if not x.parent) and not first:
                w.line("json_comma(o);")
                sep = ""
            w.lit(f'{sep}"{m.name}":')
            self.member(m)
            if m.cap:
                w.close()
            first = False
        w.lit("}")
        return w.done()

    def member(self, m):
        w = self.w
        if m.kind == "scalar":
            put_scalar(w, m.type, f"p->{m.name}", m.maybe, f"{self.page.name}.{m.name}")
        elif m.kind == "row":
            w.lit("{")
            w.line(f"{m.type}_json(s, p->{m.name});")
            w.lit("}")
        elif m.kind == "maybe" and not m.parent:
            w.open(f"if (p->{m.name}->n > 0)")
            w.lit("{")
            w.line(f"{m.type}_json(s, &p->{m.name}->at[0]);")
            w.lit("}")
            w.turn()
            w.lit("null")
            w.close()
        else:
            self.rows(m)

    def rows(self, m):
        w, i = self.w, f"{m.name}_i"
        start, end = "0", f"p->{m.name}->n"
        if m.parent:
            start, end = f"{m.name}_of[{m.parent.name}_i]", f"{m.name}_of[{m.parent.name}_i + 1]"
        w.lit("[")
        w.open(f"for (size_t {i} = {start}; {i} < {end}; {i}++)")
        w.line(f"json_row(o, {i} > {start});")
        w.line(f"{m.type}_json(s, &p->{m.name}->at[{i}]);")
        for child in m.children:
            if child.shown or not in_json(child.type):
                continue
            if child.cap:
                w.open(f"if (rq_may(s->rq, {child.cap}))")
            w.lit(f',"{child.name}":')
            self.rows(child)
            if child.cap:
                w.close()
        w.lit("}")
        w.close()
        w.lit("]")


def same_key(type_, a, b):
    if type_ in TEXTS:
        return f"same({a}, {b})"
    if is_id(type_):
        return f"{a}.n == {b}.n"
    if type_ == "day":
        return f"day_compare({a}, {b}) == 0"
    return f"{a} == {b}"


def nest_function(page, m, types, at):
    """Where each parent's rows begin, and one more for the end; what is left over is broken."""
    parent, child = types[m.parent.type], types[m.type]
    key, ours = nest_keys(parent, child, at)
    test = same_key(key.type, f"p->{m.name}->at[k].{ours.name}", f"p->{m.parent.name}->at[i].{key.name}")
    return f"""/* Where the {m.name} of each of the {m.parent.name} begin; one more for the end. */
static const size_t *
{page.name}_{m.name}_of(struct show *s, const struct {page.name} *p)
{{
	size_t *from = NEW_MANY(s->rq->arena, size_t, p->{m.parent.name}->n + 1), k = 0;

	for (size_t i = 0; i < p->{m.parent.name}->n; i++) {{
		from[i] = k;
		while (k < p->{m.name}->n && {test})
			k++;
	}}
	from[p->{m.parent.name}->n] = k;
	rows_end(s, k, p->{m.name}->n, "{page.name}.{m.name}");
	return from;
}}
"""
