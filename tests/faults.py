"""Every fault that we could think of, tried on a copy of the small network: `make faults` prints what came of each.

A fault is survived when the last good site is whole afterwards, or a whole new one stands in its place; when the message
is plain and the exit status says that something went wrong; when no source has changed; and when the next build works
without anybody cleaning up.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mentor_network import pipeline, placing
from networks import NETWORK, ROOT, TODAY, mkdocs_for

SITE = [sys.executable, "-m", "mentor_network", "site"]
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1786000000"}
#: Root may read and write everything. Started like this, it must ask as everybody must.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


class NotTried(Exception):
    """This machine cannot make this fault; the text says what it would take."""


@dataclass
class Ground:
    """A copy of the small network, with a good site, to do harm to."""

    root: Path
    before: list[str] = field(default_factory=list)
    said: str = ""
    seen: list[str] = field(default_factory=list)

    @property
    def live(self) -> Path:
        return self.root / "site"

    def start(
        self, *more: object, command: list[str] | None = None, env: dict[str, str] | None = None
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.before, *(command or SITE), str(self.root), *map(str, more)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            env=QUIET | (env or {}),
            start_new_session=True,
        )

    def finish(self, process: subprocess.Popen[str]) -> int:
        self.said, _ = process.communicate(timeout=120)
        return process.returncode

    def site(self, *more: object, command: list[str] | None = None, env: dict[str, str] | None = None) -> int:
        return self.finish(self.start(*more, command=command, env=env))

    def fails(self, *more: object, saying: str, command: list[str] | None = None, env: dict[str, str] | None = None) -> None:
        """A build stops with words that help, and leaves the last good site as it was."""
        before = digest(self.live)
        code = self.site(*more, command=command, env=env)
        assert code not in (0, None), f"it said that all was well: {self.said}"
        self.plain(saying)
        assert digest(self.live) == before, "the last good site has changed"

    def serve_fails(self, port: int, *, saying: str) -> None:
        """Serving does not begin, and says why."""
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "-f"]
        done = subprocess.run(
            [*command, str(self.root / "mkdocs.yml")], capture_output=True, text=True, env=QUIET, check=False, timeout=60
        )
        self.said = done.stdout + done.stderr
        assert done.returncode
        self.plain(saying)

    def plain(self, saying: str) -> None:
        assert "Traceback" not in self.said, self.said
        assert saying in self.said, f"expected {saying!r} in: {self.said}"
        self.seen.append(next(line for line in self.said.splitlines() if saying in line).strip())

    def works(self) -> None:
        """The next build gives the same whole site, and leaves nothing behind."""
        assert self.site() == 0, self.said
        assert digest(self.live) == GOOD[0], "the next build made another site"
        left = [name for name in ("site.next", "site.old") if (self.root / name).exists()]
        assert left == [], f"left behind: {left}"


GOOD: list[str] = []
FAULTS: list[Callable[[Ground], None]] = []


def fault(try_it: Callable[[Ground], None]) -> Callable[[Ground], None]:
    """A function named after what goes wrong; its first line of documentation, if any, says how."""
    FAULTS.append(try_it)
    return try_it


def digest(folder: Path) -> str:
    """One word for all that is in a folder: its files' names and bytes; of the search's index, that it is there."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if not name.startswith("pagefind/"):
            found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest() + ("" if (folder / "pagefind" / "pagefind.js").exists() else " without its index")


def sources(root: Path) -> str:
    """The same for what people wrote."""
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if not path.relative_to(root).parts[0].startswith(("site", ".site")) and path.is_file():
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


# A process that ends at the worst moment


def killed_when(ground: Ground, there: str) -> None:
    """Kill the build and all that it started once this file or folder exists."""
    before = digest(ground.live)
    for _ in range(5):
        process = ground.start()
        while process.poll() is None and not (ground.root / there).exists():
            time.sleep(0.0005)
        ended = process.poll() is not None
        if not ended:
            os.killpg(process.pid, signal.SIGKILL)
        ground.finish(process)
        if not ended:
            assert digest(ground.live) == before, "the last good site has changed"
            ground.seen.append("the last good site stands")
            return ground.works()
    raise NotTried("the build was too quick to be caught there")


@fault
def killed_while_reading(ground: Ground) -> None:
    killed_when(ground, "site.next/.mentor-network")


@fault
def killed_while_pages_are_written(ground: Ground) -> None:
    killed_when(ground, "site.next/stages/index.html")


