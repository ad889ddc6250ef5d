"""Rooms: what a file of each room never says (DESIGN, Rooms). Comments and quoted text do not count, but where said."""

import re

from common import SRC, bare, end, files, name

SQL = re.compile(r'"\s*(select|insert into|update \w+ set|delete from|create table)\b', re.I)
MARKUP = re.compile(r'"[^"\n]*<(/?(p|a|div|span|ul|li|h[1-6]|table|form|input|button)\b)', re.I)
POISONED = re.compile(r'\b(strcpy|strcat|sprintf|vsprintf|alloca|gets)\s*\(')
APP_POISONED = re.compile(r'\b(malloc|calloc|realloc|free|time|clock_gettime|localtime|gmtime)\s*\(')
FLOATS = re.compile(r'\b(float|double)\b')
BAD_NAMES = re.compile(r'\b(\w*_)?(util|helper)s?(_\w+)?\s*\(')
PERMISSION = re.compile(r'\bpolicy\s*\(')


def app(path):
    return 'app' in path.relative_to(SRC).parts


def test(path):
    return path.name.endswith('_test.c')


def faults_of(path):
    text = path.read_text()
    code = bare(text)
    if test(path):
        return
    first = text.split('\n', 1)[0]
    if not first.startswith('/*'):
        yield 'does not begin by saying what it is'
    rules = [(POISONED, code, 'a poisoned call')]
    if path.parent.name not in ('stats', 'db'):
        rules.append((FLOATS, code, 'a float outside stats/'))
    if path.parent.name != 'db':
        rules.append((SQL, text, 'SQL outside a .sql file'))
    if path.parent.name != 'views':
        rules.append((MARKUP, text, 'markup outside a page'))
    if app(path):
        rules += [(APP_POISONED, code, 'memory or a clock of its own'), (BAD_NAMES, code, 'a name that says nothing')]
        if path.name.endswith(('_pages.c', '_jobs.c')):
            rules.append((PERMISSION, code, 'a permission check in a handler'))
    for pattern, where, words in rules:
        for m in pattern.finditer(where):
            yield f'{where.count(chr(10), 0, m.start()) + 1}: {words}: {m[0].strip()[:40]}'


def template_faults(path):
    text = path.read_text()
    for pattern, words in ((r'<script(?![^>]*src=)', 'inline script'), (r'<style', 'inline style'), (r'\sstyle=', 'a style attribute'),
                           (r'\son\w+=', 'an event attribute'), (r'\b(select|update|insert)\s+\w+\s+from\b', 'SQL')):
        for m in re.finditer(pattern, text, re.I):
            yield f'{text.count(chr(10), 0, m.start()) + 1}: {words}'


def main():
    faults, looked = [], 0
    for path in files('.c', '.h'):
        looked += 1
        faults += [f'{name(path)}:{f}' for f in faults_of(path)]
    for path in files('.html'):
        looked += 1
        faults += [f'{name(path)}:{f}' for f in template_faults(path)]
    end(looked, faults)


main()
