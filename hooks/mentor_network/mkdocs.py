"""Hooks that give MkDocs the finished files. `mkdocs.yml` names a module that imports them from here.

This is the only module that imports MkDocs. ProperDocs, the fork that continues MkDocs 1.x, replaces the module `mkdocs`, so
the same hooks work with both.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mentor_network import os_errors
from mentor_network.pipeline import Build, source_date
from mentor_network.render.banner import with_banner
from mentor_network.search.index import IndexingError
from mentor_network.site_writer import SiteWriter

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["on_build_error", "on_files", "on_post_build", "on_pre_build", "on_serve", "on_startup"]

log = logging.getLogger("mkdocs.hooks.mentor_network")

SETTINGS = "mkdocs.yml"


class Hooks:
    """The hooks of one run of MkDocs, in the order in which they are called, and the state that they share."""

    def __init__(self) -> None:
        self.serving = False
        self.writer: SiteWriter | None = None
        #: The last build without errors, and the errors of the builds since then.
        self.build: Build | None = None
        self.problems: tuple[str, ...] = ()
        #: Whether the `site` command built the site before it started MkDocs.
        self.prebuilt = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        self.serving = command == "serve"
        if self.serving:
            signal.signal(signal.SIGTERM, _exit)  # MkDocs then deletes its temporary folder
        if not source_date():
            os.environ.pop("SOURCE_DATE_EPOCH", None)  # MkDocs fails if it is not a number

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build before MkDocs empties its folder, so that an error leaves the last good site there."""
        if self.prebuilt:
            return
        root, out = Path(config.config_file_path).parent, Path(config.site_dir)
        if not self.writer or not self.serving:
            self.writer = SiteWriter(root, out, live_reload=self.serving)
        build = self.writer.build()
        errors = [f"{p.place}: {p.code}: {p.message}" + (f" ({p.help})" if p.help else "") for p in build.problems.errors]
        for error in errors:
            # Errors fail a strict build. While serving, the last good pages stay and show them.
            log.log(logging.WARNING if self.serving else logging.ERROR, error)
        if errors and not (self.serving and self.build):
            raise PluginError(f"{len(errors)} to mend; nothing was built, and the last good site is untouched")
        self.problems = tuple(errors)
        self.build = self.build if errors else build

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace all files that MkDocs found, in `content/` and in the theme, by the finished files."""
        assert self.build
        for found in list(files):
            files.remove(found)
        config.theme.static_templates.clear()
        for file in self.build.files:
            content = with_banner(file, self.problems).content if self.problems else file.content
            files.append(File.generated(config, file.path, content=content, inclusion=InclusionLevel.INCLUDED))
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search index to the site."""
        assert self.writer
        try:
            self.writer.finish()
        except IndexingError as error:
            raise PluginError(f"the search could not be indexed: {error}") from error

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Watch the catalogues and the theme, and check that the port is free, which MkDocs reports with a traceback.

        Folders are watched rather than files, because a file that is deleted and written again is no longer watched.
        """
        from mentor_network.render.environment import THEME

        root = Path(config.config_file_path).parent
        server.watch(str(root), recursive=False)
        for folder in filter(Path.is_dir, (root / "opportunities", root / "case_studies", THEME)):
            server.watch(str(folder))
        try:
            with socket.socket(server.address_family) as probe:
                if os.name == "posix":  # on Windows this option lets two programs use one port
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(server.server_address)
        except OSError as error:
            raise Abort(os_errors.describe(error)) from error
        return server

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Turn an error of the operating system, such as a full disk, into a message. Other errors are bugs."""
        if self.writer and not self.serving:
            self.writer.stop()
        if isinstance(error, OSError):
            raise Abort(os_errors.describe(error)) from error


class EngineError(Exception):
    """MkDocs failed to build or serve the site; the message says why."""


def write(writer: SiteWriter, build: Build) -> None:
    """Let MkDocs write the files of a build, in strict mode, and finish the site. Raises EngineError."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    # Strict mode adds a handler to the logger of MkDocs that prints nothing. Without another one, errors would be lost.
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _hooks.writer, _hooks.build, _hooks.prebuilt = writer, build, True
    try:
        config = load_config(str(writer.root / SETTINGS), site_dir=str(writer.out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build_site(config)
    except MkDocsException as error:
        raise EngineError(str(error)) from error
    finally:
        _hooks.prebuilt = False


def serve(root: Path, address: str) -> None:
    """Serve a network's site at `address`, such as 127.0.0.1:8000, until it is interrupted. Raises EngineError."""
    from mkdocs.commands.serve import serve as serve_site

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve_site(str(root / SETTINGS), dev_addr=address)
    except MkDocsException as error:
        raise EngineError(str(error)) from error


def _exit(*_: Any) -> None:
    raise SystemExit(0)


_hooks = Hooks()
on_startup = _hooks.on_startup
on_pre_build = _hooks.on_pre_build
on_files = _hooks.on_files
on_post_build = _hooks.on_post_build
on_serve = _hooks.on_serve
on_build_error = _hooks.on_build_error
