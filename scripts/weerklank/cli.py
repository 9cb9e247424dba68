"""The command line: `weerklank …` (scripts/build.py is `weerklank build`). Paths, printing and exit codes live here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from weerklank import __version__
from weerklank.build import checkout, docs_folder, published, site_contents, withdrawn
from weerklank.build.inputs import read
from weerklank.build.new_collection import new_collection, upgrade
from weerklank.build.settle import settle
from weerklank.clean import clean_seed
from weerklank.collection import read_collection, read_sidecar, reseal, schemas, seal
from weerklank.collection.checksums import add_sealed, digest, read_checksums, texts_of
from weerklank.collection.yaml_forms import URL
from weerklank.desk import renaming
from weerklank.desk.add_text import begin_sidecar, question, read_new, told
from weerklank.desk.arguments_report import as_text, report
from weerklank.desk.editing_commands import as_json, fmt_, import_, put, suggest_, tell
from weerklank.desk.explain import explain
from weerklank.model import Cleaned, Sidecar
from weerklank.model.errors import InputError, MachineError, Problem, broken_package, naming
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted
from weerklank.read import read_seed
from weerklank.release import advisories
from weerklank.rights.redact import redact
from weerklank.site import SearchDocument, checkout_lock, rollback
from weerklank.site.safe_writing import real_folder

_USE = 2  # exit code: wrong use
_OF_SITE = ("build", "check", "serve", "rollback", "zip")
Options = argparse.Namespace
Command = Callable[[Options], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """`weerklank`: one text on standard output, or a chore in a collection. Exit code 0 done, 1 input, 2 use, 3 the
    machine.
    """
    options = _parser().parse_args(arguments)
    if options.in_collection:
        options.root = find_collection(options.folder)
        if options.root is None:
            where = f"no collection in {options.folder.resolve()} or above it"
            tell(f"error: {where}: there is no seeds/collection.yml; go to its folder, or name it: weerklank -C DIR …")
            return _USE
    return _guarded(options.does, options)


def find_collection(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a collection: `seeds/collection.yml`, else `seeds/`."""
    folders = [start.resolve(), *start.resolve().parents]
    for mark in ("seeds/collection.yml", "seeds"):
        for folder in folders:
            if (folder / mark).exists():
                return folder
    return None


def _guarded(does: Command, options: Options) -> int:
    """Run a command; its errors become lines on standard error and an exit code."""
    try:
        return does(options)
    except InputError as error:
        for problem in error.problems:
            tell(f"error: {problem}")
            if problem.private and not os.environ.get("CI"):  # a log of that may be read by anyone
                tell(problem.private)
        count = len(error.problems)
        tell(f"{count} error{'s' if count != 1 else ''}; nothing was published.")
        return 1
    except MachineError as error:
        tell(f"error: {error}")
    except ImportError as error:
        tell(f"error: {broken_package(error.name or str(error))}")
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (OSError, MemoryError) as error:  # whatever no step of ours foresaw
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        tell(f"error: {where}{getattr(error, 'strerror', None) or 'out of memory'}")
    except KeyboardInterrupt:
        tell("\nStopped; the last good site is as it was." if options.command in _OF_SITE else "\nStopped.")
    return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="weerklank", description="An annotated reader of scraped essays.")
    parser.add_argument("--version", action="version", version=f"weerklank {__version__}")
    where = "a folder of the collection (default: where you are); its seeds/ are looked for there and above"
    parser.add_argument("-C", dest="folder", type=Path, default=Path(), metavar="DIR", help=where)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, does: Command, words: str, in_collection: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(does=does, in_collection=in_collection)
        return made

    for name, does, words in (
        ("clean", _clean, "the reading text of a scrape"),
        ("explain", _explain, "what became of each line of a scrape"),
        ("redact", _redact, "take the readers' comments out of a .txt scrape, and seal it"),
    ):
        command(name, does, words, in_collection=False).add_argument("path", type=Path, metavar="PATH")
    made = command("build", _build, "seeds to docs to site")
    made.add_argument("--check", action="store_true", help="only say where docs/ differs from what the seeds give")
    lost = "let these published paragraphs, passages and texts go for good; without an ID, all that would be lost"
    made.add_argument("--accept-loss", nargs="*", metavar="ID", help=lost)
    made.add_argument("--base-url", type=_address, metavar="URL", help="where this site will stand, for a mirror")
    made.add_argument("--quiet", action="store_true", help="no progress, only errors")
    made = command("new", _new, "a folder with an example collection, which builds at once", in_collection=False)
    made.add_argument("path", type=Path, metavar="DIR")
    made.add_argument("--language", default="nl", help="the language that the site speaks (default: nl)")
    made.add_argument("--title", help="what the collection is called (default: the folder's name)")
    checks = "whether docs/ is what the seeds give, its links and what it may not show; writes nothing"
    command("check", lambda options: _check(options.root, NOTHING), checks)
    made = command("arguments", _arguments, "a report on the apparatus, for its editors")
    made.add_argument("--json", action="store_true", help="the same as JSON, for tools")
    made = command("suggest", suggest_, "read a text against the arguments, paragraph by paragraph")
    made.add_argument("essay", metavar="ESSAY", help="the slug of the text")
    made.add_argument("--argument", metavar="ID", help="propose for this argument alone")
    made.add_argument("--new", action="store_true", help="what it shares with others and no argument names yet")
    made.add_argument("--json", action="store_true", help="print the proposals as JSON, and ask nothing")
    made = command("fmt", fmt_, "the files of seeds/ in canonical form; comments stay")
    made.add_argument("--check", action="store_true", help="only say which files are not, and end with 1 if any is")
    made = command("import", import_, "annotations made elsewhere (W3C, Hypothesis, Recogito) as passages")
    made.add_argument("path", type=Path, metavar="FILE")
    command("rollback", _rollback, "put the site before this one back")
    command("seal", _seal, "accept the texts of seeds/ into SHA256SUMS")
    made = command("add", _add, "scrapes (.txt, .html) into seeds/, sealed, with what was read in them")
    made.add_argument("paths", type=Path, nargs="+", metavar="FILE")
    made.add_argument("--printed", action="store_true", help="they are scans of print")
    made = command("rename", _rename, "another name for a text's file or slug, or an argument; references follow")
    made.add_argument("old", metavar="OLD")
    made.add_argument("new", metavar="NEW")
    made = command("remove", _remove, "take a text or an argument away, with all that names it")
    made.add_argument("name", metavar="NAME")
    command("settle", _settle, "after git merge: both sides of seeds/ as one, entry by entry; published ids stay")
    made = command("serve", _serve, "live preview of the site, with the marking panel")
    made.add_argument("--port", type=int, default=8000)
    made = command("serve-site", _serve_site, "the finished site, served as a host would")
    made.add_argument("--port", type=int, default=8080)
    made.add_argument("--path", help="the path that the site lies at, like /reader/ (default: what it was built for)")
    command("upgrade", _upgrade, "have a collection build with this version of the tool")
    command("zip", _zip, "the finished site as a zip that opens without a server, in dist/")
    command("sbom", _sbom, "what the build runs on, as CycloneDX, in dist/")
    command("audit", _audit, "known weaknesses of the locked packages")
    return parser


