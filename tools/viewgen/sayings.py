"""sayings.py: values and messages of a page: one message in each language, plurals by the language's rule."""

import html

from fault import Fault
from messages import PLACE, collapse, split_ends
from nodes import Text
from values import put_value


class Sayings:
    """Part of the HtmlWriter."""

    def slot(self, n, place):
        v = self.scope.find(n.path, n.at)
        if v.type == "html" and not self.layout:
            raise Fault(n.at, "html stands in layouts only")
        if n.form == "lines":
            self.check_lines(n)
        code = put_value(v, n, place)
        allowed = self.scope.allowed(v, "").removesuffix(" && ")
        if allowed:
            self.w.open(f"if ({allowed})")
        self.w.line(code)
        if allowed:
            self.w.close()

    def plain(self, text, place):
        text = text if self.asis else collapse(text)
        self.w.lit(html.escape(text, quote=place != "text"))

    def key(self, run):
        """The run's message and its slots by place."""
        text, places = "", {}
        for x in run:
            if isinstance(x, Text):
                text += x.text
                continue
            name, n = x.path, 2
            while name in places and (places[name].form, places[name].arg) != (x.form, x.arg):
                name, n = f"{x.path}_{n}", n + 1
            places[name] = x
            text += "{" + name + "}"
        return text, places

    def message(self, run, place):
        if not run:
            return
        letters = any(c.isalpha() for x in run if isinstance(x, Text) for c in x.text)
        if not letters or self.quiet or place in ("url", "class", "raw"):
            for x in run:
                if isinstance(x, Text):
                    self.plain(x.text, place)
                else:
                    self.slot(x, "attr" if place == "raw" else place)
            return
        text, places = self.key(run)
        before, words, after = split_ends(text)
        self.w.lit(before)
        self.say(words, places, place, run[0].at)
        self.w.lit(after)

    def say(self, words, places, place, at):
        """One message in each language."""
        all_ = self.langs.all(words, at)
        if not places:
            escaped = [html.escape(t, quote=place != "text") for t in all_]
            self.w.line(f"put(o, {self.texts.table(words, escaped)}[s->lang]);")
            return
        self.w.line("switch (s->lang) {")
        for i, text in list(enumerate(all_))[1:]:
            if i > 1 and text == words:
                continue
            self.w.line(f"case {i}:{'  /* ' + self.langs.codes[i] + ' */'}")
            self.pieces(text, places, place)
        self.w.line("default:")
        self.pieces(words, places, place)
        self.w.line("}")

    def pieces(self, text, places, place):
        self.w.depth += 1
        for i, bit in enumerate(PLACE.split(text)):
            if i % 2:
                self.slot(places[bit], place)
            else:
                self.w.lit(html.escape(bit, quote=place != "text"))
        self.w.line("break;")
        self.w.depth -= 1

    def plural(self, n, place):
        v = self.scope.find(n.path, n.at)
        if v.type not in ("int", "percent", "milli"):
            raise Fault(n.at, f"{n.path} is no number to count by")
        keys, places = [], {}
        before, after = "", ""
        for form in n.forms:
            text, got = self.key(form)
            before, words, after = split_ends(text)
            keys.append(words)
            places |= got
        all_ = self.langs.all(" | ".join(keys), n.at)
        self.w.lit(before)
        self.w.line("switch (s->lang) {")
        for i in list(range(1, len(all_))) + [0]:
            forms = all_[i].split(" | ")
            self.w.line(f"case {i}:  /* {self.langs.codes[i]} */" if i else "default:")
            self.w.depth += 1
            for k, form in enumerate(forms):
                last = k == len(forms) - 1
                test = f'if (plural("{self.langs.codes[i]}", {v.c}) == {k})'
                if k == 0 and not last:
                    self.w.open(test)
                elif not last:
                    self.w.turn(f"}} else {test} {{")
                elif k:
                    self.w.turn()
                for j, bit in enumerate(PLACE.split(form)):
                    if j % 2:
                        self.slot(places[bit], place)
                    else:
                        self.w.lit(html.escape(bit, quote=place != "text"))
                if last and k:
                    self.w.close()
            self.w.line("break;")
            self.w.depth -= 1
        self.w.line("}")
        self.w.lit(after)
