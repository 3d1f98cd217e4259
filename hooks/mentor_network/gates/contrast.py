"""A8: the contrast of every pair of text and background colours in the style sheet, in every colour scheme.

Every colour is a token, a custom property that tokens.css defines for each scheme. A rule with a text and a background
colour is a pair. Other text takes the background of its parents, so it needs contrast on each background in `TEXTS`.
axe tests only what a browser has rendered; this also tests states that no page is in, such as an error message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mentor_network.gates.page import Site

SHEET = "assets/site.css"
#: The notice that ends the rules of Material at the head of the style sheet.
OURS = "/*! Our own rules */"
#: Backgrounds with a text colour of their own.
ON_PLUM, ON_YOU, ON_ACT = ("--mn-plum",), ("--mn-you",), ("--mn-act",)
PAPER = ("--mn-ground", "--mn-sheet", "--mn-sheet-2")
SIGNALS = ("--mn-yes-sheet", "--mn-check-sheet")
#: Text colour → every background that it may have.
TEXTS = {
    "--mn-ink": (*PAPER, *SIGNALS, "--mn-shade"),
    "--mn-ink-2": (*PAPER, *SIGNALS),
    "--mn-link": (*PAPER, *SIGNALS),
    "--mn-link-hover": (*PAPER, *SIGNALS),
    "--mn-visited": (*PAPER, *SIGNALS),
    "--mn-brand": PAPER,
    "--mn-stop": (*PAPER, "--mn-stop-sheet"),
    "--mn-yes": ("--mn-ground", "--mn-sheet", "--mn-yes-sheet"),
    "--mn-check": ("--mn-ground", "--mn-sheet", "--mn-check-sheet"),
    "--mn-on-plum": ON_PLUM,
    "--mn-on-plum-2": ON_PLUM,
    "--mn-plum": ("--mn-on-plum",),
    "--mn-on-you": ON_YOU,
    "--mn-on-act": ON_ACT,
    "--mn-edge": (),  # only for borders: see `PARTS`
}
#: Colour of borders, marks and bars → the backgrounds that it needs contrast with.
PARTS = {
    "--mn-edge": PAPER,
    "--mn-brand": (*PAPER, *SIGNALS),
    "--mn-yes": ("--mn-sheet-2", "--mn-yes-sheet"),
    "--mn-check": ("--mn-check-sheet",),
    "--mn-stop": ("--mn-ground", "--mn-sheet"),
    "--mn-act": PAPER,
    "--mn-you-edge": PAPER,
}
#: The focus ring has 2 colours, and 1 of them needs contrast with any background.
RING = ("--mn-focus", "--mn-focus-edge")
RING_ON = (*PAPER, *SIGNALS, "--mn-plum", "--mn-you", "--mn-act")

COLOUR = re.compile(r"#(?:[\da-f]{3}|[\da-f]{6})", re.I)
#: Values that are no colour of ours: keywords, and colours of the browser or the system.
NO_COLOUR = re.compile(
    r"inherit|currentcolor|transparent|none|revert|initial|canvas(text)?|highlight(text)?|linktext|buttontext|0", re.I
)


class Rule(NamedTuple):
    """A rule of a style sheet: its at-rules, selector and declarations."""

    conditions: str
    selector: str
    declarations: dict[str, str]


def style_sheets(site: Site) -> dict[str, str]:
    """Our own style sheets by name, the one with the tokens first, without the rules of Material."""
    names = sorted(site.files(".css"), key=lambda name: name != SHEET)
    return {name: site.text(name).rpartition(OURS)[2] for name in names}


def rules(css: str) -> Iterator[Rule]:
    """Parse the rules of a style sheet, with those inside at-rules."""
    around: list[str] = []
    bare = re.sub(r"/\*.*?\*/|url\(\"data:.*?\"\)", "", css, flags=re.DOTALL)
    for before, mark in re.findall(r"([^{}]*)([{}])", bare):
        if mark == "{":
            around.append(" ".join(before.split()))
        else:
            declarations = {} if not around else dict(re.findall(r"([\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)", before.strip()))
            if declarations:
                yield Rule(" ".join(around[:-1]), around[-1], declarations)
            del around[-1:]


def schemes(css: str) -> dict[str, dict[str, str]]:
    """Scheme → token → colour. Later rules override earlier ones."""
    when = {
        "light": (),
        "dark": ("dark",),
        "print": ("print",),
        "more contrast": ("more",),
        "more contrast, dark": ("dark", "more"),
    }
    found: dict[str, dict[str, str]] = {}
    for scheme, words in when.items():
        tokens: dict[str, str] = {}
        for rule in rules(css):
            holds = not rule.conditions or any(word in rule.conditions for word in words)
            if holds and ":root" in rule.selector and "min-width" not in rule.conditions:
                tokens |= {name: value for name, value in rule.declarations.items() if name.startswith("--mn-")}
        found[scheme] = {name: _resolved(name, tokens) for name in tokens}
    return found


def _resolved(name: str, tokens: dict[str, str]) -> str:
    value = tokens[name]
    for _ in tokens:
        reference = re.fullmatch(r"var\((--[\w-]+)\)", value)
        value = tokens.get(reference[1], "") if reference else value
    return value


def ratio(one: str, other: str) -> float:
    """The contrast ratio of 2 colours, such as #1d70b8, by the formula of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def colours_have_enough_contrast(site: Site) -> Iterator[str]:
    """A8: at least 4.5 to 1 for text, and 3 to 1 for borders, marks and the focus ring."""
    css = "\n".join(style_sheets(site).values())
    pairs = {(text, ground) for text, grounds in TEXTS.items() for ground in grounds} | set(_pairs_of_rules(css))
    needed = {*TEXTS, *PARTS, *RING, *RING_ON, *(name for pair in pairs for name in pair)}
    for scheme, tokens in schemes(css).items():
        if unknown := sorted(name for name in needed if not COLOUR.fullmatch(tokens.get(name, ""))):
            yield f"{SHEET}: {scheme}: {', '.join(unknown)} has no colour that can be read, such as #1d70b8"
            continue
        for text, ground in sorted(pairs):
            yield from _too_weak(scheme, tokens, text, ground, 4.5)
        for part, grounds in PARTS.items():
            for ground in grounds:
                yield from _too_weak(scheme, tokens, part, ground, 3)
        for ground in RING_ON if scheme != "print" else ():
            if max(ratio(tokens[ring], tokens[ground]) for ring in RING) < 3:
                yield f"{SHEET}: {scheme}: the ring of the focus does not show on {ground}"


