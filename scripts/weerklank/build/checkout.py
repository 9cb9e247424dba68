"""The checkout: reading all of its input, writing all of its output. Nothing is decided here."""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import weerklank
from weerklank import rights
from weerklank.annotate import anchors
from weerklank.build import withdrawn as recall
from weerklank.build.compose import Edition, edition
from weerklank.build.every_file import generated, pages
from weerklank.build.hand_edits import BUILT, hand_edits, remember
from weerklank.build.layout import laid_out
from weerklank.build.missing_locks import missing_locks
from weerklank.build.still_named import still_named
from weerklank.cite.cite_notes import notes as cite_notes
from weerklank.clean.web.answer import RULE as ENDS
from weerklank.collection import editions, read_arguments, read_collection, read_seeds, read_takedown, seal
from weerklank.collection.collection_file import NAME as COLLECTION
from weerklank.collection.collection_file import unknown_arguments
from weerklank.collection.takedown_file import Entry
from weerklank.collection.unfinished_merge import unfinished_merges
from weerklank.markup.markdown import unmarked
from weerklank.markup.parts import argument_url, essay_url, other_language
from weerklank.model import Collection, Essay, Passage
from weerklank.model.errors import InputError, MachineError, Problem, gathering
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted
from weerklank.pages.own_pages import own_pages
from weerklank.read.safe_files import read_bytes
from weerklank.rights import Withheld
from weerklank.site import (
    STEPS,
    Expected,
    Progress,
    SearchDocument,
    check_pages,
    checkout_lock,
    make_site,
    publish,
    swap_all,
    workspace,
)
from weerklank.site.lock import WORK
from weerklank.site.safe_writing import read_state, refuse_links, regular, write_inside, write_state

_Lock = TypeVar("_Lock")
RENDERED = f"{WORK}/docs"
"""What MkDocs renders: docs/ with its pages whole, and the data beside them."""

_LOCK_LIMIT = 100_000_000  # bytes: thousands of texts
_KEPT = 0.9  # share of its words that a text must keep from build to build
_INPUTS = ("seeds", "docs", "mkdocs.yml", "requirements.txt")
_TOOL = Path(weerklank.__file__).parent


@dataclass(frozen=True)
class Inputs:
    """An edition with what the maintainer should hear about its input."""

    edition: Edition
    unsealed: tuple[str, ...]  # names of texts that are not in SHA256SUMS yet
    gone: tuple[str, ...]  # names of texts in SHA256SUMS that are not there any more, which was accepted
    notes: tuple[Problem, ...]
    takedown: tuple[Entry, ...] = ()


def read(root: Path, accept_loss: Accepted = NOTHING) -> Inputs:
    """Read seeds/ and make the edition. InputError with everything that is wrong in any file."""
    seeds_folder = root / "seeds"
    problems: list[Problem] = unfinished_merges(seeds_folder)
    if problems:
        raise InputError(problems)
    config = folder = arguments = None
    with gathering(problems):
        config = read_collection(seeds_folder)
    with gathering(problems):
        folder = read_seeds(seeds_folder, accept_loss)
    with gathering(problems):
        arguments = read_arguments(seeds_folder)
    if config and arguments is not None:
        problems += unknown_arguments(config.questions, {a.id for a in arguments}, f"{seeds_folder.name}/{COLLECTION}")
    lock, dates, today, takedown = anchors.Lock(), editions.Lock(), "", None
    with gathering(problems):
        takedown = read_takedown(seeds_folder)
    with gathering(problems):
        lock = read_lock(seeds_folder)
    with gathering(problems):
        dates = _locked(seeds_folder, "editions.lock", editions.load) or dates
    with gathering(problems):
        today = _today()
    problems += missing_locks(root, [seed.stem for seed in folder.seeds] if folder else (), accept_loss)
    if config is None or folder is None or arguments is None or takedown is None or problems:
        raise InputError(problems)
    made = edition(config, folder.seeds, arguments, lock, accept_loss, dates, today, takedown)
    if shorter := _shorter(dates, made.whole, accept_loss):
        raise InputError(shorter)
    named = _still_named(root, made)
    notes = (*folder.notes, *named, *rights.notes(made.collection, made.whole), *cite_notes(made.collection))
    return Inputs(made, folder.unsealed, folder.gone, notes, takedown)


