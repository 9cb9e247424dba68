"""An address that was published and leads on to another."""

from __future__ import annotations

from collections.abc import Mapping

from weerklank.languages.pack import Pack
from weerklank.markup.long_lists import list_of
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head, sentence
from weerklank.model import Argument, Collection, Moved
from weerklank.pages import rights


def moved(say: Pack, title: str, target: str, label: str, gone: bool = False) -> str:
    """The page at an old address: it leads on to `target` (relative to that address), also by a link called `label`;
    where scripts run, to the place in it that the address named.

    `gone`: what stood there is not there.
    """
    key = "moved.gone" if gone else "moved.here"
    link = tag("a", label, href=target, data_leads_to=True)
    told = f"# {escape(title)}\n\n{sentence(say, key, link=link)}\n"
    about = say("moved.description", title=title, label=label)
    return head(say, title, description=about, robots="noindex", leads_to=target) + told


def pages(collection: Collection) -> dict[str, str]:
    """The page at each address that a text or argument had, by name under docs/; of a text also its account's."""
    say = collection.say
    return {
        f"{say.at(folder)}/{each.old}.md": _page(each, collection)
        for each in collection.moved
        if each.kind in ("essays", "arguments")
        for folder in (("essays", "account") if each.kind == "essays" else ("arguments",))
    }


def parts(collection: Collection, written: Mapping[str, str]) -> dict[str, str]:
    """The page at each address that a part of a list had which is not `written` (by name under docs/): it leads to the
    list.
    """
    say = collection.say
    gone = [each.old for each in collection.moved if each.kind == "parts" and each.old not in written]
    page = moved(say, say("divided.list"), "../../", say("divided.list"))
    return {name: page for name in gone if list_of(say, name) in written}


def passages(argument: str, collection: Collection) -> list[tuple[str, Html]]:
    """The ids of the passages that stood in the argument before, each with a sentence that leads to where it is."""
    say, here = collection.say, collection.passages
    found = sorted(
        {each.new for each in collection.moved if each.kind == "passages" and each.old == argument} & here.keys()
    )
    return [(each, _led_on(say, collection.argument(here[each].argument), each)) for each in found]


def _led_on(say: Pack, argument: Argument, passage: str) -> Html:
    return sentence(say, "moved.passage", link=tag("a", argument.claim, href=f"../{argument.id}/#{passage}"))


def _page(old: Moved, collection: Collection) -> str:
    say = collection.say
    if old.new in collection.removed and old.kind == "essays":
        return rights.tombstone(say)
    if not old.new:
        return moved(say, say(f"moved.{old.kind}_gone"), "../", say(f"{old.kind}.title"), gone=True)
    title = collection.by_slug[old.new].title if old.kind == "essays" else collection.argument(old.new).claim
    return moved(say, title, f"../{old.new}/", title)
