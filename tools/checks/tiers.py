"""Tiers: nothing includes, and no query names a table, of a tier above; tier 2 modules do not meet."""

import re

from common import SRC, end, files, name

ORDER = ['base', 'db', 'http', 'views', 'jobs', 'stats', 'people', 'access', 'notices', 'forms', 'ballots', 'cycles',
         'goals', 'kpis', 'tasks', 'feedback', 'corrections', 'checkins', 'development', 'recognition', 'surveys', 'improvement',
         'reviews', 'insights', 'home', 'demo', 'src']
TIER2 = set(ORDER[12:22])
PLATFORM = {'base': 0, 'db': 1, 'http': 2, 'views': 2, 'jobs': 2, 'stats': 2}


def tier(folder):
    return PLATFORM.get(folder, ORDER.index(folder) + 3)


def folder_of(path):
    return path.parent.name if path.parent != SRC else 'src'


def table_owners():
    owners = {}
    for path in SRC.rglob('schema/*.sql'):
        for t in re.findall(r'create (?:table|view) (\w+)', path.read_text()):
            owners[t] = path.parent.parent.name
    return owners


def may(own, other):
    if own == other:
        return True
    if own in TIER2 and other in TIER2:
        return False
    return tier(other) <= tier(own)


# What every module names in its routes: who may, about what. They include nothing else of access.
CONTRACT = ('access/subject.h', 'access/policy.h')


# Circles that access publishes for every list, under a name (H19).
CIRCLES = ('visible_person',)

# What modules of tier 2 publish to each other, each with its circle: read in queries, never changed.
PUBLISHED = ('goal_card', 'visible_goal', 'task_card', 'visible_task')


def includes(path):
    for i, line in enumerate(path.read_text().split('\n'), 1):
        m = re.match(r'#include "(?:app/)?(\w+)/\w+\.h"', line) or re.match(r'#include "(\w+)_(?:queries|views)\.h"', line)
        if m and m[1] in ORDER and not any(c in line for c in CONTRACT):
            yield i, m[1]


def main():
    faults, looked = [], 0
    for path in files('.c', '.h'):
        own = folder_of(path)
        if own not in ORDER:
            faults.append(f'{name(path)}: {own} is in no tier')
            continue
        for line, other in includes(path):
            looked += 1
            if not may(own, other):
                faults.append(f'{name(path)}:{line}: {own} includes {other}')
    owners = table_owners()
    for path in files('.sql'):
        own = path.parent.parent.name if path.parent.name == 'schema' else path.parent.name
        text = re.sub(r'--[^\n]*', '', path.read_text())
        for t in set(re.findall(r'\b(?:from|join|into|update|references)\s+(\w+)', text)):
            if t in owners and t not in CIRCLES and not (t in PUBLISHED and path.parent.name != 'schema'):
                looked += 1
                if not may(own, owners[t]):
                    faults.append(f'{name(path)}: {own} names the table {t} of {owners[t]}')
    end(looked, faults)


main()