@fault
def killed_while_the_search_is_indexed(ground: Ground) -> None:
    killed_when(ground, "site.next/pagefind")


#: A build whose process dies when it has moved the last site away and not yet moved the new one in.
BETWEEN = """
import os, signal, sys
from pathlib import Path
from mentor_network import cli, placing
placing._swap = lambda one, other: False
move = Path.rename
def rename(self, target):
    move(self, target)
    os.kill(os.getpid(), signal.SIGKILL)
Path.rename = rename
cli.main(["site", *sys.argv[1:]])
"""


@fault
def killed_between_two_moves_where_nothing_can_be_swapped(ground: Ground) -> None:
    before = digest(ground.live)
    ground.site(command=[sys.executable, "-c", BETWEEN])
    assert not ground.live.exists() and digest(ground.root / "site.old") == before
    # Even a build that fails brings the last good site back first.
    text = (ground.root / "stages.yaml").read_text("utf-8")
    (ground.root / "stages.yaml").write_text("- id: [", "utf-8")
    assert ground.site() == 1
    assert digest(ground.live) == before
    ground.seen.append("the next start puts the last good site back")
    (ground.root / "stages.yaml").write_text(text, "utf-8")
    ground.works()


@fault
def killed_after_the_swap(ground: Ground) -> None:
    code = BETWEEN.replace("placing._swap = lambda one, other: False", "swap = placing._swap").partition("move =")[0] + (
        "def dies(one, other):\n    swap(one, other)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        'placing._swap = dies\ncli.main(["site", *sys.argv[1:]])\n'
    )
    ground.site(command=[sys.executable, "-c", code])
    assert digest(ground.live) == GOOD[0] and (ground.root / "site.next").exists()
    ground.seen.append("the new site stands whole")
    ground.works()


@fault
def stopped_with_ctrl_c(ground: Ground) -> None:
    before = digest(ground.live)
    process = ground.start()
    while not (ground.root / "site.next/index.html").exists():
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGINT)
    assert ground.finish(process) == 130
    ground.plain("stopped; the last good site is as it was")
    assert digest(ground.live) == before
    ground.works()


# Disks and folders


@fault
def a_full_disk(ground: Ground) -> None:
    disk = ground.root.parent / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        raise NotTried("needs root, to make a small disk")
    try:
        assert ground.site("--out", disk / "site") == 0, ground.said
        before = digest(disk / "site")
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "full").write_bytes(b"." * (free - 300_000))
        assert ground.site("--out", disk / "site") == 1
        ground.plain("no space left on device; make room on the disk")
        assert digest(disk / "site") == before
        (disk / "full").unlink()
        assert ground.site("--out", disk / "site") == 0, ground.said
        assert digest(disk / "site") == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@fault
def files_that_may_not_grow(ground: Ground) -> None:
    """As a share of a disk that is used up: a limit on the size of a file, which needs no rights."""
    ground.fails(command=["sh", "-c", 'ulimit -f 30; exec "$@"', "sh", *SITE], saying="make room on the disk")
    ground.works()


def without_rights(ground: Ground) -> None:
    """Let the builds ask for each file, as those of anybody but root do."""
    if WITHOUT_RIGHTS and not shutil.which(WITHOUT_RIGHTS[0]):
        raise NotTried("needs `setpriv`, or somebody who is not root")
    ground.before = WITHOUT_RIGHTS


@fault
def a_folder_that_may_only_be_read(ground: Ground) -> None:
    without_rights(ground)
    ground.root.chmod(0o555)
    ground.fails(saying="permission denied; ask whose it is, or name another folder")
    ground.root.chmod(0o755)
    ground.works()


@fault
def a_catalogue_that_may_not_be_read(ground: Ground) -> None:
    without_rights(ground)
    file = ground.root / "stages.yaml"
    file.chmod(0)
    ground.fails(saying="stages.yaml:1:1: unreadable-file: this file cannot be read: permission denied")
    file.chmod(0o644)
    ground.works()


@fault
def a_folder_of_pages_that_may_not_be_read(ground: Ground) -> None:
    without_rights(ground)
    folder = ground.root / "case_studies"
    folder.chmod(0)
    ground.fails(saying="case_studies:1:1: unreadable-file: this folder cannot be read: permission denied")
    folder.chmod(0o755)
    ground.works()


