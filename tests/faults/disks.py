"""Full disks, missing permissions, and output folders in an unexpected state."""

from __future__ import annotations

import os
import shutil
import subprocess

from faults.trial import GOOD, SITE, Skipped, Trial, digest, fault
from mentor_network import publish

#: A command that runs another without root's right to read and write everything.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


@fault
def a_full_disk(trial: Trial) -> None:
    disk = trial.root.parent / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        raise Skipped("needs root, to make a small disk")
    try:
        assert trial.site("--out", disk / "site") == 0, trial.output
        before = digest(disk / "site")
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "full").write_bytes(b"." * (free - 300_000))
        assert trial.site("--out", disk / "site") == 1
        trial.says("no space left on device; make room on the disk")
        assert digest(disk / "site") == before
        (disk / "full").unlink()
        assert trial.site("--out", disk / "site") == 0, trial.output
        assert digest(disk / "site") == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@fault
def files_that_may_not_grow(trial: Trial) -> None:
    """A limit on the size of files, as a stand-in for a disk quota: it needs no rights."""
    trial.fails(command=["sh", "-c", 'ulimit -f 30; exec "$@"', "sh", *SITE], saying="make room on the disk")
    trial.rebuilds()


def without_rights(trial: Trial) -> None:
    """Let permissions apply to the builds even if root runs the tests."""
    if WITHOUT_RIGHTS and not shutil.which(WITHOUT_RIGHTS[0]):
        raise Skipped("needs `setpriv`, or somebody who is not root")
    trial.before = WITHOUT_RIGHTS


@fault
def a_folder_that_may_only_be_read(trial: Trial) -> None:
    without_rights(trial)
    trial.root.chmod(0o555)
    trial.fails(saying="permission denied; ask whose it is, or name another folder")
    trial.root.chmod(0o755)
    trial.rebuilds()


@fault
def a_catalogue_that_may_not_be_read(trial: Trial) -> None:
    without_rights(trial)
    file = trial.root / "stages.yaml"
    file.chmod(0)
    trial.fails(saying="stages.yaml:1:1: unreadable-file: this file cannot be read: permission denied")
    file.chmod(0o644)
    trial.rebuilds()


@fault
def a_folder_of_pages_that_may_not_be_read(trial: Trial) -> None:
    without_rights(trial)
    folder = trial.root / "case_studies"
    folder.chmod(0)
    trial.fails(saying="case_studies:1:1: unreadable-file: this folder cannot be read: permission denied")
    folder.chmod(0o755)
    trial.rebuilds()


@fault
def a_picture_that_may_not_be_read(trial: Trial) -> None:
    without_rights(trial)
    picture = trial.root / "content" / "ward.png"
    picture.write_bytes(b"picture")
    picture.chmod(0)
    trial.fails(saying="content/ward.png:1:1: unreadable-file: this file cannot be read")
    picture.unlink(missing_ok=True)
    trial.rebuilds()


@fault
def leavings_that_may_not_be_deleted(trial: Trial) -> None:
    without_rights(trial)
    left = trial.root / "site.next" / "deep"
    left.mkdir(parents=True)
    (left / "page.html").write_text("half")
    (left.parent / publish.MANIFEST).write_text("Built\n")
    left.chmod(0o555)
    trial.fails(saying="is left from an earlier build and cannot be deleted; delete it, or ask whose it is")
    left.chmod(0o755)
    shutil.rmtree(left.parent)
    trial.rebuilds()


@fault
def leavings_of_an_older_build(trial: Trial) -> None:
    shutil.copytree(trial.live, trial.root / "site.next")
    shutil.copytree(trial.live, trial.root / "site.old")
    trial.rebuilds()
    trial.notes.append("they are deleted")


@fault
def the_site_is_a_file(trial: Trial) -> None:
    out = trial.root.parent / "afile"
    out.write_text("mine")
    trial.fails("--out", out, saying="is a file, and the site needs a folder of that name; move the file away")
    assert out.read_text() == "mine"
    trial.rebuilds()


@fault
def the_site_is_a_link(trial: Trial) -> None:
    there = trial.root.parent / "elsewhere"
    trial.live.rename(there)
    trial.live.symlink_to(there)
    trial.rebuilds()
    assert trial.live.is_symlink() and digest(there) == GOOD[0]
    shutil.rmtree(there)
    trial.rebuilds()
    trial.notes.append("the site is built at the target of the link, and the link stays")


@fault
def the_site_is_a_link_to_itself(trial: Trial) -> None:
    shutil.rmtree(trial.live)
    trial.live.symlink_to(trial.live)
    assert trial.site() == 2
    trial.says("is a file, and the site needs a folder of that name")
    trial.live.unlink()
    trial.rebuilds()


@fault
def the_site_would_replace_a_home_folder(trial: Trial) -> None:
    home = trial.root.parent / "home"
    (home / "photos").mkdir(parents=True)
    (home / "photos" / "wedding.jpg").write_text("dear")
    (home / ".profile").write_text("mine")
    trial.fails(
        "--out", home, saying="holds files that no build of this site wrote, and they would be lost: .profile and 1 more"
    )
    assert (home / "photos" / "wedding.jpg").read_text() == "dear"
    trial.fails("--out", trial.root, saying="because the network itself is in it")
    trial.fails("--out", trial.root.parent, saying="because the network itself is in it")
    trial.rebuilds()


@fault
def somebodys_notes_lie_in_the_site(trial: Trial) -> None:
    note = trial.live / "guides" / "notes.txt"
    note.write_text("mine")
    trial.fails(saying="they would be lost: guides/notes.txt; move them away")
    assert note.read_text() == "mine"
    note.unlink()
    trial.rebuilds()


@fault
def the_site_would_go_among_the_sources(trial: Trial) -> None:
    trial.fails("--out", trial.root / "content" / "site", saying="the site cannot go into content/")
    assert not (trial.root / "content" / "site").exists()
    trial.rebuilds()
