"""values.py: how one value is written in its place and form."""

from fault import Fault
from signature import NUMBERS, TEXTS, is_id

DAY_FORMS = {"day": "put_day", "short": "put_short"}
INSTANT_FORMS = {"day": "put_instant_day", "short": "put_instant_short", "time": "put_time", "instant": "put_instant"}
NUMBER_FORMS = {"percent": "put_percent", "count": "put_count", "milli": "put_milli", "money": "put_money"}


def put_value(v, slot, place):
    """The C statement that writes it, without its conditions."""
    if v.type in ("rows", "row", "maybe"):
        raise Fault(slot.at, f"{slot.path} is no single value")
    if v.type in TEXTS:
        return put_text(v, slot, place)
    if is_id(v.type):
        return number(f"{v.c}.n", slot, place, v)
    if v.type in NUMBERS:
        return number(v.c, slot, place, v)
    if v.type == "day":
        if slot.form in DAY_FORMS:
            return f"{DAY_FORMS[slot.form]}(s, {v.c});"
        if slot.form:
            raise no_form(v, slot)
        return f"put_day_iso(o, {v.c});"
    if v.type == "html" and place == "text" and not slot.form:
        return f"put_n(o, {v.c}->at, {v.c}->n);"
    raise Fault(slot.at, f"{slot.path} of type {v.type} cannot be shown here")


def no_form(v, slot):
    return Fault(slot.at, f"{slot.path} is of type {v.type}: it has no form {slot.form}")


def given(v):
    """A text that must be there."""
    return v.c if v.maybe or v.checked else f'given(s, {v.c}, "{v.name}")'


def put_text(v, slot, place):
    c = given(v)
    if slot.form == "word":
        if not slot.arg:
            raise Fault(slot.at, f"{slot.path}|word needs the kind: |word state")
        return f'put_word_of(s, "{slot.arg}", {c});'
    if slot.form == "initials":
        return f"put_initials(s, {c});"
    if slot.form == "lines":
        if place != "text":
            raise Fault(slot.at, "lines makes paragraphs: it stands in text only")
        return f"put_lines(s, {c});"
    if slot.form:
        raise no_form(v, slot)
    if place == "class":
        if v.type != "word":
            raise Fault(slot.at, f"class takes words only: {slot.path} is of type {v.type}")
        return f"put_token(o, {c});"
    put = {"text": "put_html", "attr": "put_attr", "url": "put_url"}[place]
    return f"{put}(o, {c});"


def number(c, slot, place, v):
    if slot.form == "word":
        if not slot.arg:
            raise Fault(slot.at, f"{slot.path}|word needs the kind: |word level")
        return f'put_word_n(s, "{slot.arg}", {c});'
    if place == "class" and v.type not in ("int", "flag", "percent"):
        raise Fault(slot.at, f"class takes words only: {slot.path} is of type {v.type}")
    if v.type == "instant":
        if slot.form in INSTANT_FORMS:
            return f"{INSTANT_FORMS[slot.form]}(s, {c});"
        if slot.form:
            raise no_form(v, slot)
        return f"put_instant_iso(o, {c});"
    if v.type == "milli":
        if slot.form == "percent":
            return f"put_milli_percent(s, {c});"
        if slot.form in ("count", "milli"):
            return f"put_milli(s, {c});"
        if slot.form:
            raise no_form(v, slot)
        return f"put_milli_raw(o, {c});"
    if slot.form in ("percent", "count", "money"):
        return f"{NUMBER_FORMS[slot.form]}(s, {c});"
    if slot.form:
        raise no_form(v, slot)
    return f"put_number(o, {c});"


def text_of(parts, scope, at):
    """C of a short text made of letters and values: a field's name. (expression or format, arguments)"""
    fmt, args = "", []
    for x in parts or []:
        kind = type(x).__name__
        if kind == "Text":
            fmt += x.text.replace("%", "%%")
            continue
        v = scope.find(x.path, x.at) if kind == "Slot" else None
        if v is None or x.form:
            raise Fault(at, "only letters and plain values may stand here")
        if v.type in TEXTS:
            fmt, args = fmt + "%s", args + [given(v)]
        elif is_id(v.type) or v.type in NUMBERS:
            fmt, args = fmt + "%lld", args + [f"(long long){v.c}{'.n' if is_id(v.type) else ''}"]
        else:
            raise Fault(x.at, f"{x.path} of type {v.type} may not stand here")
    return fmt, args
