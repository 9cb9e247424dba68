"""What is read from PDF, hOCR, ALTO, Word and EPUB, and what of them is refused."""

from __future__ import annotations

import pytest

from tests.made_files import WORDS, column, made_docx, made_epub, made_pdf, made_zip
from weerklank.clean import clean
from weerklank.model.errors import InputError
from weerklank.model.geometry import read_layout, written
from weerklank.read import hardened_xml, pdf
from weerklank.read.originals import Original, is_original, read_original

HOCR = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://x.example/d.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<div class='ocr_page' title='image "a.png"; bbox 0 0 900 1200; ppageno 0'><div class='ocr_carea' title='bbox 0 0 9 9'>
<p class='ocr_par'><span class='ocr_line' title="bbox 100 100 500 130">
<span class='ocrx_word' title='bbox 100 100 200 130; x_wconf 96'>De</span>
<span class='ocrx_word' title='bbox 220 100 320 130; x_wconf 31'><strong>gerneente</strong></span>
<span class='ocrx_word' title='bbox 340 100 400 130; x_wconf 96'>R&amp;D&nbsp;-</span></span></p></div></div>
<div class='ocr_page' title='bbox 0 0 900 1200'><span class='ocr_line' title='bbox 100 100 500 130'>Heel
&eacute;&eacute;n regel</span></div></body></html>"""

ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>mm10</MeasurementUnit>
</Description><Styles><TextStyle ID="s" FONTSIZE="10"/></Styles><Layout><Page WIDTH="2100" HEIGHT="2970"><PrintSpace>
<TextBlock STYLEREFS="s"><TextLine HPOS="200" VPOS="200" WIDTH="900" HEIGHT="40">
<String CONTENT="de" HPOS="200" VPOS="200" WIDTH="60" HEIGHT="30" WC="0.99"/><SP/>
<String CONTENT="jaar" SUBS_TYPE="HypPart1" SUBS_CONTENT="jaarverslagen" HPOS="300" VPOS="200" WIDTH="90" HEIGHT="30"/>
<HYP CONTENT="-" HPOS="390" VPOS="200" WIDTH="10"/></TextLine>
<TextLine HPOS="200" VPOS="250" WIDTH="900" HEIGHT="40">
<String CONTENT="verslagen" SUBS_TYPE="HypPart2" SUBS_CONTENT="jaarverslagen" HPOS="200" VPOS="250" WIDTH="200"
HEIGHT="30" WC="0.4" STYLE="bold"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>"""


def read(data: bytes, name: str) -> Original:
    return read_original(data, name, name)


def refused(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name)
    return str(caught.value)


def test_a_pdf_keeps_its_pages_and_where_its_lines_stand() -> None:
    pages = [[(40, 60, 20, "De kade (1)"), *column(WORDS, 40, 100)], column(WORDS, 40, 60)]
    found = read(
        made_pdf(pages, {"Title": "Microsoft Word - a.doc", "Author": "Jan", "CreationDate": "D:20190203"}), "a.pdf"
    )
    assert found.text.startswith("De kade (1)\n\nWie langs de kade loopt,")
    assert found.text.count("\f") == 1
    first = found.layout[0].lines[0]
    assert (found.layout[0].width, found.layout[0].seen, first.size) == (4000, False, 200)
    assert first.box.left in range(400, 420) and first.box.bottom == 650
    assert [(said.field, said.value) for said in found.says] == [("author", "Jan"), ("date", "2019-02-03")]
    assert read_layout(written(found.layout).encode(), found.text) == found.layout


def test_raised_figures_and_words_without_a_sign_for_space() -> None:
    page = [(40, 60, 10, "het onderzoek."), (106.4, 56, 6, "3"), *column(WORDS, 40, 72)]
    found = read(made_pdf([page]), "a.pdf")
    assert "het onderzoek.3" in found.text and "het onderzoek.³" in clean(found.text, layout=found.layout).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4 and nothing", "is damaged, or no PDF"),
        (made_pdf([[]]), "tesseract pages.txt out -l nld hocr"),
        (made_pdf([[(1, 1, 9, "...")]]), "has no text layer"),
    ],
)
def test_pdfs_that_are_refused(data: bytes, said: str) -> None:
    assert said in refused(data, "a.pdf")


def test_limits_of_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made_pdf([[(40, 60, 10, "Een regel")], [(40, 60, 10, "Nog een")]])
    monkeypatch.setattr(pdf, "CHARACTERS", 10)
    assert "more than 10 characters" in refused(data, "a.pdf")
    monkeypatch.setattr(pdf, "PAGES", 1)
    assert "has 2 pages, and the limit is 1" in refused(data, "a.pdf")


def test_hocr() -> None:
    assert is_original(HOCR.encode(), "a.html") and not is_original(b"<html><p>tekst</p>", "a.html")
    found = read(HOCR.encode(), "a.hocr")
    assert found.text == "De gerneente R&D-\n\fHeel één regel\n"
    (line,), page = found.layout[0].lines, found.layout[0]
    assert (page.width, page.height, page.seen, line.doubtful) == (900, 1200, True, ((3, 12, 31),))
    (doubt,) = clean(found.text, layout=found.layout).uncertain
    assert (doubt.found, doubt.rule) == ("gerneente", "layout-confidence")


