"""Words of a source as they can be checked: what cannot be seen has a sign."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag

_SIGNS = {
    "\n": ("↵", "line_feed"),
    "\r": ("␍", "carriage_return"),
    "\t": ("⇥", "tab"),
    "\xa0": ("␣", "no_break_space"),
    "\xad": ("¬", "soft_hyphen"),
}
"""Signs for what cannot be seen, and under which key its name stands."""


def visible(say: Pack, text: str) -> Html:
    r"""Text with a sign for each character that cannot be seen; the sign's title names it.

    >>> from weerklank.languages.pack import pack
    >>> visible(pack("nl"), "a\xa0b")
    Html('a<abbr class="wk-sign-for" title="U+00A0, vaste spatie">␣</abbr>b')
    """
    if text.isprintable():
        return escape(text)
    runs = ((printable, "".join(run)) for printable, run in groupby(text, str.isprintable))
    return join([escape(run) if printable else join(list(map(partial(_sign, say), run))) for printable, run in runs])


def _sign(say: Pack, character: str) -> Html:
    number = f"U+{ord(character):04X}"
    shown, key = _SIGNS.get(character, ("␣" if character.isspace() else number, ""))
    return tag("abbr", shown, class_="wk-sign-for", title=f"{number}, {say(f'sign.{key}')}" if key else number)