def _still_named(root: Path, made: Edition) -> list[Problem]:
    """Where the editors' own files still name who was taken down; the sidecar of that text is none of them."""
    gone = [essay for essay in made.whole.essays if essay.slug in made.collection.removed]
    if not gone:
        return []
    own = {root / "seeds" / f"{essay.seed.stem}.yml" for essay in gone}
    generated = {root / "docs" / name for name in laid_out(made.pages)}
    paths = {*(root / "seeds").glob("*.yml"), *(root / "seeds").rglob("*.md"), *(root / "docs").rglob("*.md")}
    wanted = sorted(path for path in paths - own - generated if regular(path))
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8", "replace") for path in wanted}
    return still_named(files, gone, made.collection.essays)


def withheld(root: Path) -> tuple[tuple[Entry, ...], Withheld]:
    """What was taken down and what may stand nowhere, as seeds/ has it now."""
    inputs = read(root, EVERYTHING)
    return inputs.takedown, inputs.edition.withheld


def _shorter(published: editions.Lock, collection: Collection, accept_loss: Accepted) -> list[Problem]:
    """Texts that lost more than a tenth of the words that they were published with."""
    words = {stem: entry.words or 0 for stem, entry in published.texts.items()}
    shorter = [
        e
        for e in collection.essays
        if e.words + _left_out(e) < _KEPT * words.get(e.seed.stem, 0)
        and not accept_loss.covers(e.slug, e.seed.stem, e.seed.name)
    ]
    meant = accept_loss.command(e.slug for e in shorter)
    remedy = f"see what became of it with 'weerklank explain'; if that is meant: {meant}"
    return [
        Problem(f"seeds/{e.seed.name}", f"{e.words} words are left of the {words[e.seed.stem]} published", remedy)
        for e in shorter
    ]


def _left_out(essay: Essay) -> int:
    """The words that an editor left out by saying where the essay ends: at most these were published before."""
    return sum(len(span.before.split()) for span in essay.cleaned.ledger.spans if span.rule == ENDS)


def _today() -> str:
    """The day (ISO, UTC) that dates what is new: $SOURCE_DATE_EPOCH's where it is set, else this one."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.now(UTC) if said is None else datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "give the seconds since 1 January 1970, or unset it"
        raise InputError([Problem("SOURCE_DATE_EPOCH", f"{said!r} is no moment", remedy)]) from error
    return moment.date().isoformat()


def read_lock(seeds: Path) -> anchors.Lock:
    """seeds/anchors.lock; an empty one where nothing was published yet."""
    return _locked(seeds, "anchors.lock", anchors.load) or anchors.Lock()


def _locked(seeds: Path, name: str, load: Callable[[str], _Lock]) -> _Lock | None:
    """A lock of seeds/, None where there is none yet; InputError where it is damaged."""
    if not os.path.lexists(seeds / name):
        return None
    where = f"{seeds.name}/{name}"
    try:
        text = read_bytes(seeds / name, where, _LOCK_LIMIT).decode()
        return load(text)
    except ValueError as error:
        raise InputError([Problem(where, str(error), "put the committed one back (git checkout)")]) from error


def check(root: Path, inputs: Inputs) -> list[Problem]:
    """What is wrong with the collection as it would be committed: drift, links, texts and what may not be shown.
    Nothing of it is written to.
    """
    made = inputs.edition
    problems = drift(root, made)
    problems += [Problem(f"seeds/{n}", "is not sealed yet", "build once: weerklank build") for n in inputs.unsealed]
    with tempfile.TemporaryDirectory(prefix="weerklank-") as folder:
        whole(root / "docs", Path(folder), made.collection, made.pages)
        wanted = expected(made.collection, made.withheld)
        return problems + check_pages(root, Path(folder), wanted, made.collection.config.site_url)


def drift(root: Path, made: Edition) -> list[Problem]:
    """Where docs/ and the lock differ from what the seeds give; nothing is written."""
    docs = root / "docs"
    files = _made_here(docs, made.collection, made.docs)
    remedy = "run 'make site' and commit the result"
    problems = []
    for name, text in files.items():
        if not (docs / name).is_file():
            problems.append(Problem(f"docs/{name}", "is missing", remedy))
        elif (docs / name).read_bytes() != text.encode():
            problems.append(Problem(f"docs/{name}", "is not what the seeds give", remedy))
    stale = _stale(docs, generated(made.collection.say), files)
    problems += [Problem(f"docs/{name}", "belongs to no seed or argument", remedy) for name in stale]
    for name, text in made.locks.items():
        if not _is(root / "seeds" / name, text):
            problems.append(Problem(f"seeds/{name}", "is not what the seeds give", remedy))
    return problems


def write(root: Path, made: Edition, rendered: Path | None = None) -> int:
    """Write docs/ and the lock where they differ, all or nothing; the number of files that changed. In the folder
    `rendered` comes what is to be rendered of it.
    """
    with workspace(root) as work:
        changed, moves = _stage(root, work, made)
        remember(root, laid_out(made.docs))
        swap_all(moves)
    if rendered:
        whole(root / "docs", rendered, made.collection, made.pages)
    return changed


def _stage(root: Path, work: Path, made: Edition) -> tuple[int, list[tuple[Path, Path]]]:
    """Make the new docs/ and lock in the folder `work`: how many files differ from what is there, and
    what must be swapped in (new, target). Files that stay the same keep their time. InputError where a
    person's changes to a generated file would be lost.
    """
    old, new = root / "docs", work / "docs"
    old.mkdir(exist_ok=True)
    files, folders = _made_here(old, made.collection, made.docs), generated(made.collection.say)
    stale = _stale(old, folders, files)
    if edited := hand_edits(root, files, stale):
        raise InputError(edited)
    shutil.copytree(old, new, symlinks=True, ignore=lambda path, _: folders if Path(path) == old else ())
    changed, count = {Path(name).parts[0] for name in stale}, len(stale)
    for name, text in files.items():
        count += _write(new, name, text, old / name)
        changed |= set() if _is(old / name, text) else {Path(name).parts[0]}
    moves = [(new / name, old / name) for name in sorted(changed)]
    for name, text in made.locks.items():
        if not _is(root / "seeds" / name, text):
            count += _write(work / "seeds", name, text)
            moves.append((work / "seeds" / name, root / "seeds" / name))
    return count, moves


def _made_here(docs: Path, collection: Collection, written: Mapping[str, str]) -> dict[str, str]:
    """The files of docs/ that the build writes: not those of the language's pages that editors wrote themselves."""
    own = laid_out(own_pages(collection.say))
    return {name: text for name, text in laid_out(written).items() if name not in own or not _by_hand(docs / name)}


