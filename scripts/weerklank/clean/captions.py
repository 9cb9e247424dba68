"""Lines that belong to a picture: 'Foto: …'. They are set aside, not thrown away."""

from __future__ import annotations

import re

from weerklank.clean.draft import Edit, aside
from weerklank.clean.page import PageLine

_CAPTION = re.compile(
    r"(?:(?:foto|beeld|illustratie|fotografie|foto's|afbeelding|cartoon|tekening|bron (?:foto|afbeelding|beeld)"
    r"|fotobron"
    r"|foto ?credits?|fotograaf|photo|image|picture|headerfoto|omslagfoto|uitgelichte (?:foto|afbeelding)|still)"
    r" ?:|(?:photo|image|foto|beeld|illustratie) (?:by|credit|credits|door|van|via|©)|© ?(?:foto|anp"
    r"|hollandse hoogte|getty|shutterstock)"
    r"|\((?:foto|beeld|illustratie|bron) ?:) ?.{1,160}",
    re.IGNORECASE,
)


def caption_edit(line: PageLine) -> Edit | None:
    """The edit that sets a caption aside, None where the line is none.

    >>> caption_edit(PageLine(0, 16, "Foto: Els Bakker", True)).after
    'Foto: Els Bakker'
    """
    if not line.alone or line.count > 30 or not _CAPTION.fullmatch(line.words):
        return None
    return aside(line.start, line.end, "caption", " ".join(line.words.split()), "caption")
