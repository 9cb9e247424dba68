"""The citation at the foot of a text's page."""

from dataclasses import replace

from lxml import html
from markdown import Markdown

from tests.cite.texts import NOWHERE, SITE, text
from weerklank.cite.csl import csl_item
from weerklank.cite.ris import ris
from weerklank.languages.pack import pack
from weerklank.model import Collection, CollectionConfig, Essay
from weerklank.pages import citation
from weerklank.pages.essay import page
from weerklank.site.allowed import strange_markup


def foot(essay: Essay, config: CollectionConfig) -> html.HtmlElement:
    _, body = page(essay, 0, Collection(config, (essay,), ())).split("\n---\n", 1)
    shown = Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(body)
    inside = f'<div class="wk-page" id="inhoud" tabindex="-1"><article data-seed="a">{shown}</article></div>'
    assert list(strange_markup(inside)) == []
    (found,) = html.fragment_fromstring(inside).xpath("./article/aside[@class='wk-cite']")
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def one(tree: html.HtmlElement, selector: str) -> str:
    (found,) = tree.xpath(f".//*[@class='{selector}']")
    return words(found)


def test_the_reference_and_how_to_cite_a_paragraph() -> None:
    tree = foot(text("Brood op zondag", "Jos van der Lans", date="2014-12-29"), SITE)
    assert one(tree, "wk-citation") == (
        "Van der Lans, J. (2014, 29 december). Brood op zondag. Brood & spelen (Weerklank). "
        "https://brood.example/lezen/essays/brood/"
    )
    assert [words(e) for e in tree.xpath(".//p[@class='wk-citation']/em")] == ["Brood op zondag"]
    assert "(Van der Lans, 2014, al. 1)" in one(tree, "wk-how")
    assert tree.xpath("./@data-cite") == ["Jos van der Lans, ‘Brood op zondag’, 2014"]


def test_an_unknown_address_is_left_to_the_reader_s_browser() -> None:
    known = foot(text(source_url="https://courant.example/1"), NOWHERE)
    assert one(known, "wk-citation").endswith("Brood & spelen (Weerklank). (het adres van deze pagina)")
    assert one(known, "wk-address") == "(het adres van deze pagina)"


def test_a_text_that_is_only_listed_is_cited_as_the_work_alone() -> None:
    listed = replace(text("Brood", "Arjo Klamer", source_url="https://courant.example/1", publish="closed"), units=())
    tree = foot(listed, NOWHERE)
    assert one(tree, "wk-citation") == "Klamer, A. (z.d.). Brood. https://courant.example/1"
    assert not tree.xpath(".//*[@class='wk-how']")


def test_each_format_is_shown_as_it_is_downloaded() -> None:
    essay = text('Brood *&* <b>spelen</b> {a} "b" `c`', "Redactie RSD", date="2014")
    tree = foot(essay, SITE)
    files = citation.files(Collection(SITE, (essay,), ()))
    shown = [pre.text_content() for pre in tree.iter("pre")]
    assert shown == [files[f"data/citaten/brood.{suffix}"].strip() for suffix in ("bib", "ris", "json")]
    assert files["data/citaten/brood.ris"] == files["data/collection.ris"] == ris(pack("nl"), [csl_item(essay, SITE)])
    links = tree.xpath(".//p[@class='wk-downloads']/a/@href")
    assert links == [f"../../data/citaten/brood.{suffix}" for suffix in ("bib", "ris", "json")]
