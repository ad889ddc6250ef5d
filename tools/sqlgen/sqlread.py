"""Reads one `_queries.sql` file: types, signatures, statements cut into pieces. Writes nothing."""

import re

from sqltypes import Field, Mistake, RowType, fields_of

FORBIDDEN = [                   # house SQL (H12): what differs between the engines or hides a scan
    (r'select\s+\*', '`select *`'), (r'\blike\b', '`like`'), (r'\bilike\b', '`ilike`'), (r'\bnow\s*\(', 'a clock'),
    (r'\brandom\s*\(', '`random()`'), (r'\bcurrent_(date|time|timestamp)\b', 'a clock'), (r'\bdatetime\s*\(', 'a date function'),
    (r'\bavg\s*\(', 'an average'), (r'\bround\s*\(', 'rounding'), (r'\bjson', 'a JSON function'), (r'->>?', 'a JSON operator'),
    (r'\bunion\b(?!\s+all)', '`union` without `all`'), (r'\b\d+\.\d+\b', 'a float'), (r':\w+\s+is\s+null\s+or', '`:x is null or`'),
    (r'(?<!:)\b(ifnull|iif|glob|strftime|julianday|string_agg|group_concat|rowid|ctid|ilike|now)\b', 'an engine\'s own word'), (r'\?', '`?`'),
]
RESERVED = ('sort', 'after')


class Query:
    def __init__(self, name, line):
        self.name, self.line = name, line
        self.params, self.sorts, self.pieces = [], [], []
        self.shape = self.row = self.event = self.subject = self.about = None
        self.text = ''

    def param(self, name):
        return next((p for p in self.params if p.name == name), None)

    def has_sort(self):
        return self.param('sort') is not None


def signature(text, line):
    m = re.fullmatch(r'(\w+)\((.*?)\)\s*->\s*(done 1|done|\w+[*?!])\s*(.*)', text.strip(), re.S)
    if not m:
        raise Mistake('a signature is `name(parameters) -> result`')
    q = Query(m[1], line)
    q.params = [Field(p, extra=('@sort', 'key')) for p in m[2].split(',') if p.strip()]
    shapes = {'*': 'MANY', '?': 'MAYBE', '!': 'ONE'}
    if m[3].startswith('done'):
        q.shape = 'DONE_ONE' if m[3] == 'done 1' else 'DONE'
    else:
        q.shape, q.row = shapes[m[3][-1]], m[3][:-1]
    promises(q, m[4])
    return q


def promises(q, rest):
    """What stands after the result: `event …` of a change, `sees all: why` of a read."""
    if q.row is None:
        if re.match(r'event none:\s*\S', rest):
            return
        m = re.match(r'event ([\w.]+) of (\w+)\(:(\w+)\)(?:\s+about person\(:(\w+)\))?$', rest.strip())
        if not m:
            raise Mistake(f'the change {q.name} says neither `event verb of kind(:id)` nor `event none: why`')
        q.event, q.subject, q.about = m[1], (m[2], m[3]), m[4]
        for name in (m[3], m[4]):
            if name and not q.param(name):
                raise Mistake(f'{q.name}: its event names :{name}, which is no parameter')
    elif not q.param('viewer') and not re.match(r'sees all:\s*\S', rest):
        raise Mistake(f'{q.name} has no viewer and does not say `sees all: why`')


def sorts_of(q, text):
    for one in text.split('·'):
        m = re.fullmatch(r'\s*(\w+):\s*(.+?)(\s+desc)?,\s*([\w.]+)(\s+desc)?\s*', one)
        if not m or bool(m[3]) != bool(m[5]):
            raise Mistake(f'a sort is `name: expression, id`, both one way: "{one.strip()}"')
        q.sorts.append((m[1], m[2], m[4], bool(m[3])))


def numbers(q):
    """Parameter name -> number of its first bound value. `after` binds two; `sort` none."""
    at, places = 1, {}
    for p in q.params:
        if p.type == '@sort':
            continue
        places[p.name] = at
        at += 2 if p.type == 'key' else 1
    return places


def bound(q, text, places):
    """:name -> ?N, outside quotes."""
    def one(m):
        if m[0][0] == "'" or m[1] is None:
            return m[0]
        if m[1] not in places:
            raise Mistake(f'{q.name}: :{m[1]} is no parameter')
        q.used.add(m[1])
        return f'?{places[m[1]]}'
    return re.sub(r"'[^']*'|(?<!:):(\w+)", one, text)


def sees(q, text):
    """@sees(column, circle): narrow and wide text; None when the line has none."""
    m = re.search(r'@sees\(([\w.]+),\s*(\w+)\)', text)
    if not m:
        return None
    if not q.param('viewer'):
        raise Mistake(f'{q.name}: @sees without a viewer')
    key = 'review_id' if m[2] == 'visible_review' else 'person_id'
    narrow = f'{m[1]} in (select sees.{key} from {m[2]} sees where sees.viewer_id = :viewer)'
    wide = f'(select 1 from {m[2]} sees where sees.viewer_id = :viewer and sees.{key} = {m[1]} limit 1) = 1'
    return text[:m.start()], narrow, wide, text[m.end():]


