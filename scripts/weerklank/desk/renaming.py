"""`weerklank rename` and `weerklank remove`: the files of a collection as they are afterwards.

What names the text or argument follows; ids stay, and old addresses lead on (the build sees to that).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from weerklank.annotate import anchors, promises
from weerklank.build.published import DAYS, IDS, Locks, on_disk
from weerklank.collection import editions, yaml_edit
from weerklank.collection.argument_files import FOLDER
from weerklank.collection.checksums import NAME, SEED_SUFFIXES, is_text, read_checksums, written
from weerklank.collection.keys import SIDECAR
from weerklank.collection.references import Files, read_files, renamed, without
from weerklank.collection.yaml_file import nearest
from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.model.slugs import RESERVED, SLUG, SLUG_FORM
from weerklank.state.safe_writing import write_inside


@dataclass
class Desk:
    """What lies in seeds/ before and after: the editors' `files` and `locks`, `texts` (stem -> file name), `sums`
    (file name -> sha256) and what is to be `moved`: {old file name: new one, '' where it goes}.
    """

    root: Path
    files: Files
    locks: Locks
    texts: dict[str, str]
    sums: dict[str, str]
    moved: dict[str, str] = field(default_factory=dict)

    @property
    def slugs(self) -> dict[str, str]:
        """The texts by the slugs that were built: {slug: stem}."""
        return {essay.slug: stem for stem, essay in self.locks.ids.essays.items()}


def read_desk(root: Path) -> Desk:
    """The collection in `root` as it lies there; InputError where it cannot be read."""
    folder = root / "seeds"
    texts = {path.stem: path.name for path in sorted(folder.iterdir()) if is_text(path.name)}
    return Desk(root, read_files(folder), on_disk(root), texts, read_checksums(folder))


def rename(root: Path, old: str, new: str) -> list[str]:
    """Give a text's file, a text's slug or an argument another name; the files of seeds/ that changed.

    InputError where nothing has the name `old`, or the name `new` is taken or is none.
    """
    before, desk = read_desk(root), read_desk(root)
    if Path(new).parent.as_posix() not in (".", "seeds", f"seeds/{FOLDER}", FOLDER):
        what = f"'{new[:60]}' is no name: files stay in their folder"
        raise InputError([Problem("weerklank rename", what, "give the name alone")])
    old, new = _bare(old), _bare(new)
    has_argument = f"{FOLDER}/{old}.md" in desk.files
    if has_argument and old in desk.slugs:
        what = f"'{old}' is an argument and the address of a text"
        raise InputError([Problem("weerklank rename", what, f"write seeds/{FOLDER}/{old}.md, or the text's file")])
    if has_argument or _was_argument(desk, old, new):
        _free(desk, new, [name.removeprefix(f"{FOLDER}/").removesuffix(".md") for name in desk.files], has_argument)
        desk.files = renamed(desk.files, "argument", old, new)
    elif old in desk.texts or old in desk.locks.ids.essays:
        _rename_seed(desk, old, new)
    elif old in {*desk.slugs, *(slug for e in desk.locks.ids.essays.values() for slug in e.slugs)}:
        _rename_slug(desk, old, new)
    else:
        raise InputError([_unknown(desk, old)])
    return _write(before, desk)


def remove(root: Path, name: str) -> list[str]:
    """Take a text (by file, stem or slug) or an argument away, with all that names it; the files that changed.

    Whoever says so accepts that its ids are gone for good.
    """
    before, desk = read_desk(root), read_desk(root)
    name = _bare(name)
    stem = name if name in desk.texts or name in desk.locks.ids.essays else desk.slugs.get(name, "")
    ids, lock = desk.locks.ids, desk.locks.ids
    if f"{FOLDER}/{name}.md" in desk.files or any(p.argument == name for p in ids.passages):
        passages = [p.anchor.id for p in ids.passages if p.argument == name]
        desk.files = without(desk.files, "argument", name, passages)
    elif stem:
        passages = [p.anchor.id for p in ids.passages if p.seed == stem]
        slug = ids.essays[stem].slug if stem in ids.essays else ""
        if slug:
            desk.files = without(desk.files, "text", slug, passages)
        desk.files.pop(f"{stem}.yml", None)
        if file := desk.texts.get(stem):
            desk.moved |= dict.fromkeys([file, *_layout(desk, stem)], "")
        desk.sums = {file: found for file, found in desk.sums.items() if Path(file).stem != stem}
        essays = {each: essay for each, essay in ids.essays.items() if each != stem}
        lock = replace(lock, essays=essays)
    else:
        raise InputError([_unknown(desk, name)])
    left = tuple(p for p in ids.passages if p.anchor.id not in passages)
    desk.locks = replace(desk.locks, ids=promises.retire(ids, replace(lock, passages=left)))
    return _write(before, desk)


def _bare(name: str) -> str:
    """A name as it was typed, without the folder and the ending of its file."""
    path = Path(name)
    return path.stem if path.suffix in (*SEED_SUFFIXES, LAYOUT, ".md", ".yml") else path.name


def _was_argument(desk: Desk, old: str, new: str) -> bool:
    """Whether an argument's file was renamed by hand from `old` to `new`."""
    return f"{FOLDER}/{new}.md" in desk.files and any(p.argument == old for p in desk.locks.ids.passages)


