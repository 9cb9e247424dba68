"""The command line: `weerklank …` (scripts/build.py is `weerklank build`). Paths, printing and exit codes live here."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from weerklank import __version__
from weerklank.build import checkout as project
from weerklank.build import withdrawn as recall
from weerklank.build.new_collection import new_collection, upgrade
from weerklank.clean import clean
from weerklank.collection import read_collection, read_sidecar, reseal, seal
from weerklank.collection import yaml_forms as forms
from weerklank.collection.checksums import digest, read_checksums
from weerklank.desk.arguments_report import as_text, report
from weerklank.desk.explain import explain
from weerklank.model import Cleaned, Sidecar, loss
from weerklank.model.errors import InputError, MachineError, Problem, broken_package
from weerklank.read import read_seed
from weerklank.release import advisories
from weerklank.release import dist as release
from weerklank.rights.redact import redact
from weerklank.site import SearchDocument, checkout_lock, rollback

_USE = 2  # exit code: wrong use


def _address(said: str) -> str:
    """An address on the web, with a slash at its end; argparse says so of anything else."""
    if not forms.URL.fullmatch(said) or "?" in said or "#" in said:
        raise argparse.ArgumentTypeError(f"'{said}' is no web address: write it whole, https://…")
    return said.rstrip("/") + "/"


def find_collection(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a collection: `seeds/collection.yml`, else `seeds/`."""
    folders = [start.resolve(), *start.resolve().parents]
    for mark in ("seeds/collection.yml", "seeds"):
        for folder in folders:
            if (folder / mark).exists():
                return folder
    return None


def _accepted(names: list[str] | None) -> loss.Accepted:
    """What --accept-loss says: nothing without it, everything where it names nothing."""
    return loss.NOTHING if names is None else loss.Accepted(not names, frozenset(names))


def _check(root: Path, accept_loss: loss.Accepted) -> int:
    if problems := project.check(root, project.read(root, accept_loss)):
        raise InputError(problems)
    print("docs/ is what the seeds give, and its pages are in order.", file=sys.stderr)
    return 0


