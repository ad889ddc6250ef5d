"""Words: every refusal, message key and word that code or pages name has its sentence; no sentence is written twice."""

import re

from common import SRC, bare, end, files, name


def catalogue():
    """key -> file, of all words files; twice with other words is a fault."""
    keys, faults = {}, []
    for path in sorted(SRC.rglob('*_words')):
        for i, line in enumerate(path.read_text().split('\n'), 1):
            m = re.match(r'([\w.-]+)\s*=\s*(.+)$', line)
            if m:
                if m[1] in keys and keys[m[1]][0] != m[2]:
                    faults.append(f'{name(path)}:{i}: {m[1]} has two sentences')
                keys[m[1]] = (m[2], path)
            elif line.strip() and not line.startswith('#'):
                faults.append(f'{name(path)}:{i}: no `key = words`')
    return keys, faults


def named(path):
    """Keys that a C file names in full."""
    text = path.read_text()
    for m in re.finditer(r'"((?:refused|told|outcome|nav)\.[\w.-]+)"', text):
        yield text.count('\n', 0, m.start()) + 1, m[1]


def main():
    keys, faults = catalogue()
    looked = len(keys)
    for path in files('.c'):
        if path.name.endswith('_test.c'):
            continue
        for line, key in named(path):
            looked += 1
            if key not in keys:
                faults.append(f'{name(path)}:{line}: "{key}" has no words')
    end(looked, faults)


main()
