"""Disks that are full, folders that may not be touched, and sites that are not what a build expects."""

from __future__ import annotations

import os
import shutil
import subprocess

from faults.ground import GOOD, SITE, Ground, NotTried, digest, fault
from mentor_network import publish

#: Root may read and write everything. Started like this, it must ask as everybody must.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


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
    (left.parent / publish.MARK).write_text("Built\n")
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
