"""Writes C from types and queries. Knows layout, not SQL."""

import json

from sqltypes import c_type, is_id, kind_of, spaced

HEAD = '/* Made by sqlgen from {0}. Not edited. */\n'


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n"\n\t    "') + '"'


def struct_of(t):
    lines = [f'struct {t.name} {{']
    lines += [f'\t{spaced(c_type(f.type))}{f.name};' for f in t.fields]
    lines += ['};', f'struct {t.name}_rows {{', '\tsize_t n;', f'\tstruct {t.name} *at;', '};', '']
    return '\n'.join(lines)


def prototype(q):
    params = ['struct rq *rq'] + [param_c(p) for p in q.params]
    gives = {'MANY': f'struct {q.row}_rows *', 'MAYBE': f'struct {q.row}_rows *', 'ONE': f'struct {q.row} *'}.get(q.shape, 'void')
    return gives, f'{q.name}({", ".join(params)})'


def param_c(p):
    if p.type == '@sort':
        return 'int sort'
    if p.type == 'key':
        return f'const char *{p.name}'
    return spaced(c_type(p.type)) + p.name


def header(folder, types, queries):
    out = [HEAD.format(folder), f'#ifndef {folder.upper()}_QUERIES_H', f'#define {folder.upper()}_QUERIES_H', '',
           '#include "db/rq.h"', '']
    out += [struct_of(t) for t in types]
    for q in queries:
        if q.has_sort():
            names = ', '.join(f'{q.name}_by_{s[0]}'.upper() for s in q.sorts)
            out.append(f'enum {{ {names}, {q.name.upper()}_SORTS }};')
        gives, call = prototype(q)
        out.append(f'{spaced(gives)}{call};')
    return '\n'.join(out + ['', '#endif', ''])


def columns_of(t):
    rows = [f'\t{{ "{f.name}", KIND_{kind_of(f.type)}, {"true" if f.maybe else "false"}, offsetof(struct {t.name}, {f.name}) }},'
            for f in t.asked()]
    return f'static const struct column columns_{t.name}[] = {{\n' + '\n'.join(rows) + '\n};\n'


def statement(q):
    pieces = '\n'.join(f'\t{{ {quoted(text)}, {when}, {n} }},' for text, when, n in q.pieces)
    kinds = []
    for p in q.params:
        kinds += [] if p.type == '@sort' else ['TEXT', 'INT'] if p.type == 'key' else [kind_of(p.type)]
    names = ', '.join(f'KIND_{k}' for k in kinds) or 'KIND_INT'
    columns = f'columns_{q.row}, COUNT(columns_{q.row}), sizeof(struct {q.row})' if q.row else 'NULL, 0, 0'
    return (f'static const struct piece pieces_{q.name}[] = {{\n{pieces}\n}};\n'
            f'static const enum kind kinds_{q.name}[] = {{ {names} }};\n'
            f'const struct statement statement_{q.name} = {{\n\t"{q.name}", {q.shape}, pieces_{q.name}, COUNT(pieces_{q.name}),\n'
            f'\tkinds_{q.name}, {len(kinds)}, {columns}\n}};\n')


def value_lines(q):
    """C that fills v[] and `given`."""
    out, at, order = [], 0, 0
    for p in q.params:
        if p.type == '@sort':
            continue
        if p.type == 'key':
            out.append(f'\tif (cursor_read(rq, {p.name}, &v_[{at}], &v_[{at + 1}]))\n\t\tgiven_ |= UINT64_C(1) << {order};')
            at += 2
        else:
            out.append(f'\tv_[{at}] = {value_of(p)};')
            if p.maybe:
                out.append(f'\tif (!v_[{at}].none)\n\t\tgiven_ |= UINT64_C(1) << {order};')
            at += 1
        order += 1
    return out, at


