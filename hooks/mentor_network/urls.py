"""The table of routes: every kind of page and file that a site has, each with its path and what it is made from.

Whatever needs an address asks here: links in texts are checked against `addresses` and `downloads`, pages are built from
`addresses` and rendered with the route's template, templates make links with `url`, and the list of permalinks is `lasting`.
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

#: Where the index of the search stands.
SEARCH_FOLDER = "pagefind"
#: The catalogues that are a spreadsheet too. The tables of the evidence have one each.
SHEETS = ("opportunities", "leadership-models", "stages", "case-studies", "glossary")

#: Hand-written pages that name the folder they stand in, with the name that leads back to them.
HUBS: Mapping[str, str] = {"/guides/": "Guides", "/supervisors/": "For supervisors", "/mentors/": "For mentors"}
#: Hand-written pages that pages made here lead to, in a network that has them.
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
    """One page or file of a route: the ids in its path, the place in the catalogues that makes it, and its anchors."""

    ids: Mapping[str, str]
    span: Span
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of page or file.

    `path` names the ids in it between braces. `of` finds the instances that a network has. `searched` is what the search
    calls a result of this kind: without it the search passes it over. `needs` are the catalogues that decide which instances
    there are, and their anchors. `lasting` anchors are ids, which must answer for ever as addresses do.
    """

    name: str
    path: str
    of: Callable[[Records], Iterator[Instance]]
    searched: str = ""
    needs: frozenset[str] = frozenset()
    in_a_to_z: bool = True
    in_sitemap: bool = True
    lasting: bool = False

    @property
    def template(self) -> str:
        """The file of theme/pages that renders it, without its ending. Empty for files, which no template renders."""
        return self.name if self.path.endswith(("/", "}")) else ""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of one page or file, with its route, its ids, and what else its instance holds."""

    path: str
    route: Route
    ids: Mapping[str, str]
    span: Span
    anchors: frozenset[str] = frozenset()


_HERE = Span("network.yaml")
_STAGE = frozenset(["means", "already", "try", "questions", "write", "supervisor", "next", "all"])
_TALKS = frozenset(["conversation-10", "conversation-30"])


def _one(records: Records) -> Iterator[Instance]:
    """A page or file that every network has, whatever its catalogues hold."""
    yield Instance({}, _HERE)


def _all(catalogue: str, anchor: str) -> Callable[[Records], Iterator[Instance]]:
    """A page of all the entries of a catalogue, with an anchor for each."""
    return lambda r: iter([Instance({}, _HERE, frozenset(anchor.format(e.record) for e in getattr(r, catalogue)))])


def _each(catalogue: str, anchors: frozenset[str] = frozenset()) -> Callable[[Records], Iterator[Instance]]:
    """One for each entry of a catalogue."""

    def of(records: Records) -> Iterator[Instance]:
        return (Instance({"id": entry.record.id}, entry.at("id"), anchors) for entry in getattr(records, catalogue))

    return of


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
    """One for each of some names that every network has."""
    return lambda records: (Instance({"name": name}, _HERE) for name in names)


_CHECK = frozenset(["models", "domains", "stages", "opportunities"])
_DOMAIN = frozenset(["domains", "themes", "opportunities", "cases"])
_MODELS = frozenset(["models", "domains", "themes"])
_OPPORTUNITIES, _STAGES, _CASES = frozenset(["opportunities"]), frozenset(["stages"]), frozenset(["cases"])
_TABLES, _GLOSSARY = frozenset(["tables"]), frozenset(["glossary"])
_VIEWS = frozenset(["tables", "notes", "stages", "responsibilities"])

#: A page that only lists what stands on others: the A to Z passes it over.
_list = partial(Route, in_a_to_z=False)
_WEEKS = frozenset(f"weeks-{weeks}" for weeks in get_args(get_args(Weeks)[0]))
_BY, _CHECKED = "/opportunities/by", "/supervisors/{checked}-check"

#: Pages first, and those that every network has before the others: of two at one address the first counts.
ROUTES = (
    _list("home", "/", _one),
    Route("opportunities", "/opportunities/", _all("opportunities", "weeks-{0.min_weeks}"), "Finder", _OPPORTUNITIES),
    Route("stages", "/stages/", _one, "Stages", _STAGES),
    Route("models", "/models/", _all("themes", "{0.id}"), "Leadership models", _MODELS, lasting=True),
    Route("cases", "/case-studies/", _one, "Finder", _CASES),
    _list("a_to_z", "/a-to-z/", _one),
    _list("glossary", "/glossary/", _all("glossary", "{0.id}"), "Glossary", _GLOSSARY, lasting=True),
    _list("whats_new", "/whats-new/", _one),
    _list("search", "/search/", _one),
    Route("coverage", "/mentors/coverage/", _one, "Page"),
    Route("plan", "/my-plan/", _one, "Template"),
    Route("data", "/data/", _one, "Page"),
    Route("opportunity", "/opportunities/{id}/", _each("opportunities"), "Something to do", _OPPORTUNITIES),
    Route("retired", "/opportunities/{id}/", _each("retired"), needs=_OPPORTUNITIES, in_sitemap=False),
    Route("stage", "/stages/{id}/", _each("stages", _STAGE | _TALKS), "Your stage", _STAGES),
    Route("model", "/models/{id}/", _model, "Leadership model", _MODELS, lasting=True),
    Route("case", "/case-studies/{id}/", _case, "Case study", _CASES),
    Route("content", "{address}", _content, "Page", _VIEWS),
    _list("by_stage", _BY + "/stage/{id}/", _each("stages", _WEEKS), needs=_STAGES),
    _list("by_type", _BY + "/type/{type}/", _by_type, needs=_OPPORTUNITIES),
    _list("by_domain", _BY + "/domain/{domain}/", _by_domain, needs=_DOMAIN),
    Route("check", _CHECKED + "/", _check, "Supervisor's check", _CHECK),
    _list("check_lens", _CHECKED + "/lens/{model}/", _check_lens, needs=_CHECK),
    Route("check_stage", _CHECKED + "/{stage}/", _check_stage, "Supervisor's check", _CHECK),
    _list("check_list", _CHECKED + "/{stage}/{model}/", _check_list, needs=_CHECK),
    # Files. Version 1 of the JSON may get new files, fields and choices; any other change needs a version 2 beside it.
    Route("table_csv", "/data/evidence/{table}.csv", _table, needs=_TABLES),
    Route("statements_csv", "/data/evidence/statements.csv", _statements, needs=_TABLES),
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

#: Folders of a site that the site makes itself: no file of an author may stand in one.
RESERVED = frozenset(["assets", SEARCH_FOLDER, *(r.path.split("/")[1] for r in ROUTES if not r.template)])


def url(name: str, /, at: str = "", **ids: str) -> str:
    """The address of a page or file from the root of the site, with `at`, an anchor on it, after the `#`.

    Raises KeyError where no route is called so, or where its path has other ids.

    >>> url("model", id="gpc", at="gpc-5")
    '/models/gpc/#gpc-5'
    """
    route = ROUTE[name]
    if ids.keys() != _IDS[name]:
        raise KeyError(f"{route.path} has other ids than {', '.join(ids) or 'none'}")
    path = route.path.format_map(ids)
    return f"{path}#{at}" if at else path


def route_of(path: str) -> Route | None:
    """The route that a path is of, whether or not the network has that page; of a hand-written page there is no telling."""
    return next((route for pattern, route in _PATTERNS if pattern.fullmatch(path)), None)


def addresses(records: Records) -> Iterator[Address]:
    """The address of every page. Two entries at one address are both given."""
    return (address for route in ROUTES if route.template for address in _addresses(route, records))


def downloads(records: Records) -> Iterator[Address]:
    """The address of every file that pages may link to."""
    return (address for route in ROUTES if not route.template for address in _addresses(route, records))


def _addresses(route: Route, records: Records) -> Iterator[Address]:
    for ids, span, anchors in route.of(records):
        yield Address(url(route.name, **ids), route, ids, span, anchors)


def lasting(records: Records) -> Iterator[str]:
    """The permalinks, all that somebody may have kept: pages, files, and the places on pages that are called after an id."""
    tables = frozenset(table.record.id.lower() for table in records.tables)
    for address in addresses(records):
        yield address.path
        # A page that shows one table may show another tomorrow. The page that shows them all is where they are at home.
        kept = tables if tables <= address.anchors else frozenset[str]()
        yield from (f"{address.path}#{place}" for place in (address.anchors if address.route.lasting else kept))
    yield from (file.path for file in downloads(records))


def unread_sources(target: str, records: Records) -> frozenset[str]:
    """The catalogues that were not read whole and may hold what `target`, an address of this site, leads to."""
    path, _, place = target.partition("#")
    if path in records.ids.get("pages", ()):
        # A page is known by its file, whatever is in it.
        needed = (
            frozenset(["pages"])
            if path in records.invalid("pages")
            else ROUTE["content"].needs
            if place
            else frozenset[str]()
        )
    else:
        route = route_of(path)
        needed = route.needs if route else frozenset[str]()
    return needed & records.incomplete
