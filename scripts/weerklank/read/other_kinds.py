"""Kinds of files that hold texts and are not read, and what to do with one."""

from __future__ import annotations

_INSTEAD = {
    **dict.fromkeys((".pdf", ".docx", ".epub", ".hocr", ".xml", ".alto"), "let it be read: weerklank add FILE"),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), "save it from its program as .docx, and weerklank add that"),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "ask for it as .epub, and weerklank add that"),
    **dict.fromkeys((".md", ".markdown", ".text"), "let its name end in .txt"),
    **dict.fromkeys((".xhtml", ".mht", ".mhtml"), "save the page as HTML only (.html)"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".bmp", ".jp2"),
        "an image has no text: let tesseract read it (tesseract FILE out -l nld hocr), and weerklank add out.hocr",
    ),
    **dict.fromkeys((".zip", ".gz", ".7z"), "unpack it, and take the .txt and .html files"),
}


def instead(suffix: str) -> str:
    """What to do with a file whose name ends so.

    >>> instead(".MD"), instead(".x")
    ('let its name end in .txt', '')
    """
    return _INSTEAD.get(suffix.lower(), "")
