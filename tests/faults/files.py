"""Files that are not what they were: saved by half, gone, or something else."""

from __future__ import annotations

from faults.ground import GOOD, Ground, digest, fault
from mentor_network import pipeline
from support.networks import TODAY


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
        "opportunities": (".x.yaml.swp", "x.yaml~", "#x.yaml#", ".DS_Store", "4913", "x.yaml.orig"),
        "case_studies": (".x.md.swp", "x.md~", "._x.md", "~$x.docx", "Thumbs.db"),
        "content": (".x.md.swp", "index.md~", "#index.md#", "index.md.bak", "desktop.ini"),
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
        beside = ground.root / ".goutputstream-NEW"  # as an editor of GNOME saves
        beside.write_bytes(text)
        beside.replace(file)
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