def _address(said: str) -> str:
    """An address on the web, with a slash at its end; argparse says so of anything else."""
    if not URL.fullmatch(said) or "?" in said or "#" in said:
        raise argparse.ArgumentTypeError(f"'{said}' is no web address: write it whole, https://…")
    return said.rstrip("/") + "/"


def _build(options: Options) -> int:
    names = options.accept_loss  # None without the option, [] where it names nothing
    accept_loss = NOTHING if names is None else Accepted(not names, frozenset(names))
    if options.check:
        return _check(options.root, accept_loss)
    words = checkout.build(options.root, accept_loss, options.quiet, options.base_url)
    _lay_schemas_down(options.root)
    if not options.quiet:
        tell(words)
    return 0


def _lay_schemas_down(root: Path) -> None:
    """For the programs in which editors write; whatever stands in the place of our folder of state goes."""
    state = Path(schemas.FOLDER)
    schemas.lay_down(real_folder(real_folder(root / state.parent) / state.name))


def _check(root: Path, accept_loss: Accepted) -> int:
    if problems := checkout.check(root, read(root, accept_loss)):
        raise InputError(problems)
    tell("docs/ is what the seeds give, and its pages are in order.")
    return 0


def _clean(options: Options) -> int:
    path = options.path
    cleaned = _cleaned(path)
    if cleaned.ends == "asked":
        tell(f"{path}: some of this may be others' words; see weerklank explain {path}")
    if not cleaned.text.strip():
        remedy = f"see what became of it: weerklank explain {path}"
        raise InputError([Problem(str(path), "nothing of the text is left after cleaning", remedy)])
    return put(cleaned.text + "\n")


def _explain(options: Options) -> int:
    cleaned = _cleaned(options.path)
    with naming(options.path):
        return put(explain(cleaned, sys.stdout.isatty(), f"{options.path.stem}.yml"))


def _cleaned(path: Path) -> Cleaned:
    """A scrape anywhere on the disk, cleaned as the build would, with the sidecar beside it."""
    data, sidecar = _read(path)
    with naming(path):
        seed, notes = read_seed(data, path.name, sidecar, str(path.parent))
        for note in notes:
            tell(note)
        return clean_seed(seed)


def _read(path: Path) -> tuple[bytes, Sidecar]:
    """The bytes of a scrape, and the sidecar beside it."""
    try:
        beside = path.with_suffix(".yml")
        sidecar = read_sidecar(beside.read_bytes(), str(beside)) if beside.is_file() else Sidecar()
        return path.read_bytes(), sidecar
    except OSError as error:
        raise InputError([Problem(str(path), error.strerror or "cannot be read", "")]) from error


