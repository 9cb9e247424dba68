"""`weerklank add`: a scrape becomes a text of the collection, and its editor hears what was read in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from weerklank.annotate.assemble import assemble
from weerklank.clean import clean_seed
from weerklank.clean.question import answer, shown
from weerklank.clean.scan_notes import scan_doubts
from weerklank.collection.checksums import SEED_SUFFIXES, digest
from weerklank.collection.edited_files import sidecar_text, write_whole
from weerklank.collection.keys import SIDECAR
from weerklank.collection.text_language import with_language
from weerklank.collection.yaml_edit import put
from weerklank.languages.pack import Pack
from weerklank.model import Essay, Seed, Sidecar
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.geometry import SUFFIX as LAYOUT
from weerklank.model.geometry import written
from weerklank.model.slugs import make_slug
from weerklank.private import masked, particulars
from weerklank.read import read_seed
from weerklank.read.originals import LIMIT, Said, is_original, seed_of
from weerklank.read.originals import SUFFIXES as ORIGINALS
from weerklank.read.other_kinds import instead
from weerklank.read.safe_files import SEED_LIMIT, read_bytes

_BY_HASH = re.compile(r"\d+_[0-9a-f]{16}")
_NUMBERED = re.compile(r"(\d+)[-_]")
_KINDS = {"pull_quote": "pull quote"}
_MADE = {
    "pdf": "made from a PDF: it is read as print",
    "word": "made with Word",
    "wiki": "of a wiki: several hands may have written it",
    "newsletter": "a newsletter",
}
"""What a web page was made as, in words."""
_HASH = 16  # hexadecimal digits in a name


@dataclass(frozen=True)
class Added:
    """A scrape under its new name in seeds/, and the essay that it makes. `source` is what its sidecar gets to know of
    the file that it was read from, `says` what that says of itself.
    """

    name: str
    essay: Essay
    notes: tuple[Problem, ...]
    source: Mapping[str, str] = field(default_factory=dict)
    says: tuple[Said, ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """What comes into seeds/: the text, and its layout where it has one (name -> bytes)."""
        seed = self.essay.seed
        layout = {str(Path(self.name).with_suffix(LAYOUT)): written(seed.layout).encode()} if seed.layout else {}
        return {self.name: seed.data, **layout}


def read_new(paths: Sequence[Path], known: Mapping[str, str], printed: bool, say: Pack) -> list[Added]:
    """The scrapes at `paths` as texts beside those that are `known` (file name -> sha256).

    `printed`: they are scans of print. InputError with all that cannot be added, and then none can.
    """
    problems: list[Problem] = []
    added: list[Added] = []
    names, sums = list(known), {sha256: name for name, sha256 in known.items()}
    for path in paths:
        with gathering(problems):
            data = _bytes(path)
            if (same := sums.setdefault(digest(data), str(path))) != str(path):
                raise InputError([Problem(str(path), f"is there already, as {same}", "leave it out")])
            read = _read(data, path, printed)
            seed = with_language(read.seed, say.code)
            if (same := sums.setdefault(digest(seed.data), str(path))) != str(path):
                raise InputError(
                    [Problem(str(path), f"holds the text that is there already, as {same}", "leave it out")]
                )
            cleaned = clean_seed(seed)
            essay = assemble(say, seed, cleaned, None)
            if not cleaned.text.strip():
                remedy = f"see what became of it: weerklank explain {path}"
                raise InputError([Problem(str(path), "nothing of the text is left after cleaning", remedy)])
            slug = essay.slug or make_slug(path.stem, say.at("unnamed_text"))
            name = new_name(names, slug, digest(data)) + Path(seed.name).suffix
            names.append(name)
            added.append(Added(name, essay, read.notes, read.source, read.says))
    if problems:
        raise InputError(problems)
    return added


def begin_sidecar(path: Path, printed: bool, source: Mapping[str, str]) -> None:
    """A sidecar that says no more than the schema of its keys, whether its text is a scan, and of which file it was
    read; what it says stays.
    """
    text = sidecar_text(path)
    text = put(text, ["printed"], True, SIDECAR) if printed else text
    text = put(text, ["source"], dict(source), SIDECAR) if source else text
    write_whole(path, text.encode())


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError([Problem(str(path), "is a folder", f"name the files in it: weerklank add {path}/*.txt")])
    if seed_suffix(path) in ORIGINALS:
        return read_bytes(path, str(path), LIMIT)
    if seed_suffix(path) not in SEED_SUFFIXES:
        what = f"'{path.suffix}' is no kind of file that can be added"
        raise InputError([Problem(str(path), what, instead(path.suffix))])
    return read_bytes(path, str(path), SEED_LIMIT)


class _Read(NamedTuple):
    """A file as a seed, the notes on it, and what its sidecar and its editor hear of it."""

    seed: Seed
    notes: tuple[Problem, ...]
    source: Mapping[str, str] = MappingProxyType({})
    says: tuple[Said, ...] = ()


def _read(data: bytes, path: Path, printed: bool) -> _Read:
    sidecar = Sidecar(printed=True) if printed else Sidecar()
    if is_original(data, path.name):
        seed, original = seed_of(data, path, replace(sidecar, source_file=path.name))
        source = {"file": path.name, "sha256": digest(data)}
        return _Read(seed, tuple(Problem(str(path), note) for note in original.notes), source, original.says)
    seed, notes = read_seed(data, f"{path.stem}{seed_suffix(path)}", sidecar, str(path.parent))
    return _Read(seed, tuple(notes))


def seed_suffix(path: Path) -> str:
    """The ending of a text's name, in small letters."""
    return path.suffix.lower()


