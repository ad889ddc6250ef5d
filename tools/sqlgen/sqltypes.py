"""The types a signature may name, and how each looks in C and at the database. Knows no SQL."""

import re
import sys

SCALARS = {                     # type: (kind, C type)
    'int': ('INT', 'int64_t'), 'milli': ('INT', 'int64_t'), 'cents': ('INT', 'int64_t'),
    'instant': ('INT', 'int64_t'), 'percent': ('INT', 'int64_t'), 'flag': ('INT', 'int64_t'),
    'word': ('TEXT', 'const char *'), 'text': ('TEXT', 'const char *'), 'day': ('DAY', 'struct day'),
    'blob': ('BLOB', 'struct blob'), 'real': ('REAL', 'double'),
}


class Mistake(Exception):
    """A sentence about one line of a .sql file."""


def is_id(word):
    return re.fullmatch(r'[a-z_]+_id', word) is not None


def kind_of(word):
    return 'ID' if is_id(word) else SCALARS[word][0]


def c_type(word):
    return word if is_id(word) else SCALARS[word][1]


def spaced(ctype):
    """`const char *` clings to the name; others have a space before it."""
    return ctype if ctype.endswith('*') else ctype + ' '


class Field:
    """`name type?` of a row or a parameter."""

    def __init__(self, text, judged=False, extra=()):
        m = re.fullmatch(r'\s*([a-z_][a-z0-9_]*)\s+(@?[a-z_]+)(\?)?\s*', text)
        if not m:
            raise Mistake(f'"{text.strip()}" is not `name type`')
        self.name, self.type, self.maybe, self.judged = m[1], m[2], bool(m[3]), judged
        if self.type not in SCALARS and not is_id(self.type) and self.type not in extra:
            raise Mistake(f'there is no type "{self.type}"')

    def plain(self):
        return {'name': self.name, 'type': self.type, 'maybe': self.maybe, 'judged': self.judged}


def fields_of(text, extra=()):
    """`a int, b text? + c word`: what stands after + is judged in C."""
    asked, _, judged = text.partition('+')
    made = [Field(f, False, extra) for f in asked.split(',') if f.strip()]
    return made + [Field(f, True, extra) for f in judged.split(',') if f.strip()]


class RowType:
    def __init__(self, name, fields, folder):
        self.name, self.fields, self.folder = name, fields, folder

    def asked(self):
        return [f for f in self.fields if not f.judged]


def stop(path, line, words):
    sys.stderr.write(f'{path}:{line}: {words}\n')
    sys.exit(1)
