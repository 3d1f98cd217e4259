"""The table of routes: every kind of page and file of a site, with its path and the records it is made from.

It is the only place that knows addresses. Links in texts are checked against `addresses` and `downloads`, pages are built
from `addresses` and rendered with the template of their route, templates make links with `url`, and `permalinks` are the
addresses that must not disappear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, get_args

from mentor_network.labels import OPEN_DATA
from mentor_network.problems import Span
from mentor_network.records import Records
from mentor_network.records.derived import checked_model, domains_shown, is_built, page_anchors
from mentor_network.records.opportunity import Weeks
from mentor_network.records.records import page_address

#: The catalogues with a CSV file. Each table of the evidence has one as well.
SHEETS = ("opportunities", "leadership-models", "stages", "case-studies", "glossary")

#: Hand-written index pages of a folder, with their names in breadcrumbs.
HUBS: Mapping[str, str] = {"/guides/": "Guides", "/supervisors/": "For supervisors", "/mentors/": "For mentors"}
#: Hand-written pages that generated pages link to, in a network that has them.
OPTIONAL = frozenset(
    [
        *HUBS,
        "/about/",
        "/evidence/",
        "/find-a-mentor/",
        "/mentors/contribute/",
        "/mentors/playbook/",
        "/supervisors/conversations/",
        "/supervisors/what-counts/",
    ]
)


class Instance(NamedTuple):
    """One page or file of a route: the ids in its path, the place in the catalogues that defines it, and its anchors."""

    ids: Mapping[str, str]
    span: Span
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of page or file.

    `path` has ids in braces. `instances` yields the pages or files that a network has. `search_label` is the label of such
    a page in search results: without one, the page is not in the search index. `depends_on` are the catalogues that decide
    which instances there are, and their anchors. With `permalink_anchors`, the anchors are ids and so permalinks too.
    """

    name: str
    path: str
    instances: Callable[[Records], Iterator[Instance]]
    search_label: str = ""
    depends_on: frozenset[str] = frozenset()
    in_a_to_z: bool = True
    in_sitemap: bool = True
    permalink_anchors: bool = False

    @property
    def template(self) -> str:
        """The name of its template in theme/pages, without the ending. Empty for files."""
        return self.name if self.path.endswith(("/", "}")) else ""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of one page or file, with its route and the fields of its instance."""

    path: str
    route: Route
    ids: Mapping[str, str]
    span: Span
    anchors: frozenset[str] = frozenset()


_NETWORK = Span("network.yaml")
_STAGE = frozenset(["means", "already", "try", "questions", "write", "supervisor", "next", "all"])
_TALKS = frozenset(["conversation-10", "conversation-30"])


def _one(records: Records) -> Iterator[Instance]:
    """A page or file that every network has."""
    yield Instance({}, _NETWORK)


def _all(catalogue: str, anchor: str) -> Callable[[Records], Iterator[Instance]]:
    """One page for a whole catalogue, with an anchor for each of its entries."""
    return lambda r: iter([Instance({}, _NETWORK, frozenset(anchor.format(e.record) for e in getattr(r, catalogue)))])


def _each(catalogue: str, anchors: frozenset[str] = frozenset()) -> Callable[[Records], Iterator[Instance]]:
    """One page for each entry of a catalogue, all with the same anchors."""

    def instances(records: Records) -> Iterator[Instance]:
        return (Instance({"id": entry.record.id}, entry.at("id"), anchors) for entry in getattr(records, catalogue))

    return instances


def _model(records: Records) -> Iterator[Instance]:
    for model in records.models:
        yield Instance({"id": model.record.id}, model.at("id"), frozenset(d.id for d in model.record.domains))


def _case(records: Records) -> Iterator[Instance]:
    return (Instance({"id": case.record.id}, case.at("id")) for case in records.cases if is_built(case))


def _content(records: Records) -> Iterator[Instance]:
    for page in records.pages:
        yield Instance({"address": page_address(page.document.file)}, page.at("id"), page_anchors(page, records))


def _by_type(records: Records) -> Iterator[Instance]:
    first = {entry.record.type: entry for entry in reversed(records.opportunities)}
    return (Instance({"type": kind}, entry.at("type")) for kind, entry in sorted(first.items()))


def _by_domain(records: Records) -> Iterator[Instance]:
    shown = domains_shown(records)
    for model in records.models:
        for number, domain in enumerate(model.record.domains):
            if domain.id in shown:
                yield Instance({"domain": domain.id}, model.at("domains", number, "id"))


def _check(records: Records) -> Iterator[Instance]:
    checked = checked_model(records)
    for entry in (model for model in records.models if model.record is checked):
        activities = ["activities"] if entry.record.in_full else []
        yield Instance({"checked": entry.record.id}, entry.at("id"), frozenset([*activities, "by-stage", "lens"]))


def _check_lens(records: Records) -> Iterator[Instance]:
    if checked := checked_model(records):
        for model in records.models:
            if model.record is not checked:
                yield Instance({"checked": checked.id, "model": model.record.id}, model.at("id"))


def _check_stage(records: Records) -> Iterator[Instance]:
    if checked := checked_model(records):
        parts = {d.id for d in (*checked.in_full, *checked.in_brief)} | {f"more-{d.id}" for d in checked.in_full}
        for stage in records.stages:
            yield Instance({"checked": checked.id, "stage": stage.record.id}, stage.at("id"), frozenset(parts))


def _check_list(records: Records) -> Iterator[Instance]:
    if checked := checked_model(records):
        domains = {model.record.id: frozenset(d.id for d in model.record.domains) for model in records.models}
        for stage in records.stages:
            for model, parts in domains.items():
                yield Instance({"checked": checked.id, "stage": stage.record.id, "model": model}, stage.at("id"), parts)


def _table(records: Records) -> Iterator[Instance]:
    return (Instance({"table": table.record.id.lower()}, table.at("id")) for table in records.tables)


def _statements(records: Records) -> Iterator[Instance]:
    return (Instance({}, table.at("id")) for table in records.tables[:1])


def _names(*names: str) -> Callable[[Records], Iterator[Instance]]:
    """One file for each of these names, in every network."""
    return lambda records: (Instance({"name": name}, _NETWORK) for name in names)


_CHECK = frozenset(["models", "domains", "stages", "opportunities"])
_DOMAIN = frozenset(["domains", "themes", "opportunities", "cases"])
_MODELS = frozenset(["models", "domains", "themes"])
_OPPORTUNITIES, _STAGES, _CASES = frozenset(["opportunities"]), frozenset(["stages"]), frozenset(["cases"])
_TABLES, _GLOSSARY = frozenset(["tables"]), frozenset(["glossary"])
_VIEWS = frozenset(["tables", "notes", "stages", "responsibilities"])

#: A page that only lists the content of others, so that the A to Z leaves it out.
_list = partial(Route, in_a_to_z=False)
_WEEKS = frozenset(f"weeks-{weeks}" for weeks in get_args(get_args(Weeks)[0]))
_BY, _CHECKED = "/opportunities/by", "/supervisors/{checked}-check"

#: Pages come first, and those that every network has before the others: of two at one address, the first is used.
ROUTES = (
    _list("home", "/", _one),
    Route("opportunities", "/opportunities/", _all("opportunities", "weeks-{0.min_weeks}"), "Finder", _OPPORTUNITIES),
    Route("stages", "/stages/", _one, "Stages", _STAGES),
    Route("models", "/models/", _all("themes", "{0.id}"), "Leadership models", _MODELS, permalink_anchors=True),
    Route("cases", "/case-studies/", _one, "Finder", _CASES),
    _list("a_to_z", "/a-to-z/", _one),
    _list("glossary", "/glossary/", _all("glossary", "{0.id}"), "Glossary", _GLOSSARY, permalink_anchors=True),
    _list("whats_new", "/whats-new/", _one),
    _list("search", "/search/", _one),
    Route("coverage", "/mentors/coverage/", _one, "Page"),
    Route("plan", "/my-plan/", _one, "Template"),
    Route("data", "/data/", _one, "Page"),
    Route("opportunity", "/opportunities/{id}/", _each("opportunities"), "Something to do", _OPPORTUNITIES),
    Route("retired", "/opportunities/{id}/", _each("retired"), depends_on=_OPPORTUNITIES, in_sitemap=False),
    Route("stage", "/stages/{id}/", _each("stages", _STAGE | _TALKS), "Your stage", _STAGES),
    Route("model", "/models/{id}/", _model, "Leadership model", _MODELS, permalink_anchors=True),
    Route("case", "/case-studies/{id}/", _case, "Case study", _CASES),
    Route("content", "{address}", _content, "Page", _VIEWS),
    _list("by_stage", _BY + "/stage/{id}/", _each("stages", _WEEKS), depends_on=_STAGES),
    _list("by_type", _BY + "/type/{type}/", _by_type, depends_on=_OPPORTUNITIES),
    _list("by_domain", _BY + "/domain/{domain}/", _by_domain, depends_on=_DOMAIN),
    Route("check", _CHECKED + "/", _check, "Supervisor's check", _CHECK),
    _list("check_lens", _CHECKED + "/lens/{model}/", _check_lens, depends_on=_CHECK),
    Route("check_stage", _CHECKED + "/{stage}/", _check_stage, "Supervisor's check", _CHECK),
    _list("check_list", _CHECKED + "/{stage}/{model}/", _check_list, depends_on=_CHECK),
    # Files. Version 1 of the JSON may get new files, fields and choices; any other change needs a version 2 beside it.
    Route("table_csv", "/data/evidence/{table}.csv", _table, depends_on=_TABLES),
    Route("statements_csv", "/data/evidence/statements.csv", _statements, depends_on=_TABLES),
    Route("catalogue_json", "/data/v1/{name}.json", _names("index", *OPEN_DATA)),
    Route("catalogue_schema", "/data/v1/{name}.schema.json", _names("index", *OPEN_DATA)),
    Route("catalogue_csv", "/data/{name}.csv", _names(*SHEETS)),
    Route("calendar", "/data/dates.ics", _one),
    Route("feed", "/data/new.atom", _one),
    Route("entry_template", "/data/{name}-template.txt", _names("case-study", "opportunity")),
)
ROUTE: Mapping[str, Route] = {route.name: route for route in ROUTES}

_IDS = {route.name: frozenset(re.findall(r"\{(\w+)\}", route.path)) for route in ROUTES}
_PATTERNS = [(re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(r.path.rstrip("/"))) + "/?"), r) for r in ROUTES]

#: Folders that a build writes to: authors may not put files there.
RESERVED = frozenset(["assets", *(r.path.split("/")[1] for r in ROUTES if not r.template)])


def url(name: str, /, anchor: str = "", **ids: str) -> str:
    """The address of a page or file from the root of the site, with an optional anchor.

    Raises KeyError if there is no route of that name, or if its path has other ids.

    >>> url("model", id="gpc", anchor="gpc-5")
    '/models/gpc/#gpc-5'
    """
    route = ROUTE[name]
    if ids.keys() != _IDS[name]:
        raise KeyError(f"{route.path} has other ids than {', '.join(ids) or 'none'}")
    path = route.path.format_map(ids)
    return f"{path}#{anchor}" if anchor else path


def route_of(path: str) -> Route | None:
    """The route of a generated page or file, whether or not the network has it. None for any other path."""
    return next((route for pattern, route in _PATTERNS if pattern.fullmatch(path)), None)


def addresses(records: Records) -> Iterator[Address]:
    """Yield the address of every page. Two entries with the same address yield it twice."""
    return (address for route in ROUTES if route.template for address in _addresses(route, records))


def downloads(records: Records) -> Iterator[Address]:
    """Yield the address of every file that pages may link to."""
    return (address for route in ROUTES if not route.template for address in _addresses(route, records))


def _addresses(route: Route, records: Records) -> Iterator[Address]:
    for ids, span, anchors in route.instances(records):
        yield Address(url(route.name, **ids), route, ids, span, anchors)


def permalinks(records: Records) -> Iterator[str]:
    """Yield the permalinks: pages, files, and the anchors on pages that are named after an id."""
    tables = frozenset(table.record.id.lower() for table in records.tables)
    for address in addresses(records):
        yield address.path
        if address.route.permalink_anchors:
            yield from (f"{address.path}#{anchor}" for anchor in address.anchors)
        elif tables <= address.anchors:  # a page with only some of the tables may show others tomorrow
            yield from (f"{address.path}#{table}" for table in tables)
    yield from (file.path for file in downloads(records))


def unread_sources(target: str, records: Records) -> frozenset[str]:
    """The catalogues with errors, not read completely, that may define the page or anchor at `target`.

    While there are any, a link to `target` cannot be called broken.
    """
    path, _, anchor = target.partition("#")
    if path in records.unread.get("pages", ()):
        catalogues = frozenset(["pages"])
    elif path not in records.ids.get("pages", ()):
        route = route_of(path)
        catalogues = route.depends_on if route else frozenset[str]()
    elif path in records.invalid("pages"):
        catalogues = frozenset(["pages"])
    else:
        catalogues = ROUTE["content"].depends_on if anchor else frozenset[str]()
    return catalogues & records.incomplete
