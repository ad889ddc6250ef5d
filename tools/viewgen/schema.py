"""schema.py: JSON schemas of pages and forms, for openapi."""

from emit_json import HIDDEN, in_json
from signature import TEXTS, is_id


def scalar(type_, maybe):
    if is_id(type_):
        out = {"type": "string", "pattern": "^[0-9]+$"}
    elif type_ in TEXTS:
        out = {"type": "string"}
    elif type_ == "day":
        out = {"type": "string", "format": "date"}
    elif type_ == "instant":
        out = {"type": "string", "format": "date-time"}
    elif type_ == "milli":
        out = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,3})?$"}
    elif type_ == "flag":
        out = {"type": "boolean"}
    else:
        out = {"type": "integer"}
    if maybe:
        out["type"] = [out["type"], "null"]
    return out


def row_object(row, children, types):
    props, need = {}, []
    for f in row.fields:
        if in_json(f.type) and f.name not in HIDDEN:
            props[f.name] = scalar(f.type, f.maybe)
            need.append(f.name)
    for m in children:
        if not m.shown:
            props[m.name] = {"type": "array", "items": row_object(types[m.type], m.children, types)}
            if not m.cap:
                need.append(m.name)
    return {"type": "object", "properties": props, "required": need}


def page_schema(page, types):
    props, need = {}, []
    for m in page.members:
        if m.parent or m.shown or not in_json(m.type):
            continue
        if m.kind == "scalar":
            one = scalar(m.type, m.maybe)
        else:
            one = row_object(types[m.type], m.children, types)
            if m.kind == "rows":
                one = {"type": "array", "items": one}
            elif m.kind == "maybe":
                one["type"] = ["object", "null"]
        props[m.name] = one
        if not m.cap:
            need.append(m.name)
    return {"type": "object", "properties": props, "required": need}


def form_field(f):
    if f.fields:
        return {"type": "object", "additionalProperties": form_object(f.fields)}
    one = scalar(f.type, f.maybe and not f.most)
    if f.limit:
        one["maxLength"] = f.limit
    if f.choices:
        one["enum"] = f.choices + ([None] if f.maybe else [])
    if f.most:
        one = {"type": "array", "items": one, "maxItems": f.most}
    return one


def form_object(fields):
    return {"type": "object", "properties": {f.name: form_field(f) for f in fields},
            "required": [f.name for f in fields if not (f.maybe or f.fields or f.most or f.type == "flag")]}


def all_schemas(pages, forms, types):
    return {"pages": {p.name: page_schema(p, types) for p in sorted(pages, key=lambda p: p.name)},
            "forms": {f.name: form_object(f.fields) for f in sorted(forms, key=lambda f: f.name)}}
