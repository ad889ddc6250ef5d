"""Says which page and form each route has, by reading the handlers: lines `METHOD path permission subject page form`.

Usage: meridian routes | python3 tools/route_pages.py src > gen/routes.txt
"""

import pathlib
import re
import sys


def functions(text):
    """name -> body, of every function laid out as STYLE.md asks."""
    return {m[1]: m[2] for m in re.finditer(r'^(\w+)\([^;{}]*\)\n\{\n(.*?)^\}', text, re.S | re.M)}


def reached(name, own, bodies, depth=3):
    """The function's body with those of the functions it calls; a file's own come first."""
    body = own.get(name, bodies.get(name, ''))
    if depth:
        for called in set(re.findall(r'\b(\w+)\(rq', body)):
            if (called in own or called in bodies) and called != name:
                body += reached(called, own, bodies, depth - 1)
    return body


def main(src):
    bodies, routes = {}, {}
    sources = sorted(pathlib.Path(src).rglob('*.c'))
    files = {path: functions(path.read_text()) for path in sources}
    for own in files.values():
        bodies.update(own)
    for path in sources:
        for method, address, handler in re.findall(r'\{\s*(GET|POST|PUT|DELETE),\s*"([^"]+)",\s*(\w+)', path.read_text()):
            routes[method, address] = (handler, files[path])
    for line in sys.stdin:
        method, address, may, of = line.split()
        handler, own = routes.get((method, address), ('', {}))
        body = reached(handler, own, bodies)
        page = next(iter(re.findall(r'\b(\w+)_page\(rq', body)), '-') if method == 'GET' else '-'
        form = next(iter(re.findall(r'\b(\w+)_read\(rq\)', body)), '-')
        print(method, address, may, of, page, form)


main(sys.argv[1])
