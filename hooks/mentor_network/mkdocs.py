"""The bridge to MkDocs: hands it the files that the core made, and decides nothing.

This is the only file that imports MkDocs. MkDocs 1.x has stopped at 1.6.1 and its successors run no hooks, so what makes
the site stays on the other side of this bridge.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import BytecodeCache, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mentor_network import os_errors, pipeline, publish
from mentor_network.addresses import CRISIS
from mentor_network.labels import day
from mentor_network.outputs import headers
from mentor_network.pipeline import Build
from mentor_network.render.markdown import clean, filled, whole
from mentor_network.render.renderer import OutputFile, changed_templates
from mentor_network.search.index import Indexing, NotIndexed
from mentor_network.source import left_over

log = logging.getLogger("mkdocs.hooks.mentor_network")

#: Theme files that no page asks for: our templates' parts, which are joined into one sheet, and Material's scripts.
_UNUSED = re.compile(
    r"components/|pages/|partials/|[a-z]+\.css$|assets/(javascripts|images)/|assets/stylesheets/palette|.*\.map$"
)


class Whole(Page):
    """A page with no Markdown in it: MkDocs would make a parser for each, and a thousand of them take a second."""

    #: All of it as it was drawn before, where it would come out the same.
    before = ""

    def __init__(self, made: OutputFile, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", dict(self.made.facts)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = whole(self.made.facts["title"])
        self.present_anchor_ids = set()


class Kept:
    """For templates: a part of the frame, drawn once for all the pages of a folder that the core made whole. Its links are
    the same from each. Drawn for each, header and footer take as long as all the rest of a page."""

    def __init__(self) -> None:
        self.drawn: dict[tuple[str, str], Markup] = {}

    @pass_context
    def __call__(self, context: Context, name: str) -> Markup:
        page = context["page"]
        # From a page at the top links are shorter, and a hand-written page may be one that the frame itself links to.
        folder = page.url.rstrip("/").rpartition("/")[0] if isinstance(page, Whole) else ""
        if not folder or (name, folder) not in self.drawn:
            self.drawn[name, folder] = Markup(context.environment.get_template(name).render(context.get_all()))
        return self.drawn[name, folder]


class Drawn:
    """While serving: pages as they were drawn last, so that a rebuild draws only those that an edit changed."""

    def __init__(self) -> None:
        self.frame: Any = None
        self.pages: dict[str, tuple[OutputFile, str]] = {}

    def take(self, frame: Any, pages: Iterable[Page | None]) -> None:
        """Give each page that is the same as before what it was drawn as. `frame` is all that may change around it."""
        if frame != self.frame:
            self.frame = frame
            self.pages.clear()
        for page in pages:
            if isinstance(page, Whole) and page.made.uri in self.pages:
                made, html = self.pages[page.made.uri]
                if (made.text, made.islands) == (page.made.text, page.made.islands):
                    page.before, page.meta["template"] = html, "as-before.html"

    def keep(self, page: Page, html: str) -> None:
        if isinstance(page, Whole):
            self.pages[page.made.uri] = page.made, html


class Compiled(BytecodeCache):
    """While serving: MkDocs makes a new environment for each build, and templates that nobody changed are compiled once."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


class State:
    """What one event leaves for the next."""

    serving = False
    build: Build | None = None
    problems: tuple[str, ...] = ()
    index: Indexing | None = None
    drawn = Drawn()
    compiled = Compiled()
    islands: ClassVar[dict[str, tuple[str, ...]]] = {}


def on_startup(command: str, **_: Any) -> None:
    State.serving = command == "serve"
    if not pipeline.given_day():
        os.environ.pop("SOURCE_DATE_EPOCH", None)  # MkDocs reads it for each page, and stops at what is no number