def _by_hand(path: Path) -> bool:
    """Whether a page lies there whose front matter does not say that it is generated."""
    if path.suffix != ".md" or not path.is_file():
        return False
    return "\ngenerated: " not in path.read_text("utf-8", errors="replace").partition("\n---\n")[0]


def _stale(docs: Path, folders: Iterable[str], pages: Iterable[str]) -> list[str]:
    """Files in the generated folders that nothing generates any more."""
    wanted = set(pages)
    paths = (path for folder in folders for path in (docs / folder).rglob("*") if not path.is_dir())
    return sorted(name for name in (path.relative_to(docs).as_posix() for path in paths) if name not in wanted)


def _write(folder: Path, name: str, text: str, old: Path | None = None) -> bool:
    """Write a file that is not there yet; False where its bytes are those of `old`, whose time it takes over."""
    path = write_inside(folder, name, text.encode())
    if old is None or not _is(old, text):
        return True
    shutil.copystat(old, path)
    return False


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def build(root: Path, accept_loss: Accepted = NOTHING, quiet: bool = False, base_url: str | None = None) -> str:
    """Seeds to site/, and one line that says what came of it. Raises InputError or MachineError; then
    docs/, the lock and site/ are as they were.

    `base_url` is where this site will stand, if not where collection.yml says; docs/ keeps to that.
    """
    refuse_links(root, ("docs", "seeds", WORK))
    with checkout_lock(root):
        before = _stamp(root, base_url)
        if before and read_state(root / BUILT) == before:
            return f"Nothing changed; the site is in {root / 'site'}"
        try:
            return _build(root, accept_loss, Progress(STEPS + 1, quiet), base_url)
        except InputError as error:
            raise InputError([*error.problems, *recall.still_public(root)]) from None
        except MachineError as error:
            raise MachineError("\n".join(map(str, [error, *recall.still_public(root)]))) from error


def _build(root: Path, accept_loss: Accepted, progress: Progress, base_url: str | None) -> str:
    progress.step("seeds")
    inputs = read(root, accept_loss)
    collection, withheld = inputs.edition.collection, inputs.edition.withheld
    for note in [*inputs.notes, *_unsaid(collection)]:
        progress.say(str(note))
    with workspace(root) as work:
        changed, moves = _stage(root, work, inputs.edition)
        wanted = expected(collection, withheld)
        docs = work / RENDERED
        docs.mkdir(parents=True)
        whole(work / "docs", docs, collection, _elsewhere(collection, base_url) if base_url else inputs.edition.pages)
        moves.append((docs, root / RENDERED))
        address = base_url or collection.config.site_url
        pictures = inputs.edition.cards.values()
        count = make_site(root, work, docs, documents(collection), wanted, progress, address, pictures)
        progress.step("swap")
        if inputs.unsealed or inputs.gone:
            _seal(root, inputs, progress)
        remember(root, laid_out(inputs.edition.docs))
        publish(root, work, moves)
    recall.drop_previous(root, collection, inputs.takedown, withheld, progress.say)
    progress.done()
    with contextlib.suppress(OSError):  # without its stamp the next build only does more than it need
        write_state(root / BUILT, _stamp(root, base_url))
    return f"{count} pages ({changed} files of docs/ changed); the site is in {root / 'site'}"


