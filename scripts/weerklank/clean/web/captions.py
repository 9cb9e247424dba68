"""Lines that belong to a picture: 'Foto: …'. They are set aside, not thrown away."""

from __future__ import annotations

from weerklank.clean.ledger.draft import Edit, aside
from weerklank.clean.web.page_lines import PageLine
from weerklank.languages.rules import sign

_CAPTION = sign("caption")
_END = sign("caption-end")


def caption_edit(line: PageLine) -> Edit | None:
    """The edit that sets a caption aside, None where the line is none.

    >>> caption_edit(PageLine(0, 16, "Foto: Els Bakker", True)).after
    'Foto: Els Bakker'
    """
    if not line.alone or line.count > 30 or not (_CAPTION.fullmatch(line.words) or _END.fullmatch(line.words)):
        return None
    return aside(line.start, line.end, "caption", " ".join(line.words.split()), "caption")
