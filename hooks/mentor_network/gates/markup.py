"""Gates for markup: headings, landmarks, lists, tables, forms, links, images, and content without JavaScript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from mentor_network.gates.page import NS, Page, Site, all_of, classes, name_of, text_of

#: Link texts that mean nothing in a list of links.
EMPTY_WORDS = re.compile(r"|((click|find out|learn|read|see|show) )?(here|more)|click|details|go|link|this( link| page)?")


def headings_are_in_order(page: Page) -> Iterator[str]:
    """A10: one h1, no skipped level, none below h4."""
    found = [(int(e.tag[-1]), text_of(e)) for e in page.tree.iter() if re.fullmatch(re.escape(NS) + "h[1-6]", str(e.tag))]
    firsts = [text for level, text in found if level == 1]
    if len(firsts) != 1 or found[0][0] != 1:
        yield f"there are {len(firsts)} headings of level 1, and the first heading is `{found[0][1] if found else ''}`"
    yield from (
        f"heading `{text}` skips a level" for (level, _), (next_level, text) in pairwise(found) if next_level > level + 1
    )
    yield from (f"heading `{text}` has level {level}" for level, text in found if level > 4)
    yield from (f"a heading of level {level} is empty" for level, text in found if not text)


def landmarks_are_named(page: Page) -> Iterator[str]:
    """A10: one header, main and footer; navigations and regions have unique names."""
    body = next(iter(all_of(page.tree, "body")))
    for tag in ("header", "main", "footer"):
        if len(found := all_of(page.tree, tag)) != 1:
            yield f"there are {len(found)} <{tag}>"
        elif found[0] not in list(body):
            yield f"<{tag}> stands inside another part, so it is no landmark"
    regions = [element for element in page.tree.iter() if element.get("role") in ("region", "group")]
    for element in (*all_of(page.tree, "nav", "section"), *regions):
        if not page.named(element):
            yield f"<{name_of(element)} class={element.get('class')!r}> has no name"
    names = Counter(page.named(element) for element in all_of(page.tree, "nav"))
    yield from (f"{n} navigations are called `{name}`" for name, n in names.items() if n > 1)


def lists_hold_only_items(page: Page) -> Iterator[str]:
    """A10: lists have only list items as children, so that a screen reader counts them correctly."""
    inside = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}}
    for tag, allowed in inside.items():
        for element in all_of(page.tree, tag):
            if odd := {name_of(child) for child in element} - allowed - {""}:
                yield f"<{tag} class={element.get('class')!r}> holds {', '.join(sorted(odd))}"
            if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
                yield f"<{tag} class={element.get('class')!r}> holds words outside its items"
    parents = {child: parent for parent in page.tree.iter() for child in parent}
    for item in all_of(page.tree, "li"):
        if name_of(parents[item]) not in ("ul", "ol"):
            yield f"<li> stands in <{name_of(parents[item])}>: `{text_of(item)[:40]}`"


def tables_are_labelled(page: Page) -> Iterator[str]:
    """A10: tables have a caption, and header cells with a scope."""
    for table in all_of(page.tree, "table"):
        caption = next((text_of(found) for found in all_of(table, "caption")), "")
        heads = all_of(table, "th")
        if not caption:
            yield f"a table has no caption: `{text_of(table)[:60]}`"
        if not heads:
            yield f"table `{caption}` has no headings"
        yield from (f"`{text_of(head)}` in table `{caption}` has no scope" for head in heads if not head.get("scope"))


def ids_are_unique_and_resolve(page: Page) -> Iterator[str]:
    """A10: ids are unique, and every reference to an id resolves."""
    counts = Counter(page.ids)
    yield from (f"id `{name}` stands {n} times" for name, n in counts.items() if n > 1)
    for element in page.tree.iter():
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form", "list"):
            for name in (element.get(attribute) or "").split():
                if name not in counts:
                    yield f"{attribute} names `{name}`, which is not on the page"


def fields_have_labels(page: Page) -> Iterator[str]:
    """A10: every form field has a label; a placeholder is not enough."""
    labelled = {label.get("for") for label in all_of(page.tree, "label")}
    inside = {id(field) for label in all_of(page.tree, "label") for field in label.iter()}
    for field in all_of(page.tree, "input", "select", "textarea"):
        labelled_here = field.get("id") in labelled or id(field) in inside or page.named(field)
        if not labelled_here and field.get("type") not in ("hidden", "submit"):
            yield f"field `{field.get('id') or field.get('name')}` has no label"


def titles_and_language(page: Page) -> Iterator[str]:
    """A11, on a page: the title is its heading with the name of the site, and the language is British English."""
    title, h1 = (next((text_of(found) for found in all_of(page.tree, tag)), "") for tag in ("title", "h1"))
    name = next((text_of(a) for p in all_of(page.tree, "p") if "mn-header__name" in classes(p) for a in all_of(p, "a")), "")
    if title != f"{h1} – {name}":
        yield f"the title is `{title}`, not the heading and the site's name"
    if page.tree.get("lang") != "en-GB":
        yield f"the language is `{page.tree.get('lang')}`"
    if len(h1) > 65:
        yield f"the heading has {len(h1)} characters"


def titles_are_unique(site: Site) -> Iterator[str]:
    """A11, on the site: titles are unique."""
    titles = Counter(text_of(title) for page in site.pages.values() for title in all_of(page.tree, "title")[:1])
    yield from (f"{n} pages have the title `{title}`" for title, n in titles.items() if n > 1)


def links_have_meaningful_text(page: Page) -> Iterator[str]:
    """A12: link text has a meaning of its own, and the same text always leads to the same address."""
    leads: dict[str, set[str]] = {}
    for link in page.links:
        says = link.says.casefold().strip(" .:")
        if EMPTY_WORDS.fullmatch(says):
            yield f"a link to {link.href} says only `{link.says}`"
        if re.match(r"(https?://|www\.)", says):
            yield f"a link says its address: {link.says}"
        leads.setdefault(says, set()).add(f"{link.path}#{link.fragment}" if link.path else link.href)
    for says, places in leads.items():
        if len(places) > 1:
            yield f"links called `{says}` lead to {' and '.join(sorted(places))}"


def nothing_opens_a_new_tab(page: Page) -> Iterator[str]:
    """A13: no link has a target."""
    yield from (f"<{name_of(e)}> has the target {e.get('target')}" for e in page.tree.iter() if e.get("target") is not None)


def images_have_alternatives(page: Page) -> Iterator[str]:
    """A14: images have alt text, SVGs are named or hidden, and bars are beside their number in a table."""
    yield from (f"picture {image.get('src')} has no alt" for image in all_of(page.tree, "img") if image.get("alt") is None)
    for drawing in page.tree.iter("{http://www.w3.org/2000/svg}svg"):
        if drawing.get("aria-hidden") != "true" and not (drawing.get("role") == "img" and page.named(drawing)):
            yield f"drawing {drawing.get('class')!r} is neither hidden nor named"
    for part in page.tree.iter():
        bars = [svg for svg in part if name_of(svg) == "svg" and "mn-bars__bar" in classes(svg)]
        if bars and (name_of(part) != "td" or not re.search(r"\d", text_of(part))):
            yield "a bar stands without its number in a table"


def results_are_announced(page: Page) -> Iterator[str]:
    """A17: a page with interactive parts has a live region."""
    interactive = [form for form in all_of(page.main, "form") if not form.get("action")]
    features = {f"data-{name}" for name in ("finder", "plan", "form", "sheet", "sum")}
    interactive += [e for e in page.main.iter() if features & set(e.attrib)]
    if interactive and not [e for e in page.main.iter() if e.get("role") == "status"]:
        yield "it has a form or marks, and no status that is announced"


def page_works_without_script(page: Page) -> Iterator[str]:
    """A18, on a page: hidden elements and controls are inside a part for scripts, or work without JavaScript."""
    scripted = {id(e) for top in page.tree.iter() if "mn-scripted" in classes(top) for e in top.iter()}
    in_form = {id(e) for form in all_of(page.tree, "form") if form.get("action") for e in form.iter()}
    in_form |= {id(e) for sheet in page.main.iter() if "data-sheet" in sheet.attrib for e in all_of(sheet, "textarea")}
    for element in page.main.iter():
        if element.get("hidden") is not None and id(element) not in scripted:
            yield f"<{name_of(element)} class={element.get('class')!r}> is hidden, and only a script could show it"
        control = name_of(element) in ("button", "input", "select", "textarea")
        # Check boxes, radio buttons and the fields of sheets work without a script, for paper.
        if control and element.get("type") not in ("radio", "checkbox") and id(element) not in scripted | in_form:
            yield f"<{name_of(element)} id={element.get('id')!r}> does nothing without a script"
    typed = {id(e) for e in all_of(page.main, "form", "textarea") if e.get("readonly") is None}
    if scripted & typed and not _has_alternative(page.main):
        yield "its form needs a script, and nothing says what to do without one"


def _has_alternative(main: Element) -> bool:
    notes = [e for e in main.iter() if "mn-noscript" in classes(e)]
    return any(all_of(note, "a") for note in notes)


def lists_are_complete(site: Site) -> Iterator[str]:
    """A18, on the site: the HTML of each list has every opportunity and every case study."""
    for address, kinds in (
        ("/opportunities/", ("opportunity",)),
        ("/case-studies/", ("case", "case-study", "short-example")),
    ):
        finder = site.at(address)
        shown = [e for e in finder.main.iter() if "data-list" in e.attrib or "data-resting" in e.attrib]
        linked = {link.path for part in shown for link in finder.links_in(part)}
        for page in site.pages.values():
            if page.kind in kinds and page.address.startswith(address) and page.address not in linked:
                yield f"{address} does not list {page.address}"


def templates_are_in_the_page(page: Page) -> Iterator[str]:
    """A18: a template is text on the page, not only a form or a download."""
    if page.kind in ("template", "reflection") and len(page.text().split()) < 150:
        yield f"this template has only {len(page.text().split())} words"
