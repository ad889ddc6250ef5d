"""Sizes: functions up to 60 lines, handlers 30, files 500, headers 150. Prints the worst twenty."""

import re

from common import ROOT, bare, end, files, name


def functions(path):
    """(name, line, length, is a handler) of each function of a file laid out as STYLE.md asks."""
    lines = bare(path.read_text()).split('\n')
    for i, line in enumerate(lines):
        if line != '{' or i < 1:
            continue
        head = i - 1
        while head > 0 and not re.match(r'\w+\(', lines[head]):
            head -= 1
        m = re.match(r'(\w+)\(', lines[head])
        stop = next((k for k in range(i, len(lines)) if lines[k] == '}'), None)
        if m and stop is not None:
            yield m[1], head + 1, stop - i - 1, 'struct reply' in lines[head - 1]


def main():
    allowed = set((ROOT / 'tools/checks/sizes.allow').read_text().split()) if (ROOT / 'tools/checks/sizes.allow').exists() else set()
    league, faults, looked = [], [], 0
    for path in files('.c', '.h'):
        n = len(path.read_text().split('\n'))
        looked += 1
        if n > (150 if path.suffix == '.h' else 500) and name(path) not in allowed:
            faults.append(f'{name(path)}: {n} lines')
        if path.suffix == '.h':
            continue
        for f, line, length, handler in functions(path):
            looked += 1
            league.append((length, f'{name(path)}:{line} {f}'))
            if length > (30 if handler else 60) and f'{name(path)}:{f}' not in allowed:
                faults.append(f'{name(path)}:{line} {f} has {length} lines')
    league.sort(reverse=True)
    for length, words in league[:20]:
        print(f'note: {length} {words}')
    print(f'note: median {league[len(league) // 2][0]}, nine in ten within {league[len(league) // 10][0]}')
    end(looked, faults)


main()
