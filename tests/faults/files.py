"""Source files that are truncated, missing, replaced, or changed during a build."""

from __future__ import annotations

from faults.trial import GOOD, Trial, digest, fault
from mentor_network import pipeline
from support.networks import TODAY


def half_saved(trial: Trial, name: str, cut: float) -> None:
    file = trial.root / name
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * cut)])
    trial.fails(saying=f"{name}:")
    file.write_bytes(whole)


@fault
def catalogues_saved_by_half(trial: Trial) -> None:
    """Each is cut at 60 places and read; two are built."""
    tried = 0
    for file in sorted(trial.root.glob("*.yaml")):
        whole = file.read_bytes()
        for part in range(60):
            file.write_bytes(whole[: len(whole) * part // 60])
            list(pipeline.build(trial.root, today=TODAY).files())  # it raises nothing
            tried += 1
        file.write_bytes(whole)
    half_saved(trial, "opportunities.yaml", 0.47)
    half_saved(trial, "stages.yaml", 0)
    trial.notes[:] = [f"{tried} cuts read without a traceback; {trial.notes[-1]}"]
    trial.rebuilds()


@fault
def an_editor_leaves_its_own_files(trial: Trial) -> None:
    kept = {
        "opportunities": (".x.yaml.swp", "x.yaml~", "#x.yaml#", ".DS_Store", "4913", "x.yaml.orig"),
        "case_studies": (".x.md.swp", "x.md~", "._x.md", "~$x.docx", "Thumbs.db"),
        "content": (".x.md.swp", "index.md~", "#index.md#", "index.md.bak", "desktop.ini"),
    }
    for folder, names in kept.items():
        (trial.root / folder).mkdir(exist_ok=True)
        for name in names:
            (trial.root / folder / name).write_bytes(b"\0half")
        lock = ".#x.yaml" if folder == "opportunities" else ".#x.md"
        (trial.root / folder / lock).symlink_to("somebody@ward.1234")
    trial.rebuilds()
    for folder, names in kept.items():
        for name in (*names, ".#x.yaml", ".#x.md"):
            (trial.root / folder / name).unlink(missing_ok=True)
    trial.notes.append("they are ignored")


@fault
def a_catalogue_saved_again_and_again_during_the_build(trial: Trial) -> None:
    """As editors save: a new file is renamed over the old one."""
    file = trial.root / "opportunities.yaml"
    text = file.read_bytes()
    process = trial.start()
    while process.poll() is None:
        beside = trial.root / ".goutputstream-NEW"  # as an editor of GNOME saves
        beside.write_bytes(text)
        beside.replace(file)
    assert trial.finish(process) == 0, trial.output
    assert digest(trial.live) == GOOD[0]
    trial.notes.append("each read gets a complete file")


@fault
def a_file_that_comes_and_goes_during_the_build(trial: Trial) -> None:
    page, picture = trial.root / "content" / "glossary-note.md", trial.root / "content" / "ward.png"
    before = digest(trial.live)
    process = trial.start()
    while process.poll() is None:
        for path in (page, picture):
            path.write_bytes(b"---\n---\n")
            path.unlink()
    code = trial.finish(process)
    assert "Traceback" not in trial.output, trial.output
    assert code in (0, 1) and (code == 0 or digest(trial.live) == before), trial.output
    trial.rebuilds()
    trial.notes.append("a build is complete or names the file that it missed")


@fault
def a_catalogue_that_is_gone(trial: Trial) -> None:
    moved = (trial.root / "glossary.yaml").rename(trial.root.parent / "glossary.yaml")
    trial.fails(saying="glossary.yaml:1:1: missing-file: there is no file called `glossary.yaml`")
    moved.rename(trial.root / "glossary.yaml")
    trial.rebuilds()


@fault
def a_folder_where_a_file_should_be(trial: Trial) -> None:
    file = trial.root / "stages.yaml"
    moved = file.rename(trial.root.parent / "stages.yaml")
    file.mkdir()
    trial.fails(saying="stages.yaml:1:1: unreadable-file: this is not a file")
    file.rmdir()
    moved.rename(file)
    trial.rebuilds()


@fault
def a_file_where_a_folder_should_be(trial: Trial) -> None:
    folder = trial.root / "case_studies"
    moved = folder.rename(trial.root.parent / "case_studies")
    folder.write_text("?")
    trial.fails(saying="case_studies:1:1: unreadable-file: a folder belongs here, and this is not one")
    folder.unlink()
    moved.rename(folder)
    trial.rebuilds()


@fault
def links_that_lead_nowhere_or_away(trial: Trial) -> None:
    for name, target in {"content/gone.md": "nowhere", "content/passwords.txt": "/etc/passwd"}.items():
        (trial.root / name).symlink_to(target)
        trial.fails(saying=f"{name}:1:1: unreadable-file: this is a link to another file")
        (trial.root / name).unlink()
    trial.rebuilds()
