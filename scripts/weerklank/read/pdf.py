"""A PDF with a text layer as pages of lines, by PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from weerklank.model.errors import InputError, Problem
from weerklank.model.geometry import Box, PlacedPage
from weerklank.read.set_words import Run, SetWord, lines_of_runs

_UNIT = 10  # of a layout, in a point: tenths
PAGES = 2_000
CHARACTERS = 3_000_000  # of a text layer: as many as a text may have
_OBJECTS = 20_000  # of a page, looked at for pictures
_SMALLEST_PICTURE = 25  # points, either way
_LARGEST_PICTURE = 0.85  # of the page: more is a background, or the scan itself
_UNREADABLE = 0.2  # of a text layer: letters that the file gives no meaning
_SAMPLES = 60  # letters of a page that are looked at to see whether they are drawn
_RAISED = 0.8  # of the size of the letters around them
_HIGH = 0.2  # of the size: how far above the line a raised figure ends
_SPACE, _GUESSED = 0.14, 0.05  # of the size: a gap that is a space where the file has none, or PDFium takes it for one
_BOLD = 600  # weight
_ITALIC = 1 << 6  # of a font's flags (PDF 1.7, table 123)
_HYPHENS = "\u0002\ufffe\u00ad\u2010\u2011"

_MEND = "try to mend it: qpdf FILE.pdf NEW.pdf"
OCR = (
    "make one: pdftoppm -r 300 -png FILE.pdf page && ls page-*.png > pages.txt && "
    "tesseract pages.txt out -l nld hocr, then weerklank add out.hocr; or ocrmypdf -l nld FILE.pdf NEW.pdf"
)


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    raised: bool
    spaced: bool


def read_pdf(data: bytes, where: str) -> tuple[tuple[PlacedPage, ...], Mapping[str, str]]:
    """The pages of a PDF, called `where` in messages, and what it says of itself (Title, Author, CreationDate …).

    InputError for one that is damaged, locked, too long, or has no text layer.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise InputError([_refused(error, where)]) from None
    with document:
        if len(document) > PAGES:
            raise InputError([Problem(where, f"has {len(document):,} pages, and the limit is {PAGES:,}", "split it")])
        pages = tuple(_pages(document, where))
        _check(pages, where)
        return pages, document.get_metadata_dict(skip_empty=True)


def _refused(error: pdfium.PdfiumError, where: str) -> Problem:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        remedy = "take the lock off if you may: qpdf --decrypt FILE.pdf NEW.pdf"
        return Problem(where, "is locked with a password", remedy)
    return Problem(where, "is damaged, or no PDF", f"{_MEND}, or take it from its source again")


def _pages(document: pdfium.PdfDocument, where: str) -> Iterator[PlacedPage]:
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            what = f"page {number + 1} cannot be read"
            raise InputError([Problem(where, what, _MEND)]) from None
        total += text.count_chars()
        if total > CHARACTERS:
            raise InputError([Problem(where, f"has more than {CHARACTERS:,} characters", "split it")])
        yield _page(page, text)
        text.close()
        page.close()


def _check(pages: tuple[PlacedPage, ...], where: str) -> None:
    words = "".join(line.text for page in pages for line in page.lines)
    if not any(c.isalnum() for c in words):
        raise InputError([Problem(where, "has no text layer: its pages are pictures", OCR)])
    lost = sum(c in "\ufffd\x00" or "\ue000" <= c <= "\uf8ff" for c in words)
    if lost > _UNREADABLE * len(words):
        raise InputError([Problem(where, "does not say which letters its signs are", OCR)])