def sorted_pieces(q, word, text, when):
    """A line holding @sort, @key or @after: one piece for each sort."""
    before, after = text.split(word, 1)
    yield before, 'ALWAYS', 0
    for i, (_, key, ident, down) in enumerate(q.sorts):
        way = ' desc' if down else ''
        first = f'?{q.after}'
        made = {'@sort': f'{key}{way}, {ident}{way}', '@key': key,
                '@after': f'({key}, {ident}) {"<" if down else ">"} ({first}, ?{q.after + 1})'}[word]
        yield made, when, i
    yield after, 'ALWAYS', 0


def cut(q):
    """The statement's lines as pieces (text, when, n)."""
    places = numbers(q)
    q.after = places.get('after', 0)
    q.used = set()
    order = [p.name for p in q.params if p.type != '@sort']
    for line in q.text.split('\n'):
        for text, when, n in line_pieces(q, line, order):
            add(q, bound(q, text, places), when, n)
    unused = [p.name for p in q.params if p.type not in ('@sort', 'key') and p.name not in q.used]
    if unused:
        raise Mistake(f'{q.name}: :{unused[0]} is never used')


def line_pieces(q, line, order):
    m = re.match(r'\?(\w+)\s(.*)$', line)
    when, n, text = 'ALWAYS', 0, line
    if m:
        p = q.param(m[1])
        if not p or not p.maybe:
            raise Mistake(f'{q.name}: ?{m[1]} names no optional parameter')
        when, n, text = 'IF_GIVEN', order.index(m[1]), m[2]
        q.used.add(m[1])
    if '@after' in text:
        i = order.index('after')
        for piece, w, k in sorted_pieces(q, '@after', text, 'IF_AFTER'):
            yield (piece, 'IF_GIVEN', i) if w == 'ALWAYS' else (piece, w, k + 64 * i)
        yield '\n', 'ALWAYS', 0
        return
    for word in ('@sort', '@key'):
        if word in text:
            yield from sorted_pieces(q, word, text, 'IF_SORT')
            yield '\n', 'ALWAYS', 0
            return
    parts = sees(q, text)
    if parts and when == 'ALWAYS':
        yield parts[0], 'ALWAYS', 0
        yield parts[1], 'IF_NARROW', 0
        yield parts[2], 'IF_WIDE', 0
        yield parts[3] + '\n', 'ALWAYS', 0
    else:
        yield text + '\n', when, n


def add(q, text, when, n):
    if not text:
        return
    if q.pieces and when == 'ALWAYS' and q.pieces[-1][1] == 'ALWAYS':
        q.pieces[-1] = (q.pieces[-1][0] + text, 'ALWAYS', 0)
    else:
        q.pieces.append((text, when, n))


def house(q):
    bare = re.sub(r"'[^']*'", "''", '\n'.join(re.sub(r'^\?\w+\s', '', l) for l in q.text.split('\n')))
    for pattern, name in FORBIDDEN:
        if re.search(pattern, bare, re.I):
            raise Mistake(f'{q.name}: house SQL has no {name}')
    if q.shape == 'MANY' and not re.search(r'order by', bare, re.I):
        raise Mistake(f'{q.name}: a list ends its `order by` with a unique column')
    if q.row is None and not re.match(r'\s*(insert|update|delete|with)\b', bare, re.I):
        raise Mistake(f'{q.name}: `done` is for insert, update, delete')


def read_file(text, folder):
    """(types, queries) of one file. Raises (line, words)."""
    types, queries, notes, body, begun = [], [], [], [], 0
    for number, line in enumerate(text.split('\n'), 1):
        if line.startswith('--') and not body:
            note(notes, number, line[2:])
        elif line.strip() or body:
            begun = begun or number
            body.append(re.sub(r'\s--\s.*$', '', line).rstrip())
            if body[-1].endswith(';'):
                finish(types, queries, notes, body, folder, begun)
                notes, body, begun = [], [], 0
        elif notes:
            begin_types(types, notes, folder)
            notes = [n for n in notes if '->' in n[1] or n[1].strip().startswith('sort ')]
    if body:
        raise Mistake(f'{begun}: the statement has no end')
    begin_types(types, notes, folder)
    return types, queries


def note(notes, number, text):
    """A comment line; one indented by three or more continues the line above, but for `sort`."""
    if notes and re.match(r'\s{3,}(?!sort )\S', text):
        notes[-1] = (notes[-1][0], notes[-1][1] + ' ' + text.strip())
    else:
        notes.append((number, text))


def begin_types(types, notes, folder):
    for number, note in notes:
        m = re.match(r'\s*type (\w+):\s*(.*)$', note)
        if m and not any(t.name == m[1] for t in types):
            try:
                types.append(RowType(m[1], fields_of(m[2]), folder))
            except Mistake as e:
                raise Mistake(f'{number}: {e}') from None


def finish(types, queries, notes, body, folder, begun):
    begin_types(types, notes, folder)
    signs = [(n, t) for n, t in notes if re.match(r'\s*\w+\(.*->', t)]
    try:
        if len(signs) != 1:
            raise Mistake('a statement has one signature line above it')
        q = signature(signs[0][1], signs[0][0])
        for _, note in notes:
            if re.match(r'\s*sort \w+:', note):
                sorts_of(q, note.strip()[len('sort '):])
        q.text = '\n'.join(body)[:-1]
        house(q)
        cut(q)
        queries.append(q)
    except Mistake as e:
        raise Mistake(f'{begun}: {e}') from None