def _build(root: Path, options: argparse.Namespace) -> int:
    accept_loss = _accepted(options.accept_loss)
    if options.check:
        return _check(root, accept_loss)
    words = project.build(root, accept_loss, options.quiet, options.base_url)
    if not options.quiet:
        print(words, file=sys.stderr)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """`weerklank`: one text on standard output, or a chore in a collection. Exit code 0 done, 1 input, 2 use, 3 the
    machine.
    """
    options = _parser().parse_args(arguments)
    if options.command in _ANYWHERE:
        return _guarded(lambda: _ANYWHERE[options.command](options))
    root = find_collection(options.folder)
    if root is None:
        print(
            f"error: no collection in {options.folder.resolve()} or above it: there is no seeds/collection.yml; "
            "go to its folder, or name it: weerklank -C DIR …",
            file=sys.stderr,
        )
        return _USE
    return _guarded(lambda: _IN_COLLECTION[options.command](root, options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="weerklank", description="An annotated reader of scraped essays.")
    parser.add_argument("--version", action="version", version=f"weerklank {__version__}")
    parser.add_argument(
        "-C",
        dest="folder",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="a folder of the collection (default: where you are); its seeds/ are looked for there and above",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("clean", "the reading text of a scrape"), ("explain", "what became of each line of a scrape")):
        command = commands.add_parser(name, help=does, description=f"Print {does}.")
        command.add_argument("path", type=Path, metavar="PATH")
    build = commands.add_parser("build", help="seeds to docs to site")
    build.add_argument("--check", action="store_true", help="only say where docs/ differs from what the seeds give")
    lost = "let these published paragraphs, passages and texts go for good; without an ID, all that would be lost"
    build.add_argument("--accept-loss", nargs="*", metavar="ID", help=lost)
    build.add_argument("--base-url", type=_address, metavar="URL", help="where this site will stand, for a mirror")
    build.add_argument("--quiet", action="store_true", help="no progress, only errors")
    new = commands.add_parser("new", help="a folder with an example collection, which builds at once")
    new.add_argument("path", type=Path, metavar="DIR")
    new.add_argument("--language", default="nl", help="the language that the site speaks (default: nl)")
    new.add_argument("--title", help="what the collection is called (default: the folder's name)")
    commands.add_parser(
        "check", help="whether docs/ is what the seeds give, its links and what it may not show; writes nothing"
    )
    arguments_command = commands.add_parser("arguments", help="a report on the apparatus, for its editors")
    arguments_command.add_argument("--json", action="store_true", help="the same as JSON, for tools")
    redact_command = commands.add_parser("redact", help="take the readers' comments out of a .txt scrape, and seal it")
    redact_command.add_argument("path", type=Path, metavar="PATH")
    commands.add_parser("rollback", help="put the site before this one back")
    commands.add_parser("seal", help="accept the texts of seeds/ into SHA256SUMS")
    commands.add_parser("serve", help="live preview of the site")
    host = commands.add_parser("serve-site", help="the finished site, served as a host would")
    host.add_argument("--port", type=int, default=8080)
    host.add_argument("--path", help="the path that the site lies at, like /reader/ (default: what it was built for)")
    commands.add_parser("upgrade", help="have a collection build with this version of the tool")
    commands.add_parser("zip", help="the finished site as a zip that opens without a server, in dist/")
    commands.add_parser("sbom", help="what the build runs on, as CycloneDX, in dist/")
    commands.add_parser("audit", help="known weaknesses of the locked packages")
    return parser


def _cleaned(path: Path) -> Cleaned:
    """A scrape anywhere on the disk, cleaned as the build would, with the sidecar beside it."""
    data, sidecar = _read(path)
    seed, notes = read_seed(data, path.name, sidecar, str(path.parent))
    for note in notes:
        print(note, file=sys.stderr)
    return clean(seed.text, sidecar.printed, sidecar.readings, sidecar.ends, sidecar.language, seed.authors)


def _reading_text(path: Path) -> str:
    cleaned = _cleaned(path)
    text = cleaned.text
    if cleaned.ends == "asked":
        print(f"{path}: some of this may be others' words; see weerklank explain {path}", file=sys.stderr)
    if not text.strip():
        remedy = f"see what became of it: weerklank explain {path}"
        raise InputError([Problem(str(path), "nothing of the text is left after cleaning", remedy)])
    return text + "\n"


def _read(path: Path) -> tuple[bytes, Sidecar]:
    """The bytes of a scrape, and the sidecar beside it."""
    try:
        beside = path.with_suffix(".yml")
        sidecar = read_sidecar(beside.read_bytes(), str(beside)) if beside.is_file() else Sidecar()
        return path.read_bytes(), sidecar
    except OSError as error:
        raise InputError([Problem(str(path), error.strerror or "cannot be read", "")]) from error


def _arguments(root: Path, as_json: bool) -> int:
    data = report(project.read(root, loss.EVERYTHING).edition.collection)
    return _print(json.dumps(data, ensure_ascii=False, indent=1) + "\n" if as_json else as_text(data))


def _print(text: str) -> int:
    sys.stdout.write(text)
    return 0


def _redact(path: Path) -> int:
    """Overwrite a scrape without its readers' comments, and say what that changed."""
    data, sidecar = _read(path)
    if path.suffix != ".txt":
        remedy = "take the comments out of the page by hand, compare 'weerklank clean' before and after, 'make seal'"
        raise InputError([Problem(str(path), "is no .txt scrape, and only that can be redacted", remedy)])
    folder = path.resolve().parent
    if read_checksums(folder).get(path.name, digest(data)) != digest(data):
        raise InputError(
            [Problem(str(path), "changed since it was sealed", "put the old one back, or run 'make seal'")]
        )
    done = redact(data, str(path), sidecar)
    if not done.bytes_out:
        print(f"{path}: holds no readers' comments that the cleaner knows; nothing was changed.", file=sys.stderr)
        return 0
    reseal(folder, path.name, done.data)
    print(f"{path}: {done.bytes_out} bytes of readers' comments taken out; {len(done.data)} stay.", file=sys.stderr)
    if done.comments_now != done.comments_before:
        lost = (
            f"{path}: its page told of {done.comments_before} comments left out, and would tell of {done.comments_now}"
        )
        print(f"{lost}; write 'comments: {done.comments_before}' in {path.with_suffix('.yml')}.", file=sys.stderr)
    print("Earlier commits still hold them: a public repository needs a history without.", file=sys.stderr)
    return 0


def _seal(root: Path) -> int:
    sealed = seal(root / "seeds")
    for word, names in (("added", sealed.added), ("changed", sealed.changed), ("dropped", sealed.dropped)):
        for name in names:
            print(f"{word}: {name}", file=sys.stderr)
    for name in _answered(root, sealed.changed):
        print(f"{name}: 'ends' in its sidecar was said of the text as it was; read its end again", file=sys.stderr)
    if not (sealed.added or sealed.changed or sealed.dropped):
        print("seeds/SHA256SUMS was right already.", file=sys.stderr)
    return 0


def _answered(root: Path, names: Sequence[str]) -> list[str]:
    """Those of the texts `names` in seeds/ of which an editor said where they end."""
    return [name for name in names if _read(root / "seeds" / name)[1].ends is not None]


def _rollback(root: Path) -> int:
    with checkout_lock(root):
        recall.refuse_forbidden(root, lambda: project.withheld(root))
        rollback(root)
    print(f"The site before this one is back in {root / 'site'}; a second rollback undoes it.", file=sys.stderr)
    return 0


def _serve(root: Path) -> int:
    from weerklank.site.serve import serve

    def regenerate(rendered: Path) -> list[SearchDocument]:
        made = project.read(root).edition
        with checkout_lock(root):
            project.write(root, made, rendered)
        return project.documents(made.collection)

    serve(root, regenerate)
    return 0


def _serve_site(root: Path, port: int, path: str | None) -> int:
    from weerklank.site.serve_site import serve_site

    serve_site(root / "site", None if path is None else f"/{path.strip('/')}/".replace("//", "/"), port=port)
    return 0


def _made(path: Path) -> int:
    print(f"Made {path} ({path.stat().st_size / 1e6:.1f} MB).", file=sys.stderr)
    return 0


def _guarded(does: Callable[[], int]) -> int:
    """Run a command; its errors become lines on standard error and an exit code."""
    try:
        return does()
    except InputError as error:
        for problem in error.problems:
            print(f"error: {problem}", file=sys.stderr)
            if problem.private and not os.environ.get("CI"):  # a log of that may be read by anyone
                print(problem.private, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} error{'s' if count != 1 else ''}; nothing was published.", file=sys.stderr)
        return 1
    except MachineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 3
    except ImportError as error:
        print(f"error: {broken_package(error.name or str(error))}", file=sys.stderr)
        return 3
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (OSError, MemoryError) as error:  # whatever no step of ours foresaw
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        print(f"error: {where}{getattr(error, 'strerror', None) or 'out of memory'}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nStopped; the last good site is as it was.", file=sys.stderr)
        return 3


def _new(options: argparse.Namespace) -> int:
    new_collection(options.path, options.language, options.title)
    print(f"Made {options.path}; next: cd {options.path} && make site", file=sys.stderr)
    return 0


def _upgrade(root: Path) -> int:
    upgrade(root)
    words = (
        f"{root} builds with weerklank {__version__} now (vendor/, requirements.txt); next: make site, git diff docs"
    )
    print(words, file=sys.stderr)
    return 0


_ANYWHERE: dict[str, Callable[[argparse.Namespace], int]] = {
    "clean": lambda options: _print(_reading_text(options.path)),
    "explain": lambda options: _print(explain(_cleaned(options.path), sys.stdout.isatty(), f"{options.path.stem}.yml")),
    "redact": lambda options: _redact(options.path),
    "new": _new,
}
"""Commands on a scrape anywhere on the disk."""

_IN_COLLECTION: dict[str, Callable[[Path, argparse.Namespace], int]] = {
    "build": _build,
    "check": lambda root, _: _check(root, loss.NOTHING),
    "arguments": lambda root, options: _arguments(root, options.json),
    "rollback": lambda root, _: _rollback(root),
    "seal": lambda root, _: _seal(root),
    "serve": lambda root, _: _serve(root),
    "serve-site": lambda root, options: _serve_site(root, options.port, options.path),
    "upgrade": lambda root, _: _upgrade(root),
    "zip": lambda root, _: _made(release.make_zip(root, read_collection(root / "seeds"))),
    "sbom": lambda root, _: _made(release.make_bill(root)),
    "audit": lambda root, _: _print(advisories.scan(root / "requirements.txt") + "\n"),
}
"""Commands on the collection in folder `root`."""
