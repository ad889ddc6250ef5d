"""messages.py: what people read, per language: keys, translations, the pseudo-language xx."""

import os
import re

ACCENTS = str.maketrans("aceghijklnorsuwyzACEGHIJKLNORSUWYZ", "áçéğĥíĵķļñóŕšúŵýžÁÇÉĞĤÍĴĶĻÑÓŔŠÚŴÝŽ")
PAD = "ëø åü ïö ëà "
PLACE = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


def pseudo(text):
    """ "Goals of {who}" -> "[Ğóáļš óf {who} ëø å]": accents, 40 % longer, places kept."""
    letters = sum(c.isalpha() for c in PLACE.sub("", text))
    parts = PLACE.split(text)
    for i in range(0, len(parts), 2):
        parts[i] = parts[i].translate(ACCENTS)
    for i in range(1, len(parts), 2):
        parts[i] = "{" + parts[i] + "}"
    n = max(1, -(-letters * 2 // 5))
    return "[" + "".join(parts) + " " + (PAD * (n // len(PAD) + 1))[:n].strip() + "]"


def collapse(text):
    """Runs of white space as one space (or one new line); no-break spaces stay."""
    return re.sub(r"[ \t\r\n\f]+", lambda m: "\n" if "\n" in m[0] else " ", text)


def split_ends(text):
    """(white space before, the words, white space after)."""
    m = re.fullmatch(r"([ \t\r\n\f]*)(.*?)([ \t\r\n\f]*)", text, re.S)
    return collapse(m[1]), re.sub(r"[ \t\r\n\f]+", " ", m[2]), collapse(m[3])


class Languages:
    """en first, xx second, then each web/lang/CODE.words."""

    RTL = {"xx", "ar", "he", "fa", "ur"}

    def __init__(self, folder=None):
        self.codes, self.texts, self.keys = ["en", "xx"], {}, {}
        if folder and os.path.isdir(folder):
            for name in sorted(os.listdir(folder)):
                if name.endswith(".words") and name[:-6] not in self.codes:
                    self.codes.append(name[:-6])
                    self.texts[name[:-6]] = self.read(os.path.join(folder, name))

    @staticmethod
    def read(path):
        out = {}
        with open(path, encoding="utf-8") as f:
            for line in f:
                key, is_one, text = line.rstrip("\n").partition(" = ")
                if is_one and not line.startswith("#"):
                    out[key] = text
        return out

    def all(self, key, at=None):
        """The message in every language, in order."""
        if at:
            self.keys.setdefault(key, at)
        return [self.one(code, key) for code in self.codes]

    def one(self, code, key):
        if code == "en":
            return key
        if code == "xx":
            return " | ".join(pseudo(x) for x in key.split(" | "))
        text = self.texts[code].get(key, key)
        places = set(PLACE.findall(text))
        return text if places <= set(PLACE.findall(key)) else key
