"""Progress: lines in a pipe, a bar on a terminal, nothing when quiet."""

from __future__ import annotations

import io

from weerklank.site.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(stream: io.StringIO, quiet: bool = False) -> str:
    progress = Progress(2, quiet, stream)
    progress.step("een")
    progress.say("let op")
    progress.step("twee")
    progress.done()
    return stream.getvalue()


def test_pipe() -> None:
    assert said(io.StringIO()) == "[1/2] een …\nlet op\n[2/2] twee …\n"


def test_terminal() -> None:
    words = said(Terminal())
    assert "\x1b[32m━━━━━━━━━━━━" in words and "let op\n" in words


def test_quiet() -> None:
    assert said(io.StringIO(), quiet=True) == ""