def _too_weak(scheme: str, tokens: dict[str, str], one: str, other: str, least: float) -> Iterator[str]:
    if (found := ratio(tokens[one], tokens[other])) < least:
        yield f"{SHEET}: {scheme}: {one} on {other} is {found:.2f} to 1, and {least} is needed"


def _pairs_of_rules(css: str) -> Iterator[tuple[str, str]]:
    """Pairs of text and background token that one rule sets together."""
    for rule in rules(css):
        text, ground = (_token(rule.declarations.get(name, "")) for name in ("color", "background"))
        if text and ground and "print" not in rule.conditions:
            yield text, ground


def _token(value: str) -> str:
    found = re.search(r"var\((--mn-[\w-]+)\)", value)
    return found[1] if found else ""


def every_colour_is_a_known_token(site: Site) -> Iterator[str]:
    """A8: every colour is a token, and every token is used as a text, background or border that is listed above."""
    grounds = {ground for lists in (*TEXTS.values(), *PARTS.values()) for ground in lists} | {"--mn-stop-sheet"}
    for name, css in style_sheets(site).items():
        for rule in rules(css):
            for declared, known in (
                ("color", TEXTS),
                ("background", grounds),
                ("fill", PARTS),
                ("border-color", TEXTS | PARTS),
            ):
                value = rule.declarations.get(declared, "").replace("!important", "").strip()
                token = _token(value)
                if token and token not in known and not (declared == "fill" and token in grounds):
                    yield f"{name}: `{rule.selector}` has {token} as its {declared}, which no pair holds"
                if value and not token and not NO_COLOUR.fullmatch(value):
                    yield f"{name}: `{rule.selector}` has a {declared} without a name: {value}"
