#!/usr/bin/env python3
"""openapi.py: schemas.json and the list of routes to docs/api/openapi.json (3.1), always the same bytes.

ROUTES has a line a route: METHOD path permission subject page form; "-" is "not known"."""

import argparse
import json
import re
import sys

PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "errors": {"type": "array", "items": {
            "type": "object",
            "properties": {"field": {"type": "string"}, "code": {"type": "string"}, "detail": {"type": "string"}},
            "required": ["field", "code", "detail"]}},
    },
    "required": ["type", "title", "status"],
}
TOLD = {"401": "Sign in, or send a token.", "403": "You may see this, not do it.",
        "404": "Not there, or not yours to see.", "409": "Somebody else saved in the meantime.",
        "422": "Some fields need another look.", "503": "Busy: try again."}
CHANGES = ("post", "put", "delete")


def read_routes(text):
    """[(method, path, permission, subject, page, form)] in order of path."""
    out = []
    for n, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) < 4 or words[0] not in ("GET", "POST", "PUT", "DELETE"):
            raise ValueError(f"{n}: a line is METHOD path permission subject page form")
        words += ["-"] * (6 - len(words))
        out.append((words[0].lower(), *words[1:6]))
    return sorted(out, key=lambda r: (r[1], r[0]))


def template(path):
    """ "/people/:person/goals" -> "/people/{person}/goals" """
    return re.sub(r":([a-z_0-9]+)", r"{\1}", path)


def name_of(method, path):
    """ "get_people_person_goals": the operation's id."""
    return "_".join([method] + [w for w in re.split(r"[^A-Za-z0-9]+", path) if w])


def parameters(path, method, form, schemas):
    out = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}}
           for n in re.findall(r":([a-z_0-9]+)", path)]
    if method == "get" and form in schemas["forms"]:
        props = schemas["forms"][form]["properties"]
        need = schemas["forms"][form]["required"]
        out += [{"name": n, "in": "query", "required": n in need, "schema": s} for n, s in props.items()]
    if method in CHANGES:
        out.append({"name": "Idempotency-Key", "in": "header", "required": False, "schema": {"type": "string"},
                    "description": "The same key answers the same for 24 hours."})
    return out


def ref(kind, name):
    return {"$ref": f"#/components/schemas/{kind}.{name}"}


def responses(method, page, schemas, open_):
    if method == "get":
        out = {"200": {"description": "The page."}}
        if page in schemas["pages"]:
            out["200"]["content"] = {"application/json": {"schema": ref("page", page)}}
        wrong = ["404"]
    else:
        out = {"303": {"description": "Done; Location says where it is seen.",
                       "headers": {"Location": {"schema": {"type": "string"}}}}}
        wrong = ["403", "404", "409", "422"]
    for code in sorted(set(wrong + ([] if open_ else ["401", "403"]) + ["503"])):
        out[code] = {"$ref": f"#/components/responses/{code}"}
    return out


def operation(route, schemas):
    method, path, may, of, page, form = route
    open_ = may in ("-", "OPEN", "0")
    op = {"operationId": name_of(method, path), "tags": [path.strip("/").split("/")[0] or "home"],
          "parameters": parameters(path, method, form, schemas),
          "responses": responses(method, page, schemas, open_)}
    if not op["parameters"]:
        del op["parameters"]
    if method in CHANGES and form in schemas["forms"]:
        op["requestBody"] = {"required": True, "content": {
            kind: {"schema": ref("form", form)}
            for kind in ("application/json", "application/x-www-form-urlencoded")}}
    if open_:
        op["security"] = []
    else:
        op["x-permission"] = may
        if of != "-":
            op["x-subject"] = of
    return op


def document(schemas, routes):
    paths = {}
    for r in routes:
        paths.setdefault(template(r[1]), {})[r[0]] = operation(r, schemas)
    used = {r[4] for r in routes} | {r[5] for r in routes}
    parts = {f"{kind[:-1]}.{n}": s for kind in ("forms", "pages") for n, s in sorted(schemas[kind].items()) if n in used}
    parts["problem"] = PROBLEM
    told = {code: {"description": text, "content": {"application/problem+json": {
        "schema": {"$ref": "#/components/schemas/problem"}}}} for code, text in TOLD.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Meridian", "version": "1",
                 "description": "Each page is a resource: ask with Accept: application/json. Ids are opaque strings.",
                 "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "servers": [{"url": "/"}],
        "security": [{"bearer": []}, {"cookie": []}],
        "paths": paths,
        "components": {
            "schemas": parts, "responses": told,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"},
                                "cookie": {"type": "apiKey", "in": "cookie", "name": "meridian"}}},
    }


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--schemas", required=True)
    a.add_argument("--routes", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--check", action="store_true", help="write nothing; fail when OUT would change")
    args = a.parse_args()
    with open(args.schemas, encoding="utf-8") as f:
        schemas = json.load(f)
    try:
        with open(args.routes, encoding="utf-8") as f:
            routes = read_routes(f.read())
    except ValueError as e:
        print(f"{args.routes}:{e}", file=sys.stderr)
        return 1
    text = json.dumps(document(schemas, routes), indent=1, ensure_ascii=False) + "\n"
    try:
        with open(args.out, encoding="utf-8") as f:
            if f.read() == text:
                return 0
    except OSError:
        pass
    if args.check:
        print(f"{args.out}:1: is not what pages and routes say: make it anew", file=sys.stderr)
        return 1
    with open(args.out, "w", encoding="utf-8") as f:
        f.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
