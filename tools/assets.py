"""Embeds web/ files into C: name, type, bytes, and a short digest for the address."""

import hashlib
import pathlib
import sys

TYPES = {'.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
         '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json'}


def rows(data):
    for i in range(0, len(data), 32):
        yield '\t' + ','.join(str(b) for b in data[i:i + 32]) + ','


def main(folder, target):
    out = ['/* Made by tools/assets.py. */', '#include "http/asset.h"', '']
    table = []
    for i, path in enumerate(sorted(p for p in pathlib.Path(folder).iterdir() if p.suffix in TYPES)):
        data = path.read_bytes()
        out += [f'static const unsigned char data_{i}[] = {{', *rows(data), '};']
        tag = hashlib.sha256(data).hexdigest()[:12]
        table.append(f'\t{{ "{path.name}", "{TYPES[path.suffix]}", data_{i}, sizeof data_{i}, "{tag}" }},')
    out += ['', 'const struct asset assets[] = {', *table, '\t{ 0 }', '};', '']
    text = '\n'.join(out)
    file = pathlib.Path(target)
    if not file.exists() or file.read_text() != text:
        file.write_text(text)


main(sys.argv[1], sys.argv[2])