def _page(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> PlacedPage:
    left, bottom, right, top = page.get_bbox()
    turn = _Turn(left, bottom, right, top, page.get_rotation())
    runs = [(number, list(_words(run))) for number, run in enumerate(_runs(_letters(text, turn)))]
    lines = lines_of_runs(_shown(runs, turn))
    figures = tuple(_figures(page, turn))
    return PlacedPage(round(turn.width * _UNIT), round(turn.height * _UNIT), tuple(lines), figures, _is_ocr(text))


def _is_ocr(text: pdfium.PdfTextPage) -> bool:
    """Whether the letters are not drawn, as those that OCR puts over the picture of a page: their sizes are guessed."""
    count = text.count_chars()
    objects = [raw.FPDFText_GetTextObject(text, at) for at in range(0, count, count // _SAMPLES + 1)]
    modes = [raw.FPDFTextObj_GetTextRenderMode(found) for found in objects if found]
    return 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _shown(runs: list[Run], turn: _Turn) -> list[Run]:
    """The runs that stand on the page: what a program left beside it no reader ever saw."""
    return [
        (number, words)
        for number, words in runs
        if words and words[-1].box.right > 0 and words[0].box.left < turn.width * _UNIT
    ]


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the coordinates of a PDF, from below, to those of the page as it is shown, from above."""

    left: float
    bottom: float
    right: float
    top: float
    degrees: int

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.degrees % 180 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.degrees % 180 else self.top - self.bottom

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self.degrees == 90:
            return y - self.bottom, x - self.left
        if self.degrees == 180:
            return self.right - x, y - self.bottom
        if self.degrees == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x, y), (a, b) = self(left, bottom), self(right, top)
        return Box(*(round(_UNIT * each) for each in (min(x, a), min(y, b), max(x, a), max(y, b))))


def _letters(text: pdfium.PdfTextPage, turn: _Turn) -> Iterator[_Letter | None]:
    """The letters in the order of the file; None where it has a space."""
    matrix, rect, flags = raw.FS_MATRIX(), raw.FS_RECTF(), ctypes.c_int()
    name = ctypes.create_string_buffer(100)
    spaced = False
    styles: dict[tuple[bytes, int, int], tuple[bool, bool]] = {}
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if raw.FPDFText_IsGenerated(text, at) == 1:
            spaced = sign == " "  # PDFium's own; whether it stands there is seen from the boxes
            continue
        if sign.isspace():
            yield None
            continue
        raw.FPDFText_GetMatrix(text, at, matrix)
        raw.FPDFText_GetLooseCharBox(text, at, rect)
        if sign in _HYPHENS:
            if rect.right - rect.left < 0.1:
                continue  # a place where a word may be broken, and is not
            sign = "-"
        if ord(sign) < 32:
            continue
        raw.FPDFText_GetFontInfo(text, at, name, 100, flags)
        key = (name.value, flags.value, raw.FPDFText_GetFontWeight(text, at))
        bold, italic = styles.setdefault(key, _style(*key))
        size = raw.FPDFText_GetFontSize(text, at) * (matrix.c**2 + matrix.d**2) ** 0.5
        corners = turn(rect.left, rect.bottom), turn(rect.right, rect.top)
        (a, b), (c, d) = corners
        base = turn(matrix.e, matrix.f)[1]
        foot = _foot(text, at, turn) if sign.isdecimal() else base
        high = base - foot > _HIGH * size
        yield _Letter(sign, min(a, c), max(a, c), base, min(b, d), max(b, d), size, bold, italic, high, spaced)
        spaced = False


def _foot(text: pdfium.PdfTextPage, at: int, turn: _Turn) -> float:
    """Where the ink of a letter ends below: a figure that a font itself has raised stands on the line like others."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return max(turn(left.value, bottom.value)[1], turn(right.value, top.value)[1])


def _style(name: bytes, flags: int, weight: int) -> tuple[bool, bool]:
    called = name.decode("ascii", "replace").lower()
    return weight >= _BOLD or "bold" in called, bool(flags & _ITALIC) or "italic" in called or "oblique" in called


def _runs(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter | None]]:
    """The letters that stand on one line one after the other."""
    run: list[_Letter | None] = []
    last: _Letter | None = None
    for letter in letters:
        if letter and last and not _goes_on(last, letter):
            yield run
            run = []
        run.append(letter)
        last = letter or last
    if last:
        yield run


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    """Whether a letter stands on the line of the one before it, further on."""
    large, small = max(last.size, letter.size), min(last.size, letter.size)
    gap, drop = letter.left - last.right, abs(letter.base - last.base)
    if drop > 0.5 * large or gap > 12 * large or letter.left <= last.left - 0.3 * large:
        return False
    return large < 1.9 * small or drop < 0.1 * large and gap < 0.5 * small


def _words(run: list[_Letter | None]) -> Iterator[SetWord]:
    word: list[_Letter] = []
    for letter in [*run, None]:
        if word and (letter is None or _is_apart(word[-1], letter)):
            yield _word(word)
            word = []
        if letter:
            word.append(letter)


def _is_apart(last: _Letter, letter: _Letter) -> bool:
    """Whether there is a space between two letters that has no sign of its own."""
    least = _GUESSED if letter.spaced and letter.text != "-" else _SPACE
    return letter.left - last.right > least * last.size


def _word(letters: list[_Letter]) -> SetWord:
    size = max(letter.size for letter in letters)
    base = max(letter.base for letter in letters if letter.size == size)
    text, raised = "", []
    for letter in letters:
        if letter.raised or letter.size < _RAISED * size and letter.base < base - 0.1 * size:
            raised.append((len(text), len(text) + len(letter.text)))
        text += letter.text
    box = Box(
        *(
            round(_UNIT * each)
            for each in (
                min(letter.left for letter in letters),
                base - 0.75 * size,
                max(letter.right for letter in letters),
                base + 0.25 * size,
            )
        )
    )
    bold, italic = (sum(map(has, letters)) * 2 > len(letters) for has in (lambda x: x.bold, lambda x: x.italic))
    return SetWord(text, box, size * _UNIT, bold, italic, tuple(_joined(raised)))


def _joined(stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of which one ends where the next begins as one."""
    begin = end = -1
    for start, stop in [*stretches, (-2, -2)]:
        if start != end:
            if end > 0:
                yield begin, end
            begin = start
        end = stop


def _figures(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Box]:
    """The boxes of pictures and of what is filled with a colour; not of a whole page."""
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    whole = turn.width * turn.height * _UNIT**2
    seen = set()
    for _, found in zip(range(_OBJECTS), page.get_objects(filter=kinds, max_depth=3), strict=False):
        try:
            box = turn.box(*found.get_bounds())
        except pdfium.PdfiumError:
            continue
        small = min(box.width, box.height) < _SMALLEST_PICTURE * _UNIT
        if not small and box.width * box.height < _LARGEST_PICTURE * whole and box not in seen:
            seen.add(box)
            yield box
