"""An address that was published and leads on to another."""

from __future__ import annotations

from weerklank.markup.markdown import escape
from weerklank.markup.parts import head


def moved(title: str, target: str, label: str) -> str:
    """The page at an old address: it leads on to `target` (relative to that address), also by a link called `label`."""
    words = f'# {escape(title)}\n\nDit staat nu op een andere plaats: <a href="{target}">{escape(label)}</a>.\n'
    return head(title, description=f"{title}: nu bij {label}.", robots="noindex", leads_to=target) + words