def test_alto() -> None:
    found = read(ALTO.encode(), "a.xml")
    assert found.text == "de jaar-\nverslagen\n"
    one, two = found.layout[0].lines
    assert (one.whole, one.size, two.bold, two.doubtful) == ("jaarverslagen", 35, True, ((0, 9, 40),))
    assert clean(found.text, layout=found.layout).text == "de jaarverslagen"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE alto [<!ENTITY a "aaaa">]><alto>&a;</alto>', "defines entities of its own"),
        (b"<alto><Page>", "is not sound XML"),
        (b"<alto>" + b"<a>" * 300 + b"</a>" * 300 + b"</alto>", "more than 200 deep"),
        (b'<alto a="' + b"x" * 30_000 + b'"/>', "an attribute of more than"),
        (b"<alto><Page/></alto>", "holds no words of ALTO"),
        (b"<note>tekst</note>", "is neither ALTO nor hOCR"),
    ],
)
def test_xml_that_is_refused(data: bytes, said: str) -> None:
    assert said in refused(data, "a.xml")


def test_entities_are_seen_in_any_encoding() -> None:
    with pytest.raises(InputError, match="defines entities"):
        hardened_xml.read_xml('<!DOCTYPE a [<!ENTITY a "a">]><alto/>'.encode("utf-16"), "a.xml")


def test_xml_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardened_xml, "ELEMENTS", 5)
    assert "more than 5 elements" in refused(b"<alto>" + b"<a/>" * 9 + b"</alto>", "a.xml")


def paragraph(words: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{words}</w:t></w:r></w:p>"


STYLES = "<w:styles W>" + "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Kop1", "heading 1"), ("Citaat", "Quote"), ("Titel", "Title"))
)
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Zie het verslag.</w:t></w:r></w:p></w:footnote>'
CORE = (
    '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Document1</dc:title><dc:creator>Laptop van Jan'
    "</dc:creator></p>"
)


def test_a_word_document() -> None:
    body = (
        paragraph("De kade", "Titel")
        + paragraph("Wat er ligt", "Kop1")
        + '<w:p><w:r><w:t>Drie boten</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:del w:id="9"><w:r><w:delText>en een wrak</w:delText></w:r></w:del>'
        '<w:ins w:id="8"><w:r><w:t> liggen er.</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r></w:p>'
        + paragraph("Nooit meer uit.", "Citaat")
    )
    comments = '<w:comments W><w:comment w:id="1"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment></w:comments>'
    parts = {
        "word/styles.xml": STYLES + "</w:styles>",
        "word/footnotes.xml": f"<w:footnotes W>{NOTE}</w:footnotes>",
        "word/comments.xml": comments,
    }
    found = read(made_docx(body, {**parts, "docProps/core.xml": CORE}), "a.docx")
    assert "De kade\n\nWat er ligt\n\nDrie boten[1] liggen er.\n\n> Nooit meer uit." in found.text
    assert "Zie het verslag." in found.text and "Klopt" not in found.text and "wrak" not in found.text
    assert [(said.field, said.value) for said in found.says] == [("author", "Laptop van Jan")]
    assert "tracked changes" in found.notes[0] and "comments" in found.notes[1]


CHAPTERS = {"b.xhtml": "<h1>Een</h1><p>De eerste boot.</p>", "a.xhtml": "<h1>Twee</h1><ul><li>De tweede.</li></ul>"}


def test_an_epub_is_read_in_the_order_of_its_spine() -> None:
    found = read(made_epub(CHAPTERS), "a.epub")
    assert found.text == "Een\n\nDe eerste boot.\n\nTwee\n\n  • De tweede."
    assert [(said.field, said.value) for said in found.says] == [("title", "Boten"), ("author", "Els de Wit")]


def locked(way: str) -> dict[str, str]:
    return {"META-INF/encryption.xml": f'<encryption><EncryptionMethod Algorithm="{way}"/></encryption>'}


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (made_epub(CHAPTERS, locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc")), "a.epub", "is locked (DRM)"),
        (made_epub(CHAPTERS, {"META-INF/rights.xml": "<rights/>"}), "a.epub", "is locked (DRM)"),
        (made_epub({"a.xhtml": "<p> </p>"}), "a.epub", "holds no text"),
        (made_zip({"../a.xml": "x", "META-INF/container.xml": "<c/>"}), "a.epub", "names a part outside itself"),
        (made_zip({"META-INF/container.xml": "0" * 30_000_000}), "a.epub", "unpacks to far more"),
        (made_zip({"a": "b"}), "a.docx", "is no Word document"),
        (made_docx("", {"word/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "a.docx", "defines entities"),
        (made_docx("<w:p>" * 300 + "</w:p>" * 300), "a.docx", "200 deep"),
        (made_docx(paragraph("tekst"))[:-40], "a.docx", "is damaged: it cannot be unpacked"),
    ],
)
def test_zip_files_that_are_refused(data: bytes, name: str, said: str) -> None:
    assert said in refused(data, name)


def test_garbled_fonts_lock_no_epub() -> None:
    assert "De tweede." in read(made_epub(CHAPTERS, locked("http://www.idpf.org/2008/embedding")), "a.epub").text