def new_name(known: Iterable[str], slug: str, sha256: str) -> str:
    """The stem of a new text in the manner of those `known`: a number, and its address or the hash of its bytes.

    >>> new_name(["001-de-kade.txt"], "de-brug", "ab" * 32), new_name(["000_" + "0f" * 8 + ".txt"], "x", "ab" * 32)
    ('002-de-brug', '001_abababababababab')
    """
    stems = [Path(name).stem for name in known]
    numbers = [match[1] for stem in stems if (match := _NUMBERED.match(stem))]
    number = str(max(map(int, numbers)) + 1 if numbers else 0).zfill(len(numbers[-1]) if numbers else 3)
    by_hash = bool(stems) and all(map(_BY_HASH.fullmatch, stems))
    return f"{number}_{sha256[:_HASH]}" if by_hash else f"{number}-{slug}"


def told(added: Added, taken: Iterable[str], say: Pack) -> Iterator[str]:
    """What an editor hears of a new text, in lines; `taken` are the slugs of other texts."""
    essay, where = added.essay, f"seeds/{added.name}"
    sidecar = f"seeds/{Path(added.name).stem}.yml"
    units = [unit for unit in essay.units if unit.kind != "heading"]
    yield f"{where}: {essay.slug or 'no title found'}"
    yield f"  title     {essay.title or f'none: write title: … in {sidecar}'}"
    yield f"  authors   {'; '.join(essay.authors) or f'none named: authors: […] in {sidecar}, [] if it is unknown'}"
    yield f"  date      {essay.date or f'none found: date: … in {sidecar}'}"
    source = " ".join(filter(None, (essay.publication, essay.source_url)))
    yield f"  source    {source or f'none found: source: {{name: …, url: …}} in {sidecar}'}"
    if made := essay.seed.html_metadata and essay.seed.html_metadata.made_as:
        yield f"  kind      {_MADE[made]}"
    if essay.seed.found_language:
        yield f"  language  {essay.seed.found_language}: it was found; another one is written in {sidecar}"
    yield f"  text      {len(units)} paragraphs, {essay.words} words"
    if kinds := Counter(block.kind for block in essay.cleaned.asides):
        yield f"  set aside {', '.join(f'{count} {_KINDS.get(kind, kind)}' for kind, count in kinds.items())}"
    for said in added.says:
        known = f"if it is right: {said.field.replace('author', 'authors')}: … in {sidecar}"
        yield f"  {said.where:9} says {said.field} {said.value} among its properties; {known}"
    if essay.comments:
        yield f"  comments  {essay.comments} left out"
    yield from (f"  doubt     {doubt}" for doubt in _doubts(added, taken, say))


def _doubts(added: Added, taken: Iterable[str], say: Pack) -> Iterator[str]:
    essay, sidecar = added.essay, f"{Path(added.name).stem}.yml"
    yield from (f"{note.what}; {note.remedy}" if note.remedy else note.what for note in added.notes)
    if essay.slug in taken:
        yield f"another text has the address {essay.slug}: write slug: … in seeds/{sidecar}"
    if essay.cleaned.metadata.truncated:
        yield "the text breaks off in the middle of a sentence"
    yield from (f"{what}: {remedy}" for what, remedy in scan_doubts(essay.cleaned, f"seeds/{sidecar}"))
    if count := len(essay.cleaned.uncertain):
        yield f"{count} words are uncertain: see weerklank explain seeds/{masked(say, added.name)}"
    kinds = dict.fromkeys(found.kind for unit in essay.units for found in particulars(unit.text))
    if kinds:
        yield f"{', '.join(kinds)} of persons in it: the build stops until seeds/{sidecar} says personal: published"


def question(added: Added) -> Problem | None:
    """Where the essay's end is not certain: what to answer, and the blocks in question for the terminal."""
    cleaned = added.essay.cleaned
    if cleaned.ends != "asked":
        return None
    what = "where the author's words end is not certain"
    return Problem(f"seeds/{added.name}", what, answer(cleaned, f"seeds/{Path(added.name).stem}.yml"), shown(cleaned))
