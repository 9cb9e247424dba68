"""The command line: `weerklank …` (scripts/build.py is `weerklank build`). Its words and exit codes live here.

What a command does stands elsewhere and is imported when it is asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from weerklank import __version__

_USE = 2  # exit code: wrong use
_OF_SITE = ("build", "check", "serve", "rollback", "zip")
Options = argparse.Namespace
_Command = Callable[..., argparse.ArgumentParser]
"""Adds a command: its name, its words, and whether it works in a collection."""


def main(arguments: Sequence[str] | None = None) -> int:
    """`weerklank`: one text on standard output, or a chore in a collection. Exit code 0 done, 1 input, 2 use, 3 the
    machine.
    """
    options = parser().parse_args(arguments)
    if options.in_collection:
        options.root = find_collection(options.folder)
        if options.root is None:
            where = f"no collection in {options.folder.resolve()} or above it"
            _tell(f"error: {where}: there is no seeds/collection.yml; go to its folder, or name it: weerklank -C DIR …")
            return _USE
    stopped = "Stopped; the last good site is as it was." if options.command in _OF_SITE else "Stopped."
    refused = "; nothing was published." if options.command == "build" else "."
    return guarded(lambda: does(options)(options), stopped, refused)


def find_collection(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that holds a collection: `seeds/collection.yml`, else `seeds/`."""
    folders = [start.resolve(), *start.resolve().parents]
    for mark in ("seeds/collection.yml", "seeds"):
        for folder in folders:
            if (folder / mark).exists():
                return folder
    return None


def _tell(text: object) -> None:
    print(text, file=sys.stderr)


def does(options: Options) -> Callable[[Options], int]:
    """What a command does: the function of its name, with a line below it, in the module that has it."""
    found: Callable[[Options], int] = getattr(import_module(options.module), f"{options.command.replace('-', '_')}_")
    return found


def guarded(command: Callable[[], int], stopped: str, refused: str = ".") -> int:
    """Run a command; its errors become lines on standard error and an exit code. `stopped` is said of an interruption,
    and `refused` after the number of errors.
    """
    from weerklank.model.errors import InputError, MachineError, broken_package

    try:
        return command()
    except InputError as error:
        for problem in error.problems:
            _tell(f"error: {problem}")
            if problem.private and not os.environ.get("CI"):  # a log of that may be read by anyone
                _tell(problem.private)
        count = len(error.problems)
        _tell(f"{count} error{'s' if count != 1 else ''}{refused}")
        return 1
    except MachineError as error:
        _tell(f"error: {error}")
    except ImportError as error:
        _tell(f"error: {broken_package(error.name or str(error))}")
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (OSError, MemoryError) as error:  # whatever no step of ours foresaw
        where = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        _tell(f"error: {where}{getattr(error, 'strerror', None) or 'out of memory'}")
    except KeyboardInterrupt:
        _tell(f"\n{stopped}")
    return 3


def parser() -> argparse.ArgumentParser:
    """All commands with their words; what they do is not loaded yet."""
    parser = argparse.ArgumentParser(prog="weerklank", description="An annotated reader of scraped essays.")
    parser.add_argument("--version", action="version", version=f"weerklank {__version__}")
    where = "a folder of the collection (default: where you are); its seeds/ are looked for there and above"
    parser.add_argument("-C", dest="folder", type=Path, default=Path(), metavar="DIR", help=where)
    commands = parser.add_subparsers(dest="command", required=True)
    for module, tell in _COMMANDS.items():
        tell(partial(_added, commands, f"weerklank.commands.{module}"))
    return parser


def _added(commands: Any, module: str, name: str, words: str, in_collection: bool = True) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    made.set_defaults(module=module, in_collection=in_collection)
    return made


def _of_a_text(command: _Command) -> None:
    for name, words in (
        ("clean", "the reading text of a scrape"),
        ("explain", "what became of each line of a scrape"),
        ("redact", "take the readers' comments out of a .txt scrape, and seal it"),
    ):
        command(name, words, False).add_argument("path", type=Path, metavar="PATH")


def _of_the_build(command: _Command) -> None:
    made = command("build", "seeds to docs to site")
    made.add_argument("--check", action="store_true", help="only say where docs/ differs from what the seeds give")
    lost = "let these published paragraphs, passages and texts go for good; without an ID, all that would be lost"
    made.add_argument("--accept-loss", nargs="*", metavar="ID", help=lost)
    made.add_argument("--base-url", type=_address, metavar="URL", help="where this site will stand, for a mirror")
    made.add_argument("--quiet", action="store_true", help="no progress, only errors")
    jobs = "processes that work side by side (default: all cores)"
    made.add_argument("--jobs", type=positive, metavar="N", help=jobs)