def value_of(p):
    if is_id(p.type):
        return f'value_id({p.name}.n)'
    kind = kind_of(p.type)
    return {'INT': 'value_int', 'TEXT': 'value_text', 'DAY': 'value_day', 'BLOB': 'value_blob', 'REAL': 'value_real'}[kind] \
        + (f'(rq, {p.name})' if kind == 'DAY' else f'({p.name})')


def event_lines(q):
    if not q.event:
        return []
    kind, ident = q.subject
    out = ['\tstruct out facts_;', '', '\tout_init(&facts_, rq->arena);', '\tfact_begin(&facts_);']
    for p in q.params:
        word = 'id' if is_id(p.type) else {'day': 'day', 'word': 'word', 'int': 'int', 'milli': 'int', 'cents': 'int', 'flag': 'int',
                                           'percent': 'int', 'instant': 'int'}.get(p.type)
        if word and p.name not in (ident, q.about, 'viewer', 'now', 'version'):
            out.append(f'\tfact_{word}(&facts_, "{p.name}", {p.name}{".n" if word == "id" else ""});')
    about = f'{q.about}.n' if q.about else '0'
    typed = q.param(ident)
    ident_c = f'{ident}.n' if is_id(typed.type) else ident
    return out + ['\tput(&facts_, "}");', f'\tevent_leave(rq, "{q.event}", "{kind}", {ident_c}, {about}, facts_.at);']


def function(q):
    gives, call = prototype(q)
    values, n = value_lines(q)
    sort = 'sort' if q.has_sort() else '-1'
    asks = f'ask(rq, &statement_{q.name}, v_, given_, {sort})'
    lines = ['', gives.strip(), call, '{', f'\tstruct value *v_ = NEW_MANY(rq->arena, struct value, {max(n, 1)});',
             '\tuint64_t given_ = 0;', '']
    lines += values
    if q.row:
        lines += [f'\treturn {asks};', '}']
    elif q.event:
        lines += [f'\t{asks};', f'\tleave_{q.name}({", ".join(["rq"] + [p.name for p in q.params])});', '}']
    else:
        lines += [f'\t{asks};', '}']
    return '\n'.join(lines) + '\n'


def leaver(q):
    """The static function that leaves the change's event."""
    if not q.event:
        return ''
    params = ', '.join(['struct rq *rq'] + [param_c(p) + ' __attribute__((unused))' for p in q.params])
    return '\n'.join(['', 'static void', f'leave_{q.name}({params})', '{'] + event_lines(q) + ['}']) + '\n'


def all_statements(queries):
    """Every statement there is, for the parity test: with the names of its parameters' types."""
    out = ['/* Made by sqlgen: every statement, for tests that run them all. */', '#include "db/every.h"', '']
    names = sorted(q.name for q in queries)
    out += [f'extern const struct statement statement_{n};' for n in names]
    out += ['', 'const struct every_statement every_statement[] = {']
    for q in sorted(queries, key=lambda q: q.name):
        types = [p.type + ('?' if p.maybe else '') for p in q.params if p.type != '@sort']
        out.append(f'\t{{ &statement_{q.name}, "{" ".join(types)}", {len(q.sorts)} }},')
    return '\n'.join(out + ['\t{ 0 }', '};', ''])


def source(folder, types, queries, used):
    out = [HEAD.format(folder), f'#include "{folder}_queries.h"', '', '#include "db/ask.h"', '']
    out += [columns_of(t) for t in used]
    for q in queries:
        out += [statement(q), leaver(q), function(q)]
    return '\n'.join(out)


def plain_types(types):
    return {t.name: {'dir': t.folder, 'fields': [f.plain() for f in t.fields]} for t in types}


def plain_queries(queries):
    return {q.name: {'dir': q.folder, 'shape': q.shape, 'params': [p.plain() for p in q.params], 'sorts': [s[0] for s in q.sorts],
                     'event': q.event, 'row': q.row} for q in queries}


def jsoned(value):
    return json.dumps(value, indent=1, sort_keys=True) + '\n'
