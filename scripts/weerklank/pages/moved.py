"""An address that was published and leads on to another."""

from __future__ import annotations

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import escape, tag
from weerklank.markup.parts import head, sentence


def moved(say: Pack, title: str, target: str, label: str) -> str:
    """The page at an old address: it leads on to `target` (relative to that address), also by a link called `label`."""
    words = f"# {escape(title)}\n\n{sentence(say, 'moved.here', link=tag('a', label, href=target))}\n"
    about = say("moved.description", title=title, label=label)
    return head(say, title, description=about, robots="noindex", leads_to=target) + words