def _redact(options: Options) -> int:
    """Overwrite a scrape without its readers' comments, and say what that changed."""
    path: Path = options.path
    data, sidecar = _read(path)
    if path.suffix != ".txt":
        remedy = "take the comments out of the page by hand, compare 'weerklank clean' before and after, 'make seal'"
        raise InputError([Problem(str(path), "is no .txt scrape, and only that can be redacted", remedy)])
    folder = path.resolve().parent
    if read_checksums(folder).get(path.name, digest(data)) != digest(data):
        remedy = "put the old one back, or run 'make seal'"
        raise InputError([Problem(str(path), "changed since it was sealed", remedy)])
    with naming(path):
        done = redact(data, str(path), sidecar)
    if not done.bytes_out:
        tell(f"{path}: holds no readers' comments that the cleaner knows; nothing was changed.")
        return 0
    reseal(folder, path.name, done.data)
    tell(f"{path}: {done.bytes_out} bytes of readers' comments taken out; {len(done.data)} stay.")
    before, now = done.comments_before, done.comments_now
    if now != before:
        lost = f"{path}: its page told of {before} comments left out, and would tell of {now}"
        tell(f"{lost}; write 'comments: {before}' in {path.with_suffix('.yml')}.")
    tell("Earlier commits still hold them: a public repository needs a history without.")
    return 0


def _arguments(options: Options) -> int:
    data = report(read(options.root, EVERYTHING).edition.collection)
    return put(as_json(data) if options.json else as_text(data))


def _seal(options: Options) -> int:
    sealed = seal(options.root / "seeds")
    for word in ("added", "changed", "dropped"):
        for name in getattr(sealed, word):
            tell(f"{word}: {name}")
    for name in sealed.changed:
        if _read(options.root / "seeds" / name)[1].ends is not None:
            tell(f"{name}: 'ends' in its sidecar was said of the text as it was; read its end again")
    if not (sealed.added or sealed.changed or sealed.dropped):
        tell("seeds/SHA256SUMS was right already.")
    return 0


def _add(options: Options) -> int:
    """Copy scrapes into seeds/ and say what each is; nothing is copied where one of them cannot be."""
    folder = options.root / "seeds"
    say, known = read_collection(folder).say, texts_of(folder)
    added = read_new(options.paths, known, options.printed, say)
    add_sealed(folder, {each.name: each.essay.seed.data for each in added})
    for each in added:
        begin_sidecar(folder / f"{Path(each.name).stem}.yml", options.printed)
    taken = [essay.slug for essay in published.on_disk(options.root).ids.essays.values()]
    for each in added:
        for line in told(each, taken, say):
            tell(line)
        if asked := question(each):
            tell(f"question: {asked}")
            if not os.environ.get("CI"):
                tell(asked.private)
        taken.append(each.essay.slug)
    tell("Next: weerklank explain (what stays and goes), make site, and weerklank suggest SLUG for its passages")
    return 0


def _rename(options: Options) -> int:
    return _changed(renaming.rename(options.root, options.old, options.new))


def _remove(options: Options) -> int:
    return _changed(renaming.remove(options.root, options.name))


def _changed(told: list[str]) -> int:
    for words in told:
        tell(words)
    tell("Next: make site; the old addresses lead on. To undo it: git checkout seeds, and take away what is new there")
    return 0


def _settle(options: Options) -> int:
    for words in settle(options.root):
        tell(words)
    tell("Next: make site && git add docs seeds && git commit")
    return 0


def _rollback(options: Options) -> int:
    with checkout_lock(options.root):
        withdrawn.refuse_forbidden(options.root)
        rollback(options.root)
    tell(f"The site before this one is back in {options.root / 'site'}; a second rollback undoes it.")
    return 0


def _serve(options: Options) -> int:
    from weerklank.desk.panel import Panel
    from weerklank.site.serve import serve

    _lay_schemas_down(options.root)
    panel = Panel(options.root / "seeds")

    def regenerate(rendered: Path) -> list[SearchDocument]:
        made = read(options.root, EVERYTHING).edition  # a preview publishes nothing: `make site` asks what may go
        panel.show(made.whole)
        docs_folder.whole(options.root / "docs", rendered, made.collection, made.pages)
        return site_contents.documents(made.collection)

    serve(options.root, regenerate, panel, port=options.port)
    return 0


def _serve_site(options: Options) -> int:
    from weerklank.site.serve_site import serve_site

    prefix = None if options.path is None else f"/{options.path.strip('/')}/".replace("//", "/")
    serve_site(options.root / "site", prefix, port=options.port)
    return 0


def _zip(options: Options) -> int:
    from weerklank.release import dist

    return _made(dist.make_zip(options.root, read_collection(options.root / "seeds")))


def _sbom(options: Options) -> int:
    from weerklank.release import dist

    return _made(dist.make_bill(options.root))


def _made(path: Path) -> int:
    tell(f"Made {path} ({path.stat().st_size / 1e6:.1f} MB).")
    return 0


def _audit(options: Options) -> int:
    return put(advisories.scan(options.root / "requirements.txt") + "\n")


def _new(options: Options) -> int:
    new_collection(options.path, options.language, options.title)
    tell(f"Made {options.path}; next: cd {options.path} && make site")
    return 0


def _upgrade(options: Options) -> int:
    upgrade(options.root)
    tell(f"{options.root} builds with weerklank {__version__} now (vendor/, requirements.txt); next: make site")
    return 0
