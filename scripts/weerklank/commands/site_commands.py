"""The commands about a whole collection and its site: thin, as all commands; `cli` has their words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from weerklank import __version__
from weerklank.build import checkout, docs_folder, site_contents, withdrawn
from weerklank.build.inputs import read
from weerklank.build.new_collection import new_collection, upgrade
from weerklank.build.numbered_edition import freeze_edition, restore_edition
from weerklank.build.settle import settle
from weerklank.collection import read_collection, schemas
from weerklank.commands.terminal import as_json, put, tell
from weerklank.desk.arguments_report import as_text, report
from weerklank.desk.languages_served import languages_served
from weerklank.desk.panel import Panel
from weerklank.model.errors import InputError
from weerklank.model.loss import EVERYTHING, NOTHING, Accepted
from weerklank.release import advisories
from weerklank.site import SearchDocument, checkout_lock, rollback
from weerklank.state.digests import Digests
from weerklank.state.kept import keeping
from weerklank.state.memory import Memory
from weerklank.state.safe_writing import real_folder
from weerklank.state.workers import cores


def arguments_(options: Namespace) -> int:
    """The report on the apparatus."""
    with keeping(options.root) as kept:
        data = report(read(options.root, EVERYTHING, kept).edition.collection)
    return put(as_json(data) if options.json else as_text(data))


def build(options: Namespace) -> int:
    """Seeds to docs to site, or what would change."""
    names = options.accept_loss  # None without the option, [] where it names nothing
    accept_loss = NOTHING if names is None else Accepted(not names, frozenset(names))
    if options.check:
        return _check(options.root, accept_loss)
    words = checkout.build(options.root, accept_loss, options.quiet, options.base_url, options.jobs or cores())
    _lay_schemas_down(options.root)
    if not options.quiet:
        tell(words)
    return 0


def _lay_schemas_down(root: Path) -> None:
    """For the programs in which editors write; whatever stands in the place of our folder of state goes."""
    state = Path(schemas.FOLDER)
    schemas.lay_down(real_folder(real_folder(root / state.parent) / state.name))


def check_(options: Namespace) -> int:
    """Whether the collection is as it would be committed."""
    return _check(options.root, NOTHING)


def _check(root: Path, accept_loss: Accepted) -> int:
    with keeping(root, write=False) as kept:
        if problems := checkout.check(root, read(root, accept_loss, kept), kept):
            raise InputError(problems)
    tell("docs/ is what the seeds give, and its pages are in order.")
    return 0


def edition_(options: Namespace) -> int:
    """The next numbered edition, or an older one in a folder of its own."""
    if options.restore:
        number, folder = options.restore
        made = restore_edition(options.root, int(number) if number.isdecimal() else 0, Path(folder))
        tell(f"{folder} is edition {made.number} of {made.day}; next: cd {folder} && make site")
        return 0
    with checkout_lock(options.root), keeping(options.root, write=False) as kept:
        for words in freeze_edition(options.root, " ".join(options.name.split()), kept):
            tell(words)
    tell("Next: make site, and commit docs, seeds and what was written; nothing else may change before that")
    return 0


def settle_(options: Namespace) -> int:
    """Both sides of a merge as one."""
    for words in settle(options.root):
        tell(words)
    tell("Next: make site && git add docs seeds && git commit")
    return 0


def rollback_(options: Namespace) -> int:
    """The site before this one back."""
    with checkout_lock(options.root):
        withdrawn.refuse_forbidden(options.root)
        rollback(options.root)
    tell(f"The site before this one is back in {options.root / 'site'}; a second rollback undoes it.")
    return 0


def serve_(options: Namespace) -> int:
    """The preview, until interrupted."""
    from weerklank.site.serve import serve

    _lay_schemas_down(options.root)
    panel = Panel(options.root / "seeds")
    serve(options.root, preview(options.root, panel), panel, port=options.port)
    return 0


def preview(root: Path, panel: Panel) -> Callable[[Path], list[SearchDocument]]:
    """What makes the pages of a preview in the folder that it is given: they are all there, and nothing is published;
    `make site` asks what may go.
    """
    digests, memory = Digests(), Memory()

    def regenerate(rendered: Path) -> list[SearchDocument]:
        with keeping(root, memory=memory) as kept:
            made = read(root, EVERYTHING, kept).edition
            docs_folder.whole(root / "docs", rendered, made.collection, made.pages, digests, kept)
        panel.show(made.whole)
        return site_contents.documents(made.collection)

    return regenerate


def serve_site_(options: Namespace) -> int:
    """The finished site, until interrupted."""
    from weerklank.site.serve_site import serve_site

    prefix = None if options.path is None else f"/{options.path.strip('/')}/".replace("//", "/")
    serve_site(options.root / "site", prefix, port=options.port)
    return 0


def zip_(options: Namespace) -> int:
    """The site as a zip."""
    from weerklank.release import dist

    return _made(dist.make_zip(options.root, read_collection(options.root / "seeds")))


def sbom_(options: Namespace) -> int:
    """The bill of materials."""
    from weerklank.release import dist

    return _made(dist.make_bill(options.root))


def _made(path: Path) -> int:
    tell(f"Made {path} ({path.stat().st_size / 1e6:.1f} MB).")
    return 0


def audit_(options: Namespace) -> int:
    """Known weaknesses of the packages."""
    return put(advisories.scan(options.root / "requirements.txt") + "\n")


def new_(options: Namespace) -> int:
    """A new collection."""
    new_collection(options.path, options.language, options.title)
    tell(f"Made {options.path}; next: cd {options.path} && make site")
    return 0


def languages_(options: Namespace) -> int:
    """A line for each, and for what it does not serve."""
    return put("".join(f"{line}\n" for line in languages_served()))


def upgrade_(options: Namespace) -> int:
    """The tool of a collection made this one."""
    upgrade(options.root)
    tell(f"{options.root} builds with weerklank {__version__} now (vendor/, requirements.txt); next: make site")
    return 0
