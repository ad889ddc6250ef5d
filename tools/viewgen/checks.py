"""checks.py: markup that may not be written at all. Looks at one attribute or element."""

import re

from fault import Fault
from nodes import Attr, If, Slot, Text

VOID = set("area base br col embed hr img input link meta source track wbr".split())
RAW = set("script style textarea title".split())        # no elements inside
BOOLS = set("checked selected disabled hidden open required readonly multiple autofocus novalidate defer "
            "async reversed".split())
URLS = set("href src action formaction hx-get hx-post hx-put hx-delete hx-patch hx-push-url poster cite data-autosave "
           "xlink:href".split())
MESSAGES = set("title alt placeholder aria-label label data-label data-not-saved aria-roledescription "
               "aria-valuetext".split())
REFUSED = set("iframe object embed base style applet frame frameset marquee font center".split())
SCHEMES = ("https://", "http://", "mailto:", "tel:", "data:image/")


def is_message(name):
    """Attributes that people read."""
    return name in MESSAGES or (name.startswith("data-") and name.endswith("-word"))


def check_attr(a):
    if a.name == "style":
        raise Fault(a.at, "style= is not allowed: use a class")
    if a.name.startswith("on") or a.name.startswith("hx-on"):
        raise Fault(a.at, f"{a.name}= is not allowed: scripts stand in web/")
    if a.name in ("srcdoc", "ping", "manifest", "http-equiv", "srcset", "background"):
        raise Fault(a.at, f"{a.name}= is not allowed")
    text = "".join(x.text for x in a.parts or [] if isinstance(x, Text)).strip().lower()
    if a.name in ("hx-vals", "hx-headers", "hx-vars") and re.match(r"(js|javascript):", text):
        raise Fault(a.at, f"{a.name}= may hold no script")
    if a.name == "hx-vars":
        raise Fault(a.at, "hx-vars= is not allowed")
    if a.name in URLS:
        check_url(a)


def check_url(a):
    """An address begins with / ? # or a known scheme, in letters; or is one slot, checked at run time."""
    parts = a.parts or []
    if len(parts) == 1 and isinstance(parts[0], Slot):
        return
    if any(isinstance(x, If) for x in parts):
        if len(parts) == 1:
            for branch in (parts[0].body, parts[0].other):
                if branch:
                    check_url(Attr(a.name, branch, a.at))
            return
        if not isinstance(parts[0], Text):
            raise Fault(a.at, f"{a.name}= begins with a condition: put all of it inside")
    if not parts:
        return
    if not isinstance(parts[0], Text):
        raise Fault(a.at, f"{a.name}= begins with a slot: an address begins with / ? or #")
    head = parts[0].text
    if re.match(r"//|/\\", head):
        raise Fault(a.at, f"{a.name}= begins with //: another site")
    if head[:1] in ("/", "?", "#") or head in ("true", "false"):
        if head == "/" and len(parts) > 1:
            raise Fault(a.at, f"{a.name}= takes its first part from a slot")
        return
    if head.lower().startswith(SCHEMES):
        rest = head.split(":", 1)[1]
        if head.lower().startswith("http") and len(parts) > 1 and "/" not in rest[2:]:
            raise Fault(a.at, f"{a.name}= takes its host from a slot")
        return
    raise Fault(a.at, f"{a.name}= must begin with / ? # or https:// (found “{head[:30]}”)")


def check_element(e):
    name = e.name.lower()
    if name != e.name and not re.match(r"(linearGradient|clipPath|foreignObject)$", e.name):
        raise Fault(e.at, f"<{e.name}> is not in lower case")
    if name in REFUSED:
        raise Fault(e.at, f"<{name}> is not allowed")
    if name == "script" and not e.static("src"):
        raise Fault(e.at, "an inline script is not allowed: scripts stand in web/")
    if name == "form" and e.static("method", "get") not in ("get", "post", "dialog"):
        raise Fault(e.at, "a form's method is get or post")
    if name == "input" and e.static("type", "text") in ("submit", "button", "image", "reset"):
        raise Fault(e.at, "write <button>, its text can be translated")
    if name == "input" and e.static("type", "text") is None:
        raise Fault(e.at, "an input's type may not be a slot")
    if name == "img" and e.attr("alt") is None:
        raise Fault(e.at, "<img> needs alt=")


def check_script(e):
    if any(not (isinstance(c, Text) and not c.text.strip()) for c in e.children):
        raise Fault(e.at, "an inline script is not allowed: scripts stand in web/")