@fault
def a_picture_that_may_not_be_read(ground: Ground) -> None:
    without_rights(ground)
    picture = ground.root / "content" / "ward.png"
    picture.write_bytes(b"picture")
    picture.chmod(0)
    ground.fails(saying="content/ward.png:1:1: unreadable-file: this file cannot be read")
    picture.unlink(missing_ok=True)
    ground.works()


@fault
def leavings_that_may_not_be_deleted(ground: Ground) -> None:
    without_rights(ground)
    left = ground.root / "site.next" / "deep"
    left.mkdir(parents=True)
    (left / "page.html").write_text("half")
    (left.parent / placing.MARK).write_text("Built\n")
    left.chmod(0o555)
    ground.fails(saying="is left from an earlier build and cannot be deleted; delete it, or ask whose it is")
    left.chmod(0o755)
    shutil.rmtree(left.parent)
    ground.works()


@fault
def leavings_of_an_older_build(ground: Ground) -> None:
    shutil.copytree(ground.live, ground.root / "site.next")
    shutil.copytree(ground.live, ground.root / "site.old")
    ground.works()
    ground.seen.append("they are cleared away")


@fault
def the_site_is_a_file(ground: Ground) -> None:
    out = ground.root.parent / "afile"
    out.write_text("mine")
    ground.fails("--out", out, saying="is a file, and the site needs a folder of that name; move the file away")
    assert out.read_text() == "mine"
    ground.works()


@fault
def the_site_is_a_link(ground: Ground) -> None:
    there = ground.root.parent / "elsewhere"
    ground.live.rename(there)
    ground.live.symlink_to(there)
    ground.works()
    assert ground.live.is_symlink() and digest(there) == GOOD[0]
    shutil.rmtree(there)
    ground.works()
    ground.seen.append("the site is built where the link leads, and the link stays")


@fault
def the_site_is_a_link_to_itself(ground: Ground) -> None:
    shutil.rmtree(ground.live)
    ground.live.symlink_to(ground.live)
    assert ground.site() == 2
    ground.plain("is a file, and the site needs a folder of that name")
    ground.live.unlink()
    ground.works()


@fault
def the_site_would_replace_a_home_folder(ground: Ground) -> None:
    home = ground.root.parent / "home"
    (home / "photos").mkdir(parents=True)
    (home / "photos" / "wedding.jpg").write_text("dear")
    (home / ".profile").write_text("mine")
    ground.fails(
        "--out", home, saying="holds files that no build of this site wrote, and they would be lost: .profile and 1 more"
    )
    assert (home / "photos" / "wedding.jpg").read_text() == "dear"
    ground.fails("--out", ground.root, saying="because the network itself is in it")
    ground.fails("--out", ground.root.parent, saying="because the network itself is in it")
    ground.works()


@fault
def somebodys_notes_lie_in_the_site(ground: Ground) -> None:
    note = ground.live / "guides" / "notes.txt"
    note.write_text("mine")
    ground.fails(saying="they would be lost: guides/notes.txt; move them away")
    assert note.read_text() == "mine"
    note.unlink()
    ground.works()


@fault
def the_site_would_go_among_the_sources(ground: Ground) -> None:
    ground.fails("--out", ground.root / "content" / "site", saying="the site cannot go into content/")
    assert not (ground.root / "content" / "site").exists()
    ground.works()


# Files that are not what they were


def half_saved(ground: Ground, name: str, cut: float) -> None:
    file = ground.root / name
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * cut)])
    ground.fails(saying=f"{name}:")
    file.write_bytes(whole)


