"""Hooks with which MkDocs builds and serves a site. `mkdocs.yml` names a module that imports them from here.

MkDocs reads its settings, empties its folder and runs other plugins; the hooks write every file. This is the only module
that imports MkDocs. ProperDocs, the fork that continues MkDocs 1.x, replaces the module `mkdocs`, so the same hooks work
with both.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import Files

from mentor_network import os_errors, pipeline, site_writer
from mentor_network.pipeline import source_date

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mentor_network.site import Site

__all__ = ["on_build_error", "on_files", "on_post_build", "on_pre_build", "on_serve", "on_startup"]

log = logging.getLogger("mkdocs.hooks.mentor_network")

SETTINGS = "mkdocs.yml"


class Hooks:
    """The hooks of one run of MkDocs, in the order in which they are called, and the state that they share."""

    def __init__(self) -> None:
        self.serving = False
        #: The site of the last build without errors, and the errors of the builds since then.
        self.site: Site | None = None
        self.problems: tuple[str, ...] = ()
        #: Whether the `site` command planned the site before it started MkDocs.
        self.planned = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        self.serving = command == "serve"
        if self.serving:
            signal.signal(signal.SIGTERM, _exit)  # MkDocs then deletes its temporary folder
        if not source_date():
            os.environ.pop("SOURCE_DATE_EPOCH", None)  # MkDocs fails if it is not a number

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and plan the site before MkDocs empties its folder, so that an error leaves the last good site there."""
        if self.planned:
            return
        root = Path(config.config_file_path).parent
        build = pipeline.build(root, today=pipeline.today(), drafts=self.serving, live_reload=self.serving)
        self.problems = tuple(problem.as_line for problem in build.problems.errors)
        for error in self.problems:
            # Errors fail a strict build. While serving, the last good pages stay and show them.
            log.log(logging.WARNING if self.serving else logging.ERROR, error)
        if self.problems and not (self.serving and self.site):
            raise PluginError(f"{len(self.problems)} to fix; nothing was built, and the last good site is untouched")
        self.site = build.site or self.site

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs none of the files that it found, in `content/` and in the theme: it would render and copy them."""
        config.theme.static_templates.clear()
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files of the site."""
        assert self.site, "without a site on_pre_build ends the build"
        site_writer.write(self.site, Path(config.site_dir), self.problems)

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
        if isinstance(error, OSError):
            raise Abort(os_errors.describe(error)) from error


class EngineError(Exception):
    """MkDocs failed to build the site; the message says why."""


def write(site: Site, out: Path) -> None:
    """Let MkDocs build a planned site into the folder `out`, in strict mode. Raises EngineError."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    # Strict mode adds a handler to the logger of MkDocs that prints nothing. Without another one, errors would be lost.
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _hooks.site, _hooks.problems, _hooks.planned = site, (), True
    try:
        config = load_config(str(site.root / SETTINGS), site_dir=str(out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build_site(config)
    except MkDocsException as error:
        raise EngineError(str(error)) from error
    finally:
        _hooks.planned = False


def _exit(*_: Any) -> None:
    raise SystemExit(0)


_hooks = Hooks()
on_startup = _hooks.on_startup
on_pre_build = _hooks.on_pre_build
on_files = _hooks.on_files
on_post_build = _hooks.on_post_build
on_serve = _hooks.on_serve
on_build_error = _hooks.on_build_error
