"""An address that was published and leads on to another."""

from __future__ import annotations

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import escape, tag
from weerklank.markup.parts import head, sentence
from weerklank.model import Collection, Moved
from weerklank.pages import rights


def moved(say: Pack, title: str, target: str, label: str, gone: bool = False) -> str:
    """The page at an old address: it leads on to `target` (relative to that address), also by a link called `label`.

    `gone`: what stood there is not there.
    """
    key = "moved.gone" if gone else "moved.here"
    told = f"# {escape(title)}\n\n{sentence(say, key, link=tag('a', label, href=target))}\n"
    about = say("moved.description", title=title, label=label)
    return head(say, title, description=about, robots="noindex", leads_to=target) + told


def pages(collection: Collection) -> dict[str, str]:
    """The page at each address that a text or argument had, by name under docs/; of a text also its account's."""
    say = collection.say
    return {
        f"{say.at(folder)}/{each.old}.md": _page(each, collection)
        for each in collection.moved
        for folder in (("essays", "account") if each.kind == "essays" else ("arguments",))
    }


def _page(old: Moved, collection: Collection) -> str:
    say = collection.say
    if old.new in collection.removed and old.kind == "essays":
        return rights.tombstone(say)
    if not old.new:
        return moved(say, say(f"moved.{old.kind}_gone"), "../", say(f"{old.kind}.title"), gone=True)
    title = collection.by_slug[old.new].title if old.kind == "essays" else collection.argument(old.new).claim
    return moved(say, title, f"../{old.new}/", title)
