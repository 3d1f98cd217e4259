"""The comparison of two built sites finds differences that a reader could see, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.compare_sites import Comparison, main
from support.html_trees import Difference
from support.site_differences import InvalidList, read

PAGE = "<!doctype html><html><head><title>A</title></head><body>{}</body></html>"


def a_site(folder: Path, body: str = "", **files: str) -> Path:
    """Write a site of one page and other files. In the names of arguments `__` is a slash and `_` a full stop."""
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format(body), "utf-8")
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def between(tmp_path: Path, before: str, after: str) -> list[Difference]:
    return list(Comparison(a_site(tmp_path / "a", before), a_site(tmp_path / "b", after)).differences())


def a_list(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "differences.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p id="x" class="a b">A</p>', '<p class="b  a" id="x">A</p>'),
        ("<p>A <b>b</b></p><p>B</p>", "\n<p>\n  A\n  <b>b</b> </p>\n\n<!-- note --><p>B</p>\n"),
        ("<ul><li>A<li>B</ul>", "<ul> <li>A</li> <li>B</li> </ul>"),
        ("<svg><path d='M0 0'/></svg>", "<svg>\n<path d='M0 0'></path>\n</svg>"),
    ],
    ids=["order of attributes and classes", "space between blocks", "end tags", "a picture's lines"],
)
def test_what_no_reader_can_tell_apart_is_no_difference(tmp_path: Path, before: str, after: str) -> None:
    assert between(tmp_path, before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "path", "sides"),
    [
        ("<p>A</p>", "<p>B</p>", "html > body > p > text", ("'A'", "'B'")),
        ("<p><b>a</b> <i>b</i></p>", "<p><b>a</b><i>b</i></p>", "html > body > p", ("' '", "nothing")),
        ("<pre>a  b</pre>", "<pre>a b</pre>", "html > body > pre > text", ("'a  b'", "'a b'")),
        ('<p id="x" title="t">A</p>', '<p id="x">A</p>', "html > body > p#x @title", ("'t'", "nothing")),
        ('<p class="a">A</p>', '<p class="a b">A</p>', "html > body > p.a @class", ("'a'", "'a b'")),
        ("<p>A</p><p>B</p><p>C</p>", "<p>A</p><p>C</p>", "html > body", ("<p>B", "nothing")),
        ("<div><p>A</p></div>", "<p>A</p>", "html > body", ("<div><p>A", "<p>A")),
    ],
    ids=["text", "space in a line", "space in code", "an attribute", "a class", "an element less", "a wrapper"],
)
def test_one_change_is_one_difference_at_its_place(
    tmp_path: Path, before: str, after: str, path: str, sides: tuple[str, str]
) -> None:
    assert between(tmp_path, before, after) == [Difference("index.html", path, *sides)]


def test_a_page_without_its_doctype_differs(tmp_path: Path) -> None:
    sites = a_site(tmp_path / "a"), a_site(tmp_path / "b")
    (sites[1] / "index.html").write_text(PAGE.format("").removeprefix("<!doctype html>"), "utf-8")
    assert [found.path for found in Comparison(*sites).differences()] == ["html @(mode)"]


def test_other_files_are_compared_by_bytes(tmp_path: Path) -> None:
    before = a_site(tmp_path / "a", data__all_json="{}\n[]\n", old_txt="x", same_css="p{}")
    after = a_site(tmp_path / "b", data__all_json="{}\n[1]\n", new_txt="x", same_css="p{}")
    assert [(found.file, found.path) for found in Comparison(before, after).differences()] == [
        ("data/all.json", "line 2, byte 2"),
        ("new.txt", ""),
        ("old.txt", ""),
    ]


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("unwrap div.island", '<div class="island"><p>A</p></div><p>B</p>', "<p>A</p><p>B</p>"),
        ("unwrap main div", "<main><div><div><p>A</p></div></div></main>", "<main><p>A</p></main>"),
        ("remove a[rel=edit]", '<p>A<a rel="edit">Edit</a></p>', "<p>A</p>"),
        ("remove nav", "<p>A</p>", "<p>A</p><nav>B</nav>"),
        ("attribute p#x title", '<p id="x" title="t">A</p>', '<p id="x">A</p>'),
        ("file differs", "<p>A</p>", "<p>B</p>"),
    ],
)
def test_an_expected_difference_is_taken_out_of_both_sites(tmp_path: Path, what: str, before: str, after: str) -> None:
    sites = [a_site(tmp_path / "a", before), a_site(tmp_path / "b", after)]
    assert list(Comparison(sites[0], sites[1]).differences())
    [entry] = read(a_list(tmp_path, f"- {{what: '{what}', because: the design asks for it}}"))
    assert list(Comparison(sites[0], sites[1], [entry]).differences()) == []
    assert entry.used


def test_an_expected_difference_allows_no_other_one(tmp_path: Path) -> None:
    before = a_site(tmp_path / "a", '<div class="island"><p>A</p></div>', old_txt="x")
    after = a_site(tmp_path / "b", "<p>B</p>", new_txt="x")
    listed = "[{what: unwrap div.island, because: b}, {what: file gone, where: '*.txt', because: b}]"
    found = Comparison(before, after, read(a_list(tmp_path, listed))).differences()
    assert [(one.file, one.path) for one in found] == [("index.html", "html > body > p > text"), ("new.txt", "")]


def test_the_command_says_what_differs_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = a_site(tmp_path / "a", "<p>A</p><p>B</p>")
    after = a_site(tmp_path / "b", "<p>C</p><p>D</p>")
    assert main([str(before), str(after), "--at-most", "1"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "index.html: html > body > p > text",
        "  before: 'A'",
        "  after:  'C'",
        "and 1 more; --at-most 0 prints all",
        "1 files compared: 2 differences in 1 of them, 0 unused entries",
    ]


def test_equal_sites_pass_and_an_entry_that_nothing_needs_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites = [str(a_site(tmp_path / name, "<div>A</div>")) for name in "ab"]
    assert main(sites) == 0
    listed = a_list(tmp_path, "[{what: unwrap div, because: b}]")
    assert main([*sites, "--differences", str(listed)]) == 1
    assert "entry 1: this expected difference was not found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("what: x", "a list of entries"),
        ("[{what: remove p}]", "write `what` and `because`"),
        ("[{what: rename p, because: b}]", "`rename` is none of"),
        ("[{what: remove p>a, because: b}]", "no selector such as"),
        ("[{what: attribute title, because: b}]", "no selector such as"),
        ("[{what: file lost, because: b}]", "one of gone, new, differs"),
        ("[", "not YAML"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InvalidList, match=says):
        read(a_list(tmp_path, text))


def test_a_folder_without_pages_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path), str(tmp_path)])
    assert stopped.value.code == 2
    assert "there is no page in it" in capsys.readouterr().err
