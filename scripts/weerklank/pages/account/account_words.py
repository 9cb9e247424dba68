"""Words of a source as they can be checked: what cannot be seen has a sign."""

from __future__ import annotations

from itertools import groupby

from weerklank.markup.markdown import Html, escape, join, tag

_SIGNS = {
    "\n": ("↵", "regeleinde"),
    "\r": ("␍", "regelterugloop"),
    "\t": ("⇥", "tab"),
    "\xa0": ("␣", "vaste spatie"),
    "\xad": ("¬", "zacht afbreekstreepje"),
}


def visible(text: str) -> Html:
    r"""Text with a sign for each character that cannot be seen; the sign's title names it.

    >>> visible("a\xa0b")
    'a<abbr class="wk-sign-for" title="U+00A0, vaste spatie">␣</abbr>b'
    """
    if text.isprintable():
        return escape(text)
    runs = ((printable, "".join(run)) for printable, run in groupby(text, str.isprintable))
    return join([escape(run) if printable else join(list(map(_sign, run))) for printable, run in runs])


def _sign(character: str) -> Html:
    number = f"U+{ord(character):04X}"
    shown, name = _SIGNS.get(character, ("␣" if character.isspace() else number, ""))
    return tag("abbr", escape(shown), class_="wk-sign-for", title=f"{number}, {name}" if name else number)
