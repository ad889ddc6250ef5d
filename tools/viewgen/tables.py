"""tables.py: {{table people: name, hired|day}} as ordinary nodes: head, cells, an empty state."""

from fault import Fault
from nodes import Attr, Each, Element, Slot, Text
from signature import NUMBERS, is_id

FORMS = {"day": "day", "instant": "instant", "milli": "milli", "percent": "percent"}
HIDDEN = ("after_key",)


def columns_of(node, row):
    """[(field, form, arg)]: those named, or all that people can read."""
    if node.columns:
        for name, _, _ in node.columns:
            if row.field(name) is None:
                raise Fault(node.at, f"{row.name} has no {name}")
        return [(n, f or FORMS.get(row.field(n).type, ""), a) for n, f, a in node.columns]
    return [(f.name, FORMS.get(f.type, ""), "") for f in row.fields
            if not is_id(f.type) and f.type not in ("blob", "key", "html") and f.name not in HIDDEN]


def heading(name):
    return name.removesuffix("_on").replace("_", " ").capitalize()


def emit_table(writer, node):
    v = writer.scope.find(node.path, node.at)
    if v.type != "rows":
        raise Fault(node.at, f"{node.path} is no list")
    row, at = writer.scope.types[v.member.type], node.at
    head, cells = [], []
    for name, form, arg in columns_of(node, row):
        kind = [Attr("class", [Text("num", at)], at)] if row.field(name).type in NUMBERS[:4] else []
        head.append(Element("th", [Attr("scope", [Text("col", at)], at)] + kind, [Text(heading(name), at)], at))
        cells.append(Element("td", kind, [Slot(name, form, arg, at)], at))
    nothing = Element("td", [Attr("colspan", [Text(str(len(head)), at)], at)], [Text("Nothing here yet.", at)], at)
    table = Element("table", [Attr("class", [Text("table", at)], at)], [
        Element("thead", [], [Element("tr", [], head, at)], at),
        Element("tbody", [], [Each(node.path, [Element("tr", [], cells, at), Text("\n", at)],
                                   [Element("tr", [], [nothing], at)], at)], at)], at)
    writer.nodes([Element("div", [Attr("class", [Text("table-wrap", at)], at)], [table], at)])
