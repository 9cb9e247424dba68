"""The page about the rules tells every rule, with its own examples, and how often it acted."""

from lxml import html
from markdown import Markdown

from tests.pages.collection import made
from weerklank.languages.rules import all_rules


def test_every_rule_has_its_place_and_its_examples() -> None:
    text = made().pages["verantwoording/regels.md"].split("---\n", 2)[2]
    page = html.fragment_fromstring(Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(text), "main")
    for rule in all_rules():
        (card,) = page.xpath(f".//section[@id='regel-{rule.name}']")
        assert rule.reason in card.text_content()
        shown = [item.text_content() for item in card.iter("li")]
        assert shown == [*rule.removes, *rule.keeps] or rule.change
        assert not rule.change or [card.findtext(".//del"), card.findtext(".//ins")] == list(rule.change)
    assert "3 keer in deze verzameling" in page.xpath(".//section[@id='regel-meta-line']")[0].text_content()


def test_accounts_lead_to_rules_that_are_there() -> None:
    pages = made().pages
    there = set(html.fromstring(pages["verantwoording/regels.md"].split("---\n", 2)[2]).xpath("//section/@id"))
    links = {
        link.partition("#")[2]
        for name, text in pages.items()
        if name.startswith("verantwoording/") and name.endswith(".md")
        for link in html.fromstring(text.split("---\n", 2)[2]).xpath("//a[starts-with(@href, '../regels/#')]/@href")
    }
    assert links and links <= there
