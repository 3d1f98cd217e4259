"""The searched text of a page."""

from __future__ import annotations

import pytest

from mentor_network.search.text import page_text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Title</h1><p>One.</p><p>Two</p>", "One. Two."),
        ("<dl><dt>Cost</dt><dd>Free</dd><dt>Who?</dt><dd>You</dd></dl>", "Cost: Free. Who? You."),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a. b."),
        ("<p>un<b>believ</b>able &lt;b&gt; &amp;</p>", "unbelievable <b> &."),
        ("<p>A\n  <a href='x'>b</a>, c</p>", "A b, c."),
    ],
)
def test_blocks_become_sentences(body: str, text: str) -> None:
    assert page_text(body) == text


@pytest.mark.parametrize(
    "left_out",
    [
        '<ol class="mn-cards"><li><ol><li>Card</li></ol></li></ol>',
        '<ul class="mn-plain mn-links"><li>Link</li></ul>',
        '<nav aria-label="x"><p>Menu</p></nav>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<svg class="mn-strip"><use href="#a"/></svg>',
        '<div class="mn-form mn-scripted" data-form><div><label>Name</label></div></div>',
    ],
)
def test_what_repeats_other_pages_is_left_out(left_out: str) -> None:
    assert page_text(f"<p>Before.</p>{left_out}<p>After.</p>") == "Before. After."


def test_other_classes_with_such_names_stay() -> None:
    assert page_text('<p class="mn-links-of-us">Here.</p>') == "Here."


def test_an_element_that_is_never_closed_hides_only_what_follows() -> None:
    assert page_text('<p>Before.</p><nav class="mn-path"><p>After.</p>') == "Before."
