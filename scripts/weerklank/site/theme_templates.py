"""The theme's templates, compiled once as long as they stay the same: in a preview that is a third of a rendering."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from weerklank import theme
from weerklank.state.beside_bytecode import keeping_templates

THEME = Path(theme.__file__).parent
"""The folder of the theme that every collection is rendered with."""

_UNUSED = ("assets/javascripts/", "assets/stylesheets/")
"""What the theme of others brings and no page of ours uses: most of the bytes, and scripts to answer for."""

_loaded: dict[object, Environment] = {}


def theme_now() -> list[tuple[str, bytes]]:
    """The theme's files as they are now (in the preview they may change while the program runs), templates whole."""
    paths = sorted(path for path in THEME.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc"))
    return [
        (path.relative_to(THEME).as_posix(), path.read_bytes() if path.suffix == ".html" else b"") for path in paths
    ]


def take_templates(config: MkDocsConfig, now: object) -> None:
    """Have MkDocs take the templates that it loaded before, where the theme is as it was (`now`)."""
    fresh = config.theme.get_env
    known = (
        repr(now),
        tuple(config.theme.dirs),
        str(config.theme.locale),
        tuple(sorted(config.theme.static_templates)),
    )

    def environment() -> Environment:
        if known not in _loaded:
            _loaded.clear()
            _loaded[known] = _listing_once(keeping_templates(fresh()))
        return _loaded[known]

    config.theme.get_env = environment  # type: ignore[method-assign]


def _listing_once(made: Environment) -> Environment:
    """The environment, which asks the disk for its files once; those that no page uses are none of them."""
    listed: list[str] = []
    fresh = made.list_templates

    def names(extensions: Collection[str] | None = None, filter_func: Callable[[str], bool] | None = None) -> list[str]:
        if not listed:
            listed.extend(name for name in fresh(extensions, filter_func) if not name.startswith(_UNUSED))
        return listed

    made.list_templates = names  # type: ignore[method-assign]
    return made
