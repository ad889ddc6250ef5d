"""demo_test.py: the demo's pages, made, compiled with warnings as errors under ASan and UBSan, and shown."""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
VIEWGEN = os.path.join(os.path.dirname(HERE), "viewgen.py")
FLAGS = ("-std=gnu17 -g -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes "
         "-fsanitize=address,undefined -fno-sanitize-recover=all").split()


def build(out, cc):
    demo = os.path.join(HERE, "demo")
    src = os.path.join(out, "src")
    if not os.path.isdir(src):
        subprocess.run(["cp", "-r", os.path.join(demo, "src"), src], check=True)
        os.makedirs(os.path.join(src, "views"))
        subprocess.run(["cp", os.path.join(ROOT, "src/views/views_words"), os.path.join(src, "views")], check=True)
        subprocess.run([sys.executable, VIEWGEN, "--types", os.path.join(demo, "types.json"), "--src", src,
                        "--out", out, "--lang", os.path.join(HERE, "none")], check=True)
    base = [f for f in glob.glob(os.path.join(ROOT, "src/base/*.c"))
            if not f.endswith("_test.c") and not f.endswith("/test.c")]
    views = [f for f in glob.glob(os.path.join(ROOT, "src/views/*.c")) if not f.endswith(("_test.c", "/chart.c"))]   # charts need rows
    subprocess.run([cc, *FLAGS, f"-I{out}", f"-I{demo}", f"-I{ROOT}/src", "-o", os.path.join(out, cc),
                    *glob.glob(os.path.join(out, "*.c")), os.path.join(demo, "main.c"),
                    os.path.join(HERE, "stubs.c"), *base, *views, "-lutf8proc", "-lsodium", "-lm", "-lpthread"],
                   check=True)
    return os.path.join(out, cc)


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.programs = [build(cls.folder.name, cc) for cc in ("gcc", "clang")]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def show(self, *words):
        """(status line, body), the same from both compilers."""
        got = [subprocess.run([p, *words], check=True, capture_output=True, text=True).stdout for p in self.programs]
        self.assertEqual(got[0], got[1])
        head, _, body = got[0].partition("\n")
        return head, body

    def test_a_page_in_english(self):
        head, page = self.show("en", "html", "goals")
        self.assertEqual(head, "200 -")
        for text in ("<h1>Ana &lt;Bo&gt;: goals</h1>", '<a href="/goals/7" title="Due on 11 April 2026">',
                     "Ship &lt;it&gt; &amp; \"sleep\"", 'value="a&quot;b"', "2 goals", "1.5",
                     '<time datetime="2026-04-11">11 April 2026</time>', '<span class="pill pill-late">Late</span>',
                     '<input type="hidden" name="csrf" value="T&lt;1">'):
            self.assertIn(text, page)
        self.assertNotIn("{{", page)

    def test_the_pseudo_language_leaves_no_plain_word(self):
        _, page = self.show("xx", "html", "goals")
        text = re.sub(r"\[[^\]]*\]|<[^>]*>|Ana &lt;Bo&gt;|Ship.*sleep\"|Learn", " ", page)
        self.assertEqual(re.findall(r"[A-Za-z]{2,}", text), [])

    def test_json_is_the_same_struct(self):
        _, body = self.show("en", "json", "goals")
        got = json.loads(body)
        self.assertEqual(got["goals"][0], {"id": "7", "title": 'Ship <it> & "sleep"', "due": "2026-04-11",
                                           "reached": "3.5", "pace": "good", "come": 40})
        self.assertIsNone(got["goals"][1]["reached"])
        self.assertEqual(got["secret"], "1.5")
        self.assertNotIn("initials", got)

    def test_what_one_may_not_see_is_not_there(self):
        _, body = self.show("en", "denied", "goals")
        self.assertNotIn("secret", json.loads(body))

    def test_rows_lie_in_their_parents(self):
        _, body = self.show("en", "json", "review")
        got = json.loads(body)["sections"]
        self.assertEqual([[len(q["anchors"]) for q in s["questions"]] for s in got], [[2, 0], [1], []])
        _, page = self.show("en", "html", "review")
        self.assertEqual(page.count('type="radio"'), 3)
        self.assertEqual(page.count(" checked"), 1)
        self.assertEqual(page.count("No questions."), 1)
        self.assertNotIn("<title>", page)

    def test_rows_left_over_are_broken(self):
        head, body = self.show("en", "left", "review")
        self.assertEqual((head, body), ("0 rows left over in review_form.anchors", ""))

    def test_a_form_shown_again(self):
        head, page = self.show("en", "again", "goals")
        self.assertEqual(head, "422 -")
        first, second = page.split("<form method=\"post\"")[1:]
        self.assertNotIn("error", first)
        self.assertIn('value="ten&quot;" aria-invalid="true" aria-describedby="reached-error"></label>'
                      '<p class="error" id="reached-error">This is not a number.', second)
        self.assertIn('value="b" checked', second)
        self.assertNotIn('value="a" checked', second)
        self.assertIn('role="alert"><p class="error">Please fill this in.', second)


if __name__ == "__main__":
    unittest.main()