def on_pre_build(config: MkDocsConfig) -> None:
    """Build before MkDocs cleans its folder, so that a bad edit never destroys the last good site."""
    root = Path(config.config_file_path).parent
    # While serving the index is made once, and every rebuild keeps that one.
    indexing = None if State.index else Indexing()
    fresh = pipeline.build(root, today=pipeline.today(), note=indexing.add if indexing else None)
    errors = [f"{p.place}: {p.code}: {p.message}" + (f" ({p.help})" if p.help else "") for p in fresh.problems.errors]
    for error in errors:
        # A strict build counts errors; while serving they are shown, and the last good pages stay.
        log.log(logging.WARNING if State.serving else logging.ERROR, error)
    if errors and not (State.serving and State.build):
        raise PluginError(f"{len(errors)} to mend; nothing was built, and the last good site is untouched")
    State.problems = tuple(errors)
    State.build = State.build if errors else fresh
    assert State.build and State.build.catalogue
    # Records and pages stay until the end, or until the next edit, so looking for cycles among them is in vain.
    if State.serving:
        gc.disable()
    else:
        gc.freeze()
    if indexing:
        indexing.start()
        State.index = indexing
    network = State.build.catalogue.network
    config.site_name, config.site_url = network.name, network.site_url or config.site_url


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace what MkDocs found in `content/` by what the core made of it."""
    assert State.build
    for file in list(files):
        if file.src_dir == config.docs_dir or _UNUSED.match(file.src_uri) or any(map(left_over, Path(file.src_uri).parts)):
            files.remove(file)
    # The menu gives its pages other names, so MkDocs itself makes those.
    in_menu = {uri for item in config.nav or () for uri in item.values()}
    for made in State.build.files:
        file = File.generated(config, made.uri, content=made.text, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
        if made.whole and made.uri not in in_menu:
            Whole(made, file, config)
    State.islands = {made.uri: made.islands for made in State.build.files}
    config.theme.static_templates.discard("sitemap.xml")  # the core makes its own, for a site that knows its address
    # A way in that this network has no page for is left out, so that another region need not edit mkdocs.yml.
    pages = {made.uri for made in State.build.files}
    config.nav = [item for item in config.nav or () if pages.issuperset(item.values())]
    return files


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Clean what Markdown made, and tell MkDocs the ids of the islands, so that it still checks links to them."""
    for island in State.islands.get(page.file.src_uri, ()):
        page.present_anchor_ids.update(re.findall(r' id="([^"]+)"', island))
    return html if isinstance(page, Whole) else clean(html)


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Put the islands in place of their marks. Before this MkDocs holds all pages at once."""
    if isinstance(page, Whole) and page.before:
        return page.before
    html = filled(output, State.islands.get(page.file.src_uri, ()))
    if State.serving:
        State.drawn.keep(page, html)
    return html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the frame around pages its words, and escape every value in it."""
    assert State.build and State.build.catalogue
    env.autoescape = lambda name: (
        name in ("base.html", "main.html", "404.html") or bool(name and name.startswith("partials/mn"))
    )
    material = next(file.url for file in files if re.match(r"assets/stylesheets/main\..+\.css$", file.src_uri))
    pages = files.documentation_pages()
    around = {
        "network": State.build.catalogue.network,
        "built_on": day(State.build.catalogue.today),
        "addresses": {file.url for file in pages},
        "crisis": next((f"{address.lstrip('/')}#{CRISIS}" for address in State.build.catalogue.crisis_pages), "none"),
        "material_css": material,
        "serving": State.serving,
        "problems": State.problems,
    }
    env.globals.update(around, policy=headers.policy, kept=Kept())
    if State.serving:
        env.bytecode_cache = State.compiled
        frame = (around, config.site_url, config.nav, changed_templates())
        State.drawn.take(frame, (file.page for file in pages))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Put the index of the search into the site."""
    assert State.index
    try:
        State.index.finish(Path(config.site_dir))
    except NotIndexed as error:
        raise PluginError(f"the search could not be indexed: {error}") from error
    publish.mark(Path(config.site_dir))
    gc.enable()


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Watch the catalogues, and say plainly that the port is taken: MkDocs finds out too late to say it.

    Folders are watched, because a file is watched only until somebody deletes it, and it may come back.
    """
    root = Path(config.config_file_path).parent
    server.watch(str(root), recursive=False)
    for folder in filter(Path.is_dir, (root / "opportunities", root / "case_studies")):
        server.watch(str(folder))
    try:
        with socket.socket(server.address_family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(server.server_address)
    except OSError as error:
        raise Abort(os_errors.refusal(error)) from error
    return server


def on_build_error(error: Exception, **_: Any) -> None:
    """Say plainly what the system refused, such as to write to a full disk. Any other error is ours and stays as it is."""
    gc.enable()
    if isinstance(error, OSError):
        raise Abort(os_errors.refusal(error)) from error