@fault
def catalogues_saved_by_half(ground: Ground) -> None:
    """Cut at 60 places each, as far as reading goes; a build for some."""
    tried = 0
    for file in sorted(ground.root.glob("*.yaml")):
        whole = file.read_bytes()
        for part in range(60):
            file.write_bytes(whole[: len(whole) * part // 60])
            pipeline.build(ground.root, today=TODAY)  # it raises nothing
            tried += 1
        file.write_bytes(whole)
    half_saved(ground, "opportunities.yaml", 0.47)
    half_saved(ground, "stages.yaml", 0)
    ground.seen[:] = [f"{tried} cuts read without a traceback; {ground.seen[-1]}"]
    ground.works()


@fault
def an_editor_leaves_its_own_files(ground: Ground) -> None:
    kept = {
        "opportunities": (".x.yaml.swp", "x.yaml~", "#x.yaml#", ".DS_Store"),
        "case_studies": (".x.md.swp", "x.md~", "._x.md"),
        "content": (".x.md.swp", "index.md~", "#index.md#"),
    }
    for folder, names in kept.items():
        (ground.root / folder).mkdir(exist_ok=True)
        for name in names:
            (ground.root / folder / name).write_bytes(b"\0half")
        lock = ".#x.yaml" if folder == "opportunities" else ".#x.md"
        (ground.root / folder / lock).symlink_to("somebody@ward.1234")
    ground.works()
    for folder, names in kept.items():
        for name in (*names, ".#x.yaml", ".#x.md"):
            (ground.root / folder / name).unlink(missing_ok=True)
    ground.seen.append("they are passed over")


@fault
def a_catalogue_saved_again_and_again_during_the_build(ground: Ground) -> None:
    """As editors do: a new file, moved over the old one."""
    file = ground.root / "opportunities.yaml"
    text = file.read_bytes()
    process = ground.start()
    while process.poll() is None:
        (ground.root / "new").write_bytes(text)
        (ground.root / "new").replace(file)
    assert ground.finish(process) == 0, ground.said
    assert digest(ground.live) == GOOD[0]
    ground.seen.append("each read gets a whole file")


@fault
def a_file_that_comes_and_goes_during_the_build(ground: Ground) -> None:
    page, picture = ground.root / "content" / "glossary-note.md", ground.root / "content" / "ward.png"
    before = digest(ground.live)
    process = ground.start()
    while process.poll() is None:
        for path in (page, picture):
            path.write_bytes(b"---\n---\n")
            path.unlink()
    code = ground.finish(process)
    assert "Traceback" not in ground.said, ground.said
    assert code in (0, 1) and (code == 0 or digest(ground.live) == before), ground.said
    ground.works()
    ground.seen.append("a build ends whole or says which file it missed")


@fault
def a_catalogue_that_is_gone(ground: Ground) -> None:
    moved = (ground.root / "glossary.yaml").rename(ground.root.parent / "glossary.yaml")
    ground.fails(saying="glossary.yaml:1:1: missing-file: there is no file called `glossary.yaml`")
    moved.rename(ground.root / "glossary.yaml")
    ground.works()


@fault
def a_folder_where_a_file_should_be(ground: Ground) -> None:
    file = ground.root / "stages.yaml"
    moved = file.rename(ground.root.parent / "stages.yaml")
    file.mkdir()
    ground.fails(saying="stages.yaml:1:1: unreadable-file: this is not a file")
    file.rmdir()
    moved.rename(file)
    ground.works()


@fault
def a_file_where_a_folder_should_be(ground: Ground) -> None:
    folder = ground.root / "case_studies"
    moved = folder.rename(ground.root.parent / "case_studies")
    folder.write_text("?")
    ground.fails(saying="case_studies:1:1: unreadable-file: a folder belongs here, and this is not one")
    folder.unlink()
    moved.rename(folder)
    ground.works()


@fault
def links_that_lead_nowhere_or_away(ground: Ground) -> None:
    for name, target in {"content/gone.md": "nowhere", "content/passwords.txt": "/etc/passwd"}.items():
        (ground.root / name).symlink_to(target)
        ground.fails(saying=f"{name}:1:1: unreadable-file: this is a link to another file")
        (ground.root / name).unlink()
    ground.works()


# Several at once


@fault
def two_builds_at_once_and_a_reader(ground: Ground) -> None:
    """Somebody reads 4 files again and again. Each is always there, and they are of one build while the folder is one."""
    first, second = ground.start(), ground.start()
    names = ("index.html", "stages/index.html", "assets/words.json", "pagefind/pagefind.js")
    reads = 0
    while first.poll() is None or second.poll() is None:
        for name in names:
            assert (ground.live / name).read_bytes(), name
        reads += 1
    said = []
    for process in (first, second):
        assert ground.finish(process) == 0, ground.said
        said.append(ground.said)
    ground.said = "".join(said)
    ground.plain("another build of this site is running; this one starts when that one has ended")
    ground.seen.append(f"{reads} reads, none in vain")
    assert digest(ground.live) == GOOD[0]
    ground.works()


@fault
def a_build_while_the_site_is_served(ground: Ground) -> None:
    with serving(ground) as (_, log):
        ground.works()
        assert "Traceback" not in log.read_text("utf-8")
    ground.seen.append("both go on")


# What is missing where it is built


@fault
def the_port_is_taken(ground: Ground) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ground.serve_fails(taken.getsockname()[1], saying="serve on another port")


@fault
def serving_begins_with_a_broken_file(ground: Ground) -> None:
    file = ground.root / "network.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole[: len(whole) // 2] + "\n  - {", "utf-8")
    ground.serve_fails(0, saying="network.yaml:")
    file.write_text(whole, "utf-8")
    ground.works()


def without(module: str) -> list[str]:
    """The command, in a Python that lacks a module."""
    code = (
        "import importlib.util, sys; find = importlib.util.find_spec\n"
        f"importlib.util.find_spec = lambda name, *more: None if name == {module!r} else find(name, *more)\n"
        "from mentor_network.cli import script; sys.argv[1:1] = ['site']; sys.exit(script())"
    )
    return [sys.executable, "-c", code]


@fault
def a_tool_is_not_installed(ground: Ground) -> None:
    for module, name in {"mkdocs": "MkDocs", "material": "Material for MkDocs", "pagefind": "Pagefind"}.items():
        ground.fails(command=without(module), saying=f"{name} is not installed here; `make .venv/ready` installs")
    ground.works()


@fault
def the_search_program_is_missing(ground: Ground) -> None:
    """Pagefind is installed for another kind of machine: its package is there and its program is not."""
    empty = ground.root.parent / "path" / "pagefind_bin"
    empty.mkdir(parents=True)
    (empty / "__init__.py").write_text("def get_executable():\n    raise FileNotFoundError('no program')\n")
    ground.fails(env={"PYTHONPATH": str(empty.parent)}, saying="the search could not be indexed")
    ground.works()


@fault
def there_is_no_network_here(ground: Ground) -> None:
    moved = (ground.root / "mkdocs.yml").rename(ground.root.parent / "mkdocs.yml")
    ground.fails(saying="there is no mkdocs.yml in")
    moved.rename(ground.root / "mkdocs.yml")
    ground.works()


@fault
def python_is_too_old(ground: Ground) -> None:
    old = ground.root.parent / "old-python"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.version_info = (3, 9); exec(sys.argv[1])" "$2"\n')
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", ground.root.parent / "Makefile")
    make = subprocess.run(
        ["make", "-s", ".venv/bin/python", f"PYTHON={old}"],
        cwd=ground.root.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    ground.said = make.stdout + make.stderr
    assert make.returncode
    ground.plain("Python 3.11 or later is needed")


# The runner


@contextmanager
def serving(ground: Ground) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = ground.root.parent / "serve.log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(ground.root / "mkdocs.yml"), "-a", "127.0.0.1:0"]
        process = subprocess.Popen(command, stdout=out, stderr=out, env=QUIET)
    try:
        yield process, log
    finally:
        process.terminate()
        process.wait(timeout=20)


def try_all(only: str = "") -> list[tuple[str, str, str]]:
    """Each fault: its name, what came of it, and what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        model.mkdir()
        Path(folder).chmod(0o755)
        good = Ground(model / "network")
        shutil.copytree(NETWORK, good.root)
        mkdocs_for(good.root)
        assert good.site() == 0, good.said
        GOOD[:] = [digest(good.live)]
        chosen = [one for one in FAULTS if only in one.__name__]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda one: attempt(one, model, Path(folder) / one.__name__), chosen))


def attempt(one: Callable[[Ground], None], model: Path, folder: Path) -> tuple[str, str, str]:
    shutil.copytree(model, folder)
    ground = Ground(folder / "network")
    before = sources(ground.root)
    try:
        one(ground)
        assert sources(ground.root) == before, "a source has changed"
    except NotTried as reason:
        return one.__name__, "not tried", str(reason)
    except Exception as error:
        return one.__name__, "LOST", f"{type(error).__name__}: {error}"
    return one.__name__, "survived", ground.seen[0] if ground.seen else ""


def shown(name: str, came: str, seen: str) -> str:
    """A line of the table; what went wrong is told in full."""
    seen = re.sub(r"\S*/network/", "", seen)[: None if came == "LOST" else 100]
    return f"{name.replace('_', ' '):<54} {came:<9}  {seen}"


def main() -> int:
    results = try_all(*sys.argv[1:2])
    for result in results:
        print(shown(*result))
    count = {word: sum(came == word for _, came, _ in results) for word in ("survived", "LOST", "not tried")}
    tried = len(results) - count["not tried"]
    aside = f" ({count['not tried']} not tried here)" if count["not tried"] else ""
    print(f"faults: {tried} tried, {count['survived']} survived, {count['LOST']} lost{aside}")
    return 1 if count["LOST"] or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