def _rename_slug(desk: Desk, old: str, new: str) -> None:
    stem = desk.slugs.get(old) or next(s for s, e in desk.locks.ids.essays.items() if old in e.slugs)
    _free(desk, new, [slug for slug, owner in desk.slugs.items() if owner != stem])
    desk.files = renamed(desk.files, "text", old, new)
    sidecar = f"{stem}.yml"
    desk.files[sidecar] = yaml_edit.put(desk.files.get(sidecar, ""), ("slug",), new, SIDECAR)


def _rename_seed(desk: Desk, old: str, new: str) -> None:
    """The file may have its new name already: then what belongs to it follows."""
    if old in desk.texts:
        _free(desk, new, desk.texts, form=False)
        suffix = Path(desk.texts[old]).suffix
        desk.moved[desk.texts[old]] = new + suffix
        desk.moved |= dict.fromkeys(_layout(desk, old), new + LAYOUT)
    elif new not in desk.texts:
        raise InputError([Problem(f"seeds/{old}", "is not there, and neither is the new one", "check the names")])
    if f"{old}.yml" in desk.files:
        desk.files[f"{new}.yml"] = desk.files.pop(f"{old}.yml")
    desk.sums = {
        new + Path(name).suffix if Path(name).stem == old else name: found for name, found in desk.sums.items()
    }
    if old in desk.locks.ids.essays:
        desk.locks = desk.locks.renamed({old: new}, {})


def _layout(desk: Desk, stem: str) -> list[str]:
    """The layout beside a text, if there is one."""
    return [name] if (desk.root / "seeds" / (name := stem + LAYOUT)).is_file() else []


def _free(desk: Desk, new: str, taken: Collection[str], wanted: bool = True, form: bool = True) -> None:
    """InputError where `new` is no name, or is one of those `taken`."""
    if form and (not SLUG.fullmatch(new) or new in RESERVED):
        raise InputError([Problem("weerklank rename", f"'{new[:60]}' is no name", f"let it be {SLUG_FORM}")])
    if not new or "/" in new or not new.isprintable():
        what = f"{new[:60]!r} is no name of a file"
        raise InputError([Problem("weerklank rename", what, "take letters, digits, _ and -")])
    if wanted and new in taken:
        raise InputError([Problem("weerklank rename", f"'{new}' is there already", "choose another name")])


def _unknown(desk: Desk, name: str) -> Problem:
    arguments = [file.removeprefix(f"{FOLDER}/").removesuffix(".md") for file in desk.files if file.startswith(FOLDER)]
    known = [*desk.slugs, *desk.texts, *arguments]
    return Problem("seeds", f"no text, slug or argument is called '{name[:60]}'", nearest(name, known))


def _write(before: Desk, after: Desk) -> list[str]:
    """Write what changed, and name it."""
    folder = after.root / "seeds"
    for old, new in after.moved.items():
        (folder / old).rename(folder / new) if new else (folder / old).unlink()
    changed = dict(after.moved)
    for name, text in after.files.items():
        if before.files.get(name) != text:
            write_inside(folder, name, text.encode())
            changed[name] = name
    for name in before.files.keys() - after.files.keys():
        (folder / name).unlink()
        changed[name] = ""
    for name, old_text, text in (
        (NAME, written(before.sums), written(after.sums)),
        (IDS.partition("/")[2], anchors.dump(before.locks.ids), anchors.dump(after.locks.ids)),
        (DAYS.partition("/")[2], editions.dump(before.locks.days), editions.dump(after.locks.days)),
    ):
        if old_text != text:
            write_inside(folder, name, text.encode())
            changed[name] = name
    return [
        f"seeds/{old}: {'changed' if new == old else f'is seeds/{new} now' if new else 'taken away'}"
        for old, new in sorted(changed.items())
    ]
