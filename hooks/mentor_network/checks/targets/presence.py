"""Targets that name what must be there: stages, guides, pages, help in a crisis, and who finds an opportunity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from mentor_network.checks.targets.shortfall import Shortfall, TargetContext, compare_counts
from mentor_network.problems import Problems, Span, did_you_mean
from mentor_network.records import Entry, Page, Records
from mentor_network.records.derived import shows_crisis_help
from mentor_network.records.records import page_address
from mentor_network.records.targets import ShownTarget
from mentor_network.records.view import views
from mentor_network.source import KeyPath
from mentor_network.urls import addresses, unread_sources


def _absent(context: TargetContext, steps: KeyPath, message: str, word: str, known: Iterable[str], add: str) -> Shortfall:
    near = did_you_mean(word, known)
    return context.shortfall(steps, message, f"{near} If not, {add}" if near else f"{add}, or take this line out")


def stages_are_there(context: TargetContext) -> Iterator[Shortfall]:
    known = [entry.record.id for entry in context.records.stages]
    for number, name in enumerate(context.wanted.stages):
        if name not in known:
            message = f"there is no training stage `{name}`"
            yield _absent(context, ("stages", number), message, name, known, "add it to stages.yaml")


def responsibilities_are_there(context: TargetContext) -> Iterator[Shortfall]:
    network = context.records.network
    known = [item.id for item in network.record.responsibilities] if network else []
    for number, name in enumerate(context.wanted.responsibilities):
        if name not in known:
            message = f"there is no responsibility `{name}`"
            yield _absent(context, ("responsibilities", number), message, name, known, "add it to network.yaml")


def guides_are_there(context: TargetContext) -> Iterator[Shortfall]:
    """Guides exist and name enough sources. An invalid guide counts as existing, and its sources are not counted."""
    wanted, named = context.wanted.guides, context.records.ids.get("guides", set())
    pages = {page_address(page.document.file): page.record for page in context.records.pages}
    for number, name in enumerate(wanted.ids if wanted else ()):
        steps, page = ("guides", "ids", number), pages.get(f"/guides/{name}/")
        if name not in named:
            yield _absent(context, steps, f"there is no guide `{name}`", name, named, f"write content/guides/{name}.md")
        elif page and wanted and (named_sources := len({citation.source for citation in page.sources})) < wanted.sources:
            counts = compare_counts(named_sources, wanted.sources, "source", "sources")
            help = f"add one to content/guides/{name}.md, or lower `sources` here"
            yield context.shortfall(steps, f"the guide `{name}` names {counts}", help)


def pages_are_there(context: TargetContext) -> Iterator[Shortfall]:
    known = {address.path for address in addresses(context.records)} if context.wanted.pages else set()
    for number, path in enumerate(context.wanted.pages):
        if path not in known and not unread_sources(path, context.records):
            yield _absent(context, ("pages", number), f"there is no page at `{path}`", path, known, "write it")


def pages_show_crisis_help(context: TargetContext) -> Iterator[Shortfall]:
    pages = {page_address(page.document.file): page for page in context.records.pages}
    invalid = context.records.invalid("pages")
    for form, wanted in (("whole", context.wanted.crisis_help.whole), ("brief", context.wanted.crisis_help.brief)):
        for number, path in enumerate(wanted):
            steps = ("crisis_help", form, number)
            if path in invalid:
                continue
            if path not in pages:
                message = f"there is no hand-written page at `{path}` to show the help in a crisis"
                yield _absent(context, steps, message, path, pages, "write it")
            elif not shows_crisis_help(pages[path], form) and _has_valid_views(pages[path]):
                message = f"`{path}` does not show the help in a crisis with `crisis_help: {form}`"
                help = f"add that view to {pages[path].document.file}, or take this line out"
                yield context.shortfall(steps, message, help)


def _has_valid_views(page: Entry[Page]) -> bool:
    """Are all views of a page valid? An invalid one may be the help in a crisis."""
    return all(view for _, view, _ in views(page, Problems()))


def opportunities_are_found(context: TargetContext) -> Iterator[Shortfall]:
    """Opportunities are shown to the stages that may do them, and to no others."""
    opportunities = {entry.record.id: entry.record for entry in context.records.opportunities}
    for number, target in enumerate(context.wanted.opportunities.shown):
        for place, name in enumerate(target.opportunities):
            steps = ("opportunities", "shown", number, "opportunities", place)
            if name not in opportunities:
                message = f"there is no opportunity `{name}`"
                yield _absent(context, steps, message, name, opportunities, "add it")
                continue
            o = opportunities[name]
            for message, help in _wrongly_shown(target, name, o.stages, o.min_weeks):
                yield context.shortfall(steps, message, help)


def _wrongly_shown(target: ShownTarget, name: str, stages: list[str], weeks: int) -> Iterator[tuple[str, str]]:
    """Message and help for each reason why an opportunity is hidden from, or shown to, the wrong doctors."""
    for stage in target.stages:
        if stage not in stages:
            yield f"`{name}` is not shown to the stage `{stage}`", f"add `{stage}` to its `stages`, or take it out here"
    for stage in target.never:
        if stage in stages:
            yield f"`{name}` is shown to the stage `{stage}`", f"take `{stage}` out of its `stages`, or out of `never` here"
    if target.weeks is not None and weeks > target.weeks:
        message = f"`{name}` needs {weeks} weeks, and doctors with {target.weeks} are to find it"
        yield message, "change its `min_weeks`, or `weeks` here"


def sites_are_avoided(context: TargetContext) -> Iterator[Shortfall]:
    """No link leads to a site to avoid."""
    for avoided in context.wanted.sites_to_avoid:
        for span, url in _links(context.records):
            host = urlsplit(url).netloc.casefold()
            if host == avoided.site or host.endswith(f".{avoided.site}"):
                message = f"this link leads to `{avoided.site}`"
                yield Shortfall(span, message, f"link to {avoided.instead}", "to-avoid")


def _links(records: Records) -> Iterator[tuple[Span, str]]:
    """The URLs of sources, and of the field `links` of every entry."""
    for source in records.sources:
        if source.record.url:
            yield source.at("url"), source.record.url
    for entry in records.all():
        for number, link in enumerate(getattr(entry.record, "links", ())):
            yield entry.at("links", number, "url"), link.url