def _seal(root: Path, inputs: Inputs, progress: Progress) -> None:
    seal(root / "seeds")
    for words, names in (("Sealed in", inputs.unsealed), ("Taken out of", inputs.gone)):
        if names:
            progress.say(f"{words} seeds/SHA256SUMS: {', '.join(names)}")


def _unsaid(collection: Collection) -> list[Problem]:
    """What a site had better say of itself and the collection's file does not."""
    config = collection.config
    missing = [key for key in ("editors", "contact", "site_url", "repository") if not getattr(config, key)]
    return [Problem("seeds/collection.yml", f"says nothing of {', '.join(missing)}", "left out")] if missing else []


def _elsewhere(collection: Collection, base_url: str) -> dict[str, str]:
    """The pages and data for another address of the site."""
    return pages(replace(collection, config=replace(collection.config, site_url=base_url)))


def whole(docs: Path, folder: Path, collection: Collection, written: Mapping[str, str]) -> None:
    """Make `folder` what MkDocs renders: all that is `written` (pages and data by name), and beside it what editors
    have in `docs`. Files that stay the same keep their time.
    """
    files = _made_here(docs, collection, written)
    names = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_symlink() or path.is_file())
    own = set(names) - set(files)
    for path in [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]:
        if path.is_symlink() or path.relative_to(folder).as_posix() not in own | set(files):
            path.unlink()
    for name, text in files.items():
        if not _is(folder / name, text):
            write_inside(folder, name, text.encode())
    for name in own:
        if not ((folder / name).is_file() and filecmp.cmp(docs / name, folder / name)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(docs / name, folder / name, follow_symlinks=False)


def _stamp(root: Path, base_url: str | None) -> str:
    """A digest of everything that a build reads and of the site that it made, its modes too; '' without a site."""
    if not (root / "site").is_dir():
        return ""
    digest = hashlib.sha256((base_url or "").encode())
    for top in (_TOOL, *(root / name for name in (*_INPUTS, "site"))):
        for path in sorted((top, *top.rglob("*"))) if top.is_dir() else [top]:
            if top == root / "site":
                digest.update(f"{stat.S_IMODE(path.stat().st_mode)}\0".encode())
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(os.fsencode(f"{path.relative_to(top.parent).as_posix()}\0"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest() + "\n"


def documents(collection: Collection) -> list[SearchDocument]:
    """What can be found: essays by their text, arguments by claim and introduction."""
    say = collection.say
    marked: dict[str, list[tuple[str, str]]] = {essay.slug: [] for essay in collection.essays}
    for passage in collection.passages.values():
        marked[passage.essay].append((passage.argument, passage.stance))
    found = [
        SearchDocument(
            essay_url(say, "", essay),
            essay.title,
            essay.authors,
            essay.year,
            tuple(("" if unit.kind == "heading" else unit.id, unit.text) for unit in essay.units if unit.text),
            passages=tuple(marked[essay.slug]),
            language=other_language(essay, collection),
        )
        for essay in collection.essays
    ]
    for argument in collection.arguments:
        paragraphs = tuple(("", part) for part in unmarked(argument.introduction).split("\n\n") if part.strip())
        url = argument_url(say, "", argument.id)
        found.append(SearchDocument(url, argument.claim, (), None, paragraphs, "argument"))
    return found


def expected(collection: Collection, withheld: Withheld | None = None) -> Expected:
    """What the finished pages must show, and what no file of the site may hold."""
    marked: dict[str, list[str]] = {essay.slug: [] for essay in collection.essays}
    passages: Iterable[Passage] = collection.passages.values()
    for passage in passages:
        marked[passage.essay].append(passage.id)
    return Expected(
        texts={e.slug: [(u.id, u.spoken) for u in e.units] for e in collection.essays},
        passages=marked,
        arguments={a.id: len(a.passages) for a in collection.arguments},
        withheld=withheld or Withheld(),
        removed=collection.removed,
        say=collection.say,
    )