def _of_the_folder(command: _Command) -> None:
    what = "scrapes (.txt, .html) and originals (.pdf, hOCR, ALTO, .docx, .epub) into seeds/, with what was read in"
    made = command("add", f"{what} them")
    made.add_argument("paths", type=Path, nargs="+", metavar="FILE")
    made.add_argument("--printed", action="store_true", help="they are scans of print")
    made = command("rename", "another name for a text's file or slug, or an argument; references follow")
    made.add_argument("old", metavar="OLD")
    made.add_argument("new", metavar="NEW")
    made = command("remove", "take a text or an argument away, with all that names it")
    made.add_argument("name", metavar="NAME")
    command("seal", "accept the texts of seeds/ into SHA256SUMS")


def _of_the_desk(command: _Command) -> None:
    made = command("suggest", "read a text against the arguments, paragraph by paragraph")
    made.add_argument("essay", metavar="ESSAY", help="the slug of the text")
    made.add_argument("--argument", metavar="ID", help="propose for this argument alone")
    made.add_argument("--new", action="store_true", help="what it shares with others and no argument names yet")
    made.add_argument("--json", action="store_true", help="print the proposals as JSON, and ask nothing")
    made = command("fmt", "the files of seeds/ in canonical form; comments stay")
    made.add_argument("--check", action="store_true", help="only say which files are not, and end with 1 if any is")
    made = command("import", "annotations made elsewhere (W3C, Hypothesis, Recogito) as passages")
    made.add_argument("path", type=Path, metavar="FILE")


def _of_the_site(command: _Command) -> None:
    made = command("new", "a folder with an example collection, which builds at once", False)
    made.add_argument("path", type=Path, metavar="DIR")
    made.add_argument("--language", default="nl", help="the language that the site speaks (default: nl)")
    made.add_argument("--title", help="what the collection is called (default: the folder's name)")
    command("check", "whether docs/ is what the seeds give, its links and what it may not show; writes nothing")
    made = command("arguments", "a report on the apparatus, for its editors")
    made.add_argument("--json", action="store_true", help="the same as JSON, for tools")
    made = command("edition", "freeze what is published as the next numbered edition, which citations name")
    made.add_argument("--name", default="", help="what this edition is called, beside its number")
    again = "put edition NUMBER, with the tool that made it, into a new folder; git must have it"
    made.add_argument("--restore", nargs=2, metavar=("NUMBER", "DIR"), help=again)
    command("settle", "after git merge: both sides of seeds/ as one, entry by entry; published ids stay")
    made = command("serve", "live preview of the site, with the marking panel")
    made.add_argument("--port", type=int, default=8000)
    made = command("serve-site", "the finished site, served as a host would")
    made.add_argument("--port", type=int, default=8080)
    made.add_argument("--path", help="the path that the site lies at, like /reader/ (default: what it was built for)")
    command("rollback", "put the site before this one back")
    command("languages", "what each language's pack serves, and what it lacks", False)
    command("upgrade", "have a collection build with this version of the tool")
    command("zip", "the finished site as a zip that opens without a server, in dist/")
    command("sbom", "what the build runs on, as CycloneDX, in dist/")
    command("audit", "known weaknesses of the locked packages")


_COMMANDS = {
    "text_commands": _of_a_text,
    "build_command": _of_the_build,
    "site_commands": _of_the_site,
    "collection_commands": _of_the_folder,
    "editing_commands": _of_the_desk,
}
"""The modules of commands/, with the words of what each does."""


def positive(said: str) -> int:
    """A number from 1; argparse says so of anything else."""
    if not said.isdecimal() or not int(said):
        raise argparse.ArgumentTypeError(f"'{said}' is no number from 1")
    return int(said)


def _address(said: str) -> str:
    """An address on the web, with a slash at its end; argparse says so of anything else."""
    from weerklank.collection.yaml_forms import URL

    if not URL.fullmatch(said) or "?" in said or "#" in said:
        raise argparse.ArgumentTypeError(f"'{said}' is no web address: write it whole, https://…")
    return said.rstrip("/") + "/"
