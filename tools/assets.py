"""Embeds web/ files into C: name, type, bytes, and a short digest for the address."""

import hashlib
import pathlib
import re
import sys

TYPES = {'.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
         '.woff2': 'font/woff2', '.json': 'application/json', '.webmanifest': 'application/manifest+json'}


def rows(data):
    for i in range(0, len(data), 32):
        yield '\t' + ','.join(str(b) for b in data[i:i + 32]) + ','


def versioned(css, tags):
    """Fonts named by their digest and relative to the sheet, so that they are kept for ever under any base path."""
    return re.sub(rb'url\("/assets/([\w.-]+)"\)', lambda m: f'url("{m[1].decode()}?v={tags[m[1].decode()]}")'.encode(), css)


def main(folder, target, more):
    out = ['/* Made by tools/assets.py. */', '#include "http/asset.h"', '']
    table = []
    tags = {}
    files = [p for p in pathlib.Path(folder).iterdir() if p.suffix in TYPES] + list(more)
    for i, path in enumerate(sorted(files, key=lambda p: (p.suffix == '.css', p.name))):
        data = versioned(path.read_bytes(), tags) if path.suffix == '.css' else path.read_bytes()
        out += [f'static const unsigned char data_{i}[] = {{', *rows(data), '};']
        tag = hashlib.sha256(data).hexdigest()[:12]
        tags[path.name] = tag
        table.append(f'\t{{ "{path.name}", "{TYPES[path.suffix]}", data_{i}, sizeof data_{i}, "{tag}" }},')
    out += ['', 'const struct asset assets[] = {', *table, '\t{ 0 }', '};', '']
    text = '\n'.join(out)
    file = pathlib.Path(target)
    if not file.exists() or file.read_text() != text:
        file.write_text(text)


main(sys.argv[1], sys.argv[2], map(pathlib.Path, sys.argv[3:]))
