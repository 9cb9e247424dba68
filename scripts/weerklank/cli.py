"""The command line: `weerklank …` and scripts/build.py. Paths, printing and exit codes live here only."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from weerklank.build import checkout as project
from weerklank.build import withdrawn as recall
from weerklank.clean import clean
from weerklank.collection import read_collection, read_sidecar, reseal, seal
from weerklank.collection import yaml_forms as forms
from weerklank.collection.checksums import digest, read_checksums
from weerklank.desk.arguments_report import as_text, report
from weerklank.desk.explain import explain
from weerklank.model import Cleaned, Sidecar, loss
from weerklank.model.errors import InputError, MachineError, Problem
from weerklank.read import read_seed
from weerklank.release import advisories
from weerklank.release import dist as release
from weerklank.rights.redact import redact
from weerklank.site import SearchDocument, checkout_lock, rollback

ROOT = Path(__file__).resolve().parents[2]
"""The checkout that this package lies in."""


def build_main(arguments: Sequence[str] | None = None) -> int:
    """scripts/build.py: seeds to docs to site. Exit code 0 done, 1 input, 2 use, 3 the machine."""
    parser = argparse.ArgumentParser(prog="build.py", description="Build the site from seeds/.")
    parser.add_argument("--check", action="store_true", help="only say where docs/ differs from what the seeds give")
    lost = "let these published paragraphs, passages and texts go for good; without an ID, all that would be lost"
    parser.add_argument("--accept-loss", nargs="*", metavar="ID", help=lost)
    parser.add_argument("--base-url", type=_address, metavar="URL", help="where this site will stand, for a mirror")
    parser.add_argument("--quiet", action="store_true", help="no progress, only errors")
    options = parser.parse_args(arguments)
    return _guarded(lambda: _build(options, _accepted(options.accept_loss)))


def _accepted(names: list[str] | None) -> loss.Accepted:
    """What --accept-loss says: nothing without it, everything where it names nothing."""
    return loss.NOTHING if names is None else loss.Accepted(not names, frozenset(names))


def _address(said: str) -> str:
    """An address on the web, with a slash at its end; argparse says so of anything else."""
    if not forms.URL.fullmatch(said) or "?" in said or "#" in said:
        raise argparse.ArgumentTypeError(f"'{said}' is no web address: write it whole, https://…")
    return said.rstrip("/") + "/"


def _build(options: argparse.Namespace, accept_loss: loss.Accepted) -> int:
    if options.check:
        inputs = project.read(ROOT, accept_loss)
        problems = project.drift(ROOT, inputs.edition)
        problems += [Problem(f"seeds/{n}", "is not sealed yet", "run 'make site'") for n in inputs.unsealed]
        if problems:
            raise InputError(problems)
        print("docs/ is what the seeds give.", file=sys.stderr)
        return 0
    words = project.build(ROOT, accept_loss, options.quiet, options.base_url)
    if not options.quiet:
        print(words, file=sys.stderr)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """`weerklank`: one text on standard output, or a chore in the checkout."""
    parser = argparse.ArgumentParser(prog="weerklank", description="An annotated reader of scraped essays.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("clean", "the reading text of a scrape"), ("explain", "what became of each line of a scrape")):
        command = commands.add_parser(name, help=does, description=f"Print {does}.")
        command.add_argument("path", type=Path, metavar="PATH")
    arguments_command = commands.add_parser("arguments", help="a report on the apparatus, for its editors")
    arguments_command.add_argument("--json", action="store_true", help="the same as JSON, for tools")
    redact_command = commands.add_parser("redact", help="take the readers' comments out of a .txt scrape, and seal it")
    redact_command.add_argument("path", type=Path, metavar="PATH")
    commands.add_parser("rollback", help="put the site before this one back")
    commands.add_parser("seal", help="accept the texts of seeds/ into SHA256SUMS")
    commands.add_parser("serve", help="live preview of the site")
    host = commands.add_parser("serve-site", help="the finished site, served as a host would")
    host.add_argument("--port", type=int, default=8080)
    host.add_argument("--path", help="the path that the site lies at, like /teksten/ (default: what it was built for)")
    commands.add_parser("zip", help="the finished site as a zip that opens without a server, in dist/")
    commands.add_parser("sbom", help="what the build runs on, as CycloneDX, in dist/")
    commands.add_parser("audit", help="known weaknesses of the locked packages")
    options = parser.parse_args(arguments)
    does_it: dict[str, Callable[[], int]] = {
        "clean": lambda: _print(_reading_text(options.path)),
        "explain": lambda: _print(explain(_cleaned(options.path), sys.stdout.isatty())),
        "arguments": lambda: _arguments(options.json),
        "redact": lambda: _redact(options.path),
        "rollback": _rollback,
        "seal": _seal,
        "serve": _serve,
        "serve-site": lambda: _serve_site(options.port, options.path),
        "zip": lambda: _made(release.make_zip(ROOT, read_collection(ROOT / "seeds"))),
        "sbom": lambda: _made(release.make_bill(ROOT)),
        "audit": lambda: _print(advisories.scan(ROOT / "requirements.txt") + "\n"),
    }
    return _guarded(does_it[options.command])


def _cleaned(path: Path) -> Cleaned:
    """A scrape anywhere on the disk, cleaned as the build would, with the sidecar beside it."""
    data, sidecar = _read(path)
    seed, notes = read_seed(data, path.name, sidecar, str(path.parent))
    for note in notes:
        print(note, file=sys.stderr)
    return clean(seed.text, sidecar.printed, sidecar.readings)


def _reading_text(path: Path) -> str:
    text = _cleaned(path).text
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


def _arguments(as_json: bool) -> int:
    data = report(project.read(ROOT, loss.EVERYTHING).edition.collection)
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


def _seal() -> int:
    sealed = seal(ROOT / "seeds")
    for word, names in (("added", sealed.added), ("changed", sealed.changed), ("dropped", sealed.dropped)):
        for name in names:
            print(f"{word}: {name}", file=sys.stderr)
    if not (sealed.added or sealed.changed or sealed.dropped):
        print("seeds/SHA256SUMS was right already.", file=sys.stderr)
    return 0


def _rollback() -> int:
    with checkout_lock(ROOT):
        recall.refuse_forbidden(ROOT, lambda: project.withheld(ROOT))
        rollback(ROOT)
    print(f"The site before this one is back in {ROOT / 'site'}; a second rollback undoes it.", file=sys.stderr)
    return 0


def _serve() -> int:
    from weerklank.site.serve import serve

    def regenerate() -> list[SearchDocument]:
        made = project.read(ROOT).edition
        with checkout_lock(ROOT):
            project.write(ROOT, made)
        return project.documents(made.collection)

    serve(ROOT, regenerate)
    return 0


def _serve_site(port: int, path: str | None) -> int:
    from weerklank.site.serve_site import serve_site

    serve_site(ROOT / "site", None if path is None else f"/{path.strip('/')}/".replace("//", "/"), port=port)
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
        count = len(error.problems)
        print(f"{count} error{'s' if count != 1 else ''}; nothing was published.", file=sys.stderr)
        return 1
    except MachineError as error:
        print(f"error: {error}", file=sys.stderr)
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
