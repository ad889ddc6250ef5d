"""sqlgen: every src/**/*_queries.sql becomes C. See README.md beside this file."""

import argparse
import pathlib
import re
import sys

import sqlwrite
from sqlread import read_file
from sqltypes import Mistake, is_id, stop


def write(path, text):
    """Only when it changed, so that nothing is built twice."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def read_all(src):
    types, queries = [], []
    for path in sorted(src.rglob('*_queries.sql')):
        folder = path.parent.name
        try:
            t, q = read_file(path.read_text(), folder)
        except Mistake as e:
            line, _, words = str(e).partition(': ')
            stop(path, line if line.isdigit() else 1, words if line.isdigit() else str(e))
        for one in q:
            one.folder, one.path = folder, path
        types += t
        queries += q
    return types, queries


def check(types, queries):
    seen = {}
    for t in types:
        if t.name in seen:
            stop(t.folder, 1, f'the type {t.name} is declared twice')
        seen[t.name] = t
    names = set()
    for q in queries:
        if q.row and q.row not in seen:
            stop(q.path, q.line, f'{q.name} gives {q.row}, which is no type')
        if q.name in names:
            stop(q.path, q.line, f'the query {q.name} is there twice')
        names.add(q.name)
    return seen


def ids_of(types, queries):
    found = {f.type for t in types for f in t.fields} | {p.type for q in queries for p in q.params} | {'person_id', 'account_id'}
    lines = ['/* Made by sqlgen: one C type for each kind of id. */', '#ifndef IDS_H', '#define IDS_H', '', '#include <stdint.h>', '']
    lines += [f'typedef struct {{ int64_t n; }} {name};' for name in sorted(found) if is_id(name)]
    return '\n'.join(lines + ['', '#endif', ''])


def migrations_of(src):
    steps = sorted(src.rglob('schema/[0-9]*.sql'), key=lambda p: int(re.match(r'\d+', p.name)[0]))
    out = ['/* Made by sqlgen: the schema, step by step. */', '#include "db/db.h"', '', 'const struct migration migrations[] = {']
    for p in steps:
        out.append(f'\t{{ {int(p.stem)}, "{p.parent.parent.name}",\n\t    {sqlwrite.quoted(p.read_text())} }},')
    return '\n'.join(out + ['\t{ 0, NULL, NULL }', '};', ''])


def write_folders(types, queries, by_name, build):
    folders = sorted({t.folder for t in types} | {q.folder for q in queries})
    for folder in folders:
        own = [t for t in types if t.folder == folder]
        asked = [q for q in queries if q.folder == folder]
        used = [by_name[n] for n in sorted({q.row for q in asked if q.row})]
        others = sorted({t.folder for t in used if t.folder != folder})
        head = sqlwrite.header(folder, own, asked)
        head = head.replace('#include "db/rq.h"\n', '#include "db/rq.h"\n' + ''.join(f'#include "{o}_queries.h"\n' for o in others))
        write(build / f'{folder}_queries.h', head)
        write(build / f'{folder}_queries.c', sqlwrite.source(folder, own, asked, used))


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--src', type=pathlib.Path, required=True)
    args.add_argument('--out', type=pathlib.Path, required=True)
    args.add_argument('--stamp', type=pathlib.Path)
    given = args.parse_args()
    types, queries = read_all(given.src)
    by_name = check(types, queries)
    given.out.mkdir(parents=True, exist_ok=True)
    write(given.out / 'ids.h', ids_of(types, queries))
    write(given.out / 'migrations.c', migrations_of(given.src))
    write(given.out / 'statements.c', sqlwrite.all_statements(queries))
    write_folders(types, queries, by_name, given.out)
    write(given.out / 'types.json', sqlwrite.jsoned({'types': sqlwrite.plain_types(types)}))
    write(given.out / 'queries.json', sqlwrite.jsoned(sqlwrite.plain_queries(queries)))
    if given.stamp:
        given.stamp.write_text('')
    return 0


sys.exit(main())
