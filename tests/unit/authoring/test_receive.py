"""What mail programs do to a text on its way changes nothing in the file that is found in it."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from mentor_network.authoring.receive import receive
from mentor_network.authoring.receive.draft import NothingFound
from mentor_network.authoring.receive.transcript import END, START

WORD = st.text(st.characters(categories=["Ll", "Lu", "Nd"], include_characters=".,;:'’()£%-"), min_size=1, max_size=12)
SENTENCE = st.lists(WORD, min_size=1, max_size=40).map(" ".join)
BODY = st.lists(st.one_of(SENTENCE, st.just(""), SENTENCE.map("- {}".format)), min_size=1, max_size=12)


def with_bars(text: str) -> str:
    """The text as the form writes it for a mail."""
    lines = "".join(f"| {line}".rstrip() + "\n" for line in text.splitlines())
    return f"===== {START} case_studies/a.md =====\n{lines}===== {END} =====\n"


def wrapped(text: str, width: int) -> str:
    """The text with long lines broken at spaces, as mail programs do."""
    lines = [textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n")]
    return "\n".join(part for line in lines for part in line)


@given(summary=SENTENCE, body=BODY, width=st.integers(40, 100), depth=st.integers(0, 3), crlf=st.booleans())
def test_wrapping_and_quoting_lose_nothing(summary: str, body: list[str], width: int, depth: int, crlf: bool) -> None:
    text = f"---\nid: a\nkind: case-study\nstatus: draft\nsummary: {summary}\n---\n\n## Why we did it\n" + "\n".join(body)
    text = "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"
    mail = f"Dear all,\n\n{with_bars(text)}\nKind regards\n"
    for _ in range(depth):
        mail = "".join(f"> {line}\n" for line in wrapped(mail, width).split("\n"))
    mail = wrapped(mail, width)
    draft = receive(mail.replace("\n", "\r\n" if crlf else "\n").encode(), "mail.txt")
    assert draft.path == "case_studies/a.md"
    assert draft.text.split("\n---\n")[0].rpartition("summary: ")[2] == summary
    assert draft.text == text


@given(
    head=st.lists(
        st.sampled_from(
            [
                b"MIME-Version: 1.0",
                b"Content-Type: text/plain; charset=\xff",
                b"From: a",
                b"Date: x",
                b"Content-Type: multipart/mixed; boundary=a",
                b"Content-Type: text/html",
                b"Content-Transfer-Encoding: base64",
                b"Content-Disposition: attachment; filename*=utf-8''%ff.md",
                b"Content-Type: text/plain; format=flowed",
            ]
        ),
        max_size=5,
    ),
    raw=st.one_of(st.binary(max_size=400), st.text("->|: \nabid#>", max_size=200).map(str.encode)),
)
def test_no_bytes_break_it(head: list[bytes], raw: bytes) -> None:
    message = b"\r\n".join([*head, b"", b"--a", *head, b"", raw, START.encode(), raw, b"--a--"])
    for name in ("mail.eml", "mail.txt", "mail.md"):
        try:
            draft = receive(message, name)
        except NothingFound:
            continue
        assert draft.source(1, 1) >= (1, 1) and draft.text is not None


def test_a_place_of_a_wrapped_line_is_found_again() -> None:
    text = "---\nid: a\nkind: case-study\nsummary: one two three four five six\n---\n"
    mail = "Hello\n" + with_bars(text).replace("four ", "four\n> ")
    draft = receive(mail.encode(), "mail.txt")
    number = draft.text.split("\n").index("summary: one two three four five six") + 1
    assert draft.source(number, len("summary: one two three four five s")) == (7, 3 + len("five "))
