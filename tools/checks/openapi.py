"""docs/api/openapi.json is what the program's routes and pages say; a field removed or retyped needs a CHANGELOG line."""

import json
import pathlib
import subprocess
import sys
import tempfile

from common import ROOT, end

KEPT = ROOT / 'docs/api/openapi.json'


def made(program):
    """The description as the sources say it now."""
    routes = subprocess.run([program, 'routes'], capture_output=True, text=True, check=True).stdout
    lines = subprocess.run([sys.executable, ROOT / 'tools/route_pages.py', ROOT / 'src'], input=routes, capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        table, out = pathlib.Path(folder) / 'routes', pathlib.Path(folder) / 'openapi.json'
        table.write_text(lines)
        subprocess.run([sys.executable, ROOT / 'tools/viewgen/openapi.py', '--schemas', ROOT / 'gen/schemas.json', '--routes', table, '--out', out], check=True)
        return out.read_text()


def main():
    text = made(ROOT / 'build/meridian')
    if '--write' in sys.argv:
        KEPT.write_text(text)
    kept = KEPT.read_text() if KEPT.exists() else '{}'
    faults = [] if kept == text else ['docs/api/openapi.json is not what the program says: python3 tools/checks/openapi.py --write, and say in CHANGELOG.md what changed']
    end(len(json.loads(text).get('paths', {})), faults)


main()
