"""What the checks share: the files, and how a check ends."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SRC = ROOT / 'src'


def files(*suffixes):
    return sorted(p for p in SRC.rglob('*') if p.suffix in suffixes)


def name(path):
    return str(path.relative_to(ROOT))


def bare(text):
    """C without comments and without what stands in quotes; lines stay where they are."""
    def blank(m):
        return '""' if m[0][0] == '"' else re.sub(r'[^\n]', ' ', m[0])
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)


def end(looked, faults):
    for f in faults:
        print(f)
    print(f'{looked - len(faults) if looked > len(faults) else 0} passed, {len(faults)} failed')
    sys.exit(1 if faults else 0)
