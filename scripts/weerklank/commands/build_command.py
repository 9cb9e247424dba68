"""`weerklank build`, which says at once where nothing changed: what builds is loaded only where something did."""

from __future__ import annotations

from argparse import Namespace

from weerklank.build.unchanged import is_built, known_digests, nothing_changed
from weerklank.commands.terminal import tell


def build_(options: Namespace) -> int:
    """Seeds to docs to site; where nothing changed, it says so and is done."""
    root = options.root
    links = any((root / name).is_symlink() for name in ("docs", "seeds", ".weerklank"))
    known = not (options.check or links) and (root / ".weerklank/schemas").is_dir()
    if known and is_built(root, options.base_url, known_digests(root)):
        if not options.quiet:
            tell(nothing_changed(root))
        return 0
    from weerklank.commands.site_commands import build

    return build(options)
