"""Kinds of files that hold texts and are not read, and what to do with one."""

from __future__ import annotations

_SAVE = "save it from its program as plain text in UTF-8 (.txt)"
_INSTEAD = {
    ".pdf": "take its text out (pdftotext FILE.pdf), look it over, and keep that as .txt",
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf", ".epub", ".pages"), _SAVE),
    **dict.fromkeys((".md", ".markdown", ".text"), "let its name end in .txt"),
    **dict.fromkeys((".xhtml", ".mht", ".mhtml"), "save the page as HTML only (.html)"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp"), "an image has no text: read it by OCR first"
    ),
    **dict.fromkeys((".zip", ".gz", ".7z"), "unpack it, and take the .txt and .html files"),
}


def instead(suffix: str) -> str:
    """What to do with a file whose name ends so.

    >>> instead(".MD"), instead(".x")
    ('let its name end in .txt', '')
    """
    return _INSTEAD.get(suffix.lower(), "")
