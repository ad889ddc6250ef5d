"""code.py: C text being written: literals are gathered, lines indented."""

import re

PUT = 'LIT(o, '


def c_text(text):
    """A C literal of any text, without quotes."""
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return out.replace("??", "?\\?")


def c_lines(text, indent, first, last, most=96):
    """ "text" over as many lines as it takes: FIRST"…"LAST."""
    whole = f'{indent}{first}"{c_text(text)}"{last}'
    if len(whole.expandtabs(8)) <= most:
        return [whole]
    room = max(40, most - len(indent.expandtabs(8)) - 10)
    bits, rest = [], text
    while rest:
        cut = len(rest)
        while len(c_text(rest[:cut])) > room:
            cut = min(cut - 1, max(1, int(cut * room / len(c_text(rest[:cut])))))
        if cut < len(rest):
            back = max(rest.rfind(" ", cut // 2, cut), rest.rfind("<", cut // 2, cut) - 1)
            cut = back + 1 if back > 0 else cut
        bits.append(rest[:cut])
        rest = rest[cut:]
    out = [f'{indent}{first}"{c_text(bits[0])}"']
    out += [f'{indent}    "{c_text(b)}"' for b in bits[1:]]
    out[-1] += last
    return out


class Code:
    def __init__(self, depth=1):
        self.lines, self.depth, self.text = [], depth, ""

    @property
    def indent(self):
        return "\t" * self.depth

    def lit(self, text):
        """Bytes of the page as they are."""
        self.text += text

    def flush(self):
        if self.text:
            self.lines += c_lines(self.text, self.indent, PUT, ");")
            self.text = ""

    def line(self, text):
        self.flush()
        self.lines.append(self.indent + text if text else "")

    def open(self, text):
        """if (…) — the brace is added."""
        self.line(text + " {")
        self.depth += 1

    def turn(self, text="} else {"):
        self.flush()
        self.depth -= 1
        self.line(text)
        self.depth += 1

    def close(self, text="}"):
        self.flush()
        self.depth -= 1
        self.line(text)

    def splice(self, other):
        """Lines written by another Code at the same depth."""
        other.flush()
        self.flush()
        self.lines += other.lines

    def done(self):
        self.flush()
        return "\n".join(self.lines)

    def uses(self, name):
        """Whether a C name stands in what was written."""
        return re.search(rf"(?<![A-Za-z0-9_\"]){name}(?![A-Za-z0-9_])", self.done()) is not None
