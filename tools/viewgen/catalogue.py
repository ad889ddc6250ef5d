"""catalogue.py: *_words files to words.c: every key in every language, looked up by halves."""

import re

from code_out import c_text
from fault import Fault


def read_words(files):
    """{key: (text, at)} of all files; a key stands once."""
    out = {}
    for path, text in files:
        for n, line in enumerate(text.split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            m = re.fullmatch(r"([a-z_][A-Za-z0-9_.-]*)\s+=\s(.*)", line.rstrip())
            if not m:
                raise Fault((path, n), "a line is: key = words")
            if m[1] in out and out[m[1]][0] != m[2]:
                old = out[m[1]][1]
                raise Fault((path, n), f"{m[1]} stands already in {old[0]}:{old[1]}, with other words")
            out.setdefault(m[1], (m[2], (path, n)))
    return out


def words_file(words, langs):
    codes = "".join(f'\t{{ "{c}", "{"en-XA" if c == "xx" else c}", {"true" if c in langs.RTL else "false"} }},\n'
                    for c in langs.codes)
    rows = []
    for key in sorted(words):
        every = langs.all(words[key][0], words[key][1]) if not key.startswith("shape.") else \
            [langs.texts.get(c, {}).get(key, words[key][0]) for c in langs.codes]
        rows.append(f'\t{{ "{key}", {{\n' + "".join(f'\t\t"{c_text(t)}",\n' for t in every) + "\t} },\n")
    return f"""/* words.c: enum words, refusals and months in every language. Made by tools/viewgen. */
#include "views/views.h"

#include <string.h>

enum {{ LANGS = {len(langs.codes)}, KEYS = {len(words)} }};

const struct language languages[] = {{
{codes}	{{ NULL, NULL, false }}
}};

static const struct {{
	const char *key, *text[LANGS];
}} rows[] = {{
{"".join(rows)}	{{ NULL, {{ NULL }} }}
}};

const char *
words_of(int lang, const char *key)
{{
	size_t low = 0, high = KEYS;

	while (low < high) {{
		size_t mid = (low + high) / 2;
		int way = strcmp(key, rows[mid].key);

		if (way == 0)
			return rows[mid].text[lang];
		if (way < 0)
			high = mid;
		else
			low = mid + 1;
	}}
	return NULL;
}}
"""
