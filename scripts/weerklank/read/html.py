"""An HTML page as the text of its essay, what it says of itself, and everything that was not taken."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag
from soupsieve import SelectorSyntaxError

from weerklank.clean.web.meta_line import POSTED
from weerklank.languages.folding import letters
from weerklank.model import Metadata
from weerklank.model.errors import InputError, Problem
from weerklank.read import zones
from weerklank.read.body_witness import witness
from weerklank.read.cards import cards
from weerklank.read.comments_cut import counted
from weerklank.read.dialect import dialect
from weerklank.read.html_body import Body, select_inside
from weerklank.read.html_encoding import page_text
from weerklank.read.html_metadata import page_metadata, window_bar
from weerklank.read.own_reading import plain_body
from weerklank.read.page_blocks import PageBlock, page_blocks
from weerklank.read.page_json_ld import articles
from weerklank.read.partial_text import doubts
from weerklank.read.pdf_pages import pdf_text
from weerklank.read.repeated import repeated_items, with_names
from weerklank.read.source_kind import FREE, listed, made_as, page_doubts
from weerklank.read.who_and_when import line_witnesses, signer
from weerklank.read.witnesses import with_witnesses

PAGE = "page"
SELECTOR = "selector"
"""What `Problem.where` says in errors of `read_html`, which knows no file names."""

_ONE_TEXT = "take the page of one of them; if it is an essay after all, say where it stands: selector: … in its sidecar"
_TAGS = 100_000
_DEPTH = 250
_ELSEWHERE = {zones.COMMENTS, zones.READERS, zones.FORM, zones.ASIDE}
_BESIDE = 4  # blocks above and below the text in which its byline may stand
_LINE = 90  # characters of a byline, at most
_COMMENT_NAMES = {"comment", "reactie", "comment-item", "reactie-item"}
_COMMENT_ITEMS = ("li", "article", "div", "section", "tr", "dd")


@dataclass(frozen=True)
class HtmlPage:
    """A page as read. `text` is ready for cleaning (see dialect.py); `metadata` is what the page says
    of it; `set_aside` are the texts of all blocks not taken, in page order, readers' comments among
    them, so they are not for publishing; `site_words` are those of them that are surely the website's
    own: menus and buttons above the text. `notes` say what was doubtful in reading, such as a wrong
    declaration of the encoding.
    """

    text: str
    metadata: Metadata
    set_aside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    site_words: tuple[str, ...] = ()


def read_html(data: bytes, selector: str | None = None) -> HtmlPage:
    r"""Read a page. `selector` (CSS) names the elements that hold the essay where a maintainer knows
    better; comments and forms in them are left out all the same.

    InputError (with 'page' or 'selector' for the place) for a file that is no HTML page, a page
    without text, a selector that is not CSS or finds nothing.

    >>> read_html(b"<title>Bomen</title><h1>Bomen</h1><p>Een boom is geen meubel.</p>").text
    'Bomen\n\nEen boom is geen meubel.'
    """
    source, notes = page_text(data)
    soup = _parsed(source)
    chosen = _selected(soup, selector) if selector else None
    if chosen is None and (page := _from_pdf(soup)):
        return replace(page, notes=notes)
    crowned = {id(tag) for heading in soup.find_all("h1", limit=1) for tag in heading.parents}
    zone = zones.remembered()
    certain = [b for b in page_blocks(soup, _comments_only(crowned, zone)) if b.text]
    took = plain_body(certain) or witness(source, soup)
    protected = _holding_text(certain, took)
    metadata = page_metadata(soup, _outside(_zones(protected, crowned, zone)), zone)
    if (shown := _title_block(certain, metadata.title)) is not None:
        protected |= {id(tag) for tag in certain[shown].path}
    blocks = list(page_blocks(soup, _zones(protected, crowned, zone, cards(soup))))
    if chosen is None and (number := listed(soup, blocks, metadata.url or "")):
        raise InputError([Problem(PAGE, f"announces {number} texts and holds none of its own", _ONE_TEXT)])
    body = Body(blocks, took, _title_block(blocks, metadata.title))
    unknown = not (metadata.authors and metadata.date)
    taken = select_inside(blocks, chosen) if chosen is not None else body.choose(unknown)
    taken, items = with_names(blocks, taken, repeated_items(soup))
    text = dialect([blocks[i] for i in taken], items)
    if not text:
        raise InputError([Problem(PAGE, "holds no text that could be an essay", "check that it is the page meant")])
    left = sorted(set(range(len(blocks))) - set(taken))
    own = tuple(blocks[i].text for i in left if i < min(taken) and _is_menu(blocks[i]))
    lines = [line for block in blocks for line in block.text.split("\n")]
    metadata = with_witnesses(metadata, line_witnesses(_lines_beside(blocks[: body.end], taken)))
    metadata = with_witnesses(metadata, signer(metadata, text.split("\n"), lines, window_bar(soup)))
    metadata = replace(metadata, comments=_count_comments(soup, blocks), made_as=made_as(source, soup, lines))
    notes += tuple(page_doubts(soup, articles(soup) if FREE in source else [], metadata.url or ""))
    notes += tuple(doubts(lines, text.split("\n")))
    return HtmlPage(text, metadata, tuple(blocks[i].text for i in left), notes, own)


def _from_pdf(soup: BeautifulSoup) -> HtmlPage | None:
    """The text of a PDF that a program set in a page, line by line; None for another page."""
    text, feet = pdf_text(soup)
    if not text:
        return None
    return HtmlPage(text, replace(page_metadata(soup, lambda tag: False, zones.zone), made_as="pdf"), feet)


def whole_page(source: str, where: str) -> str:
    r"""The text of a page that is all its author's, a chapter or a converted document; '' where it holds none.

    InputError, with `where` for the place, for a page that no person wrote.

    >>> whole_page("<h1>Kades</h1><ul><li>een</li></ul><blockquote>Ja.</blockquote>", "a.epub")
    'Kades\n\n  • een\n\n> Ja.'
    """
    try:
        return dialect([block for block in page_blocks(_parsed(source), lambda tag: "") if block.text])
    except InputError as error:
        raise InputError(Problem(where, p.what, p.remedy) for p in error.problems) from None


def _lines_beside(blocks: Sequence[PageBlock], taken: Sequence[int]) -> Iterator[str]:
    """The lines of what stands right above the text and was not taken, and below it those that say so of themselves
    ('Geplaatst door'); no reader's and no other text's.
    """
    text = next((i for i in taken if not blocks[i].heading and len(blocks[i].text) > _LINE), taken[-1]) if taken else 0
    above = range(max(0, taken[0] - _BESIDE), text) if taken else ()
    below = range(taken[-1] + 1, min(len(blocks), taken[-1] + 1 + _BESIDE)) if taken else ()
    for i in (*above, *below):
        if i not in taken and not _ELSEWHERE & set(blocks[i].zones):
            yield from (line for line in blocks[i].text.split("\n") if i < text or POSTED.match(line))


def _is_menu(block: PageBlock) -> bool:
    """Whether a block stands in what HTML has for the words of a website, and in nothing named for comments."""
    named = any(tag.name in ("nav", "button", "label") or tag.get("role") == "navigation" for tag in block.path)
    return named and not zones.holds_comments(block.path)


def _parsed(source: str) -> BeautifulSoup:
    """The page as a tree; InputError for one that no person wrote, before it takes our time."""
    if (tags := source.count("<")) > _TAGS:
        raise InputError(
            [Problem(PAGE, f"has {tags:,} tags, and the limit is {_TAGS:,}", "cut it down to its article")]
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bs4 warns of texts that look like file names or XML
        soup = BeautifulSoup(source, "lxml")
    level: list[Tag] = [soup]
    for _ in range(_DEPTH):
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
    if level:
        raise InputError([Problem(PAGE, f"nests its elements more than {_DEPTH} deep", "cut it down to its article")])
    return soup


def _selected(soup: BeautifulSoup, selector: str) -> list[Tag]:
    try:
        found = soup.select(selector)
    except (SelectorSyntaxError, NotImplementedError, ValueError):
        raise InputError(
            [Problem(SELECTOR, f"'{selector[:60]}' is not a CSS selector", "try article, or #id")]
        ) from None
    if not found:
        raise InputError([Problem(SELECTOR, f"'{selector[:60]}' finds nothing on the page", "look at its source")])
    return found


def _comments_only(crowned: set[int], zone_of: Callable[[Tag], str]) -> Callable[[Tag], str]:
    """The zones of comments and no others; what holds the page's first h1 is none, whatever its name:
    'comment' is also what some papers call an opinion.
    """

    def zone(element: Tag) -> str:
        return zones.COMMENTS if id(element) not in crowned and zone_of(element) == zones.COMMENTS else ""

    return zone


def _holding_text(blocks: Sequence[PageBlock], took: Callable[[str], bool]) -> set[int]:
    """The ids of elements that hold half of the page's text outside comments: no zone of residue
    does, whatever it is called.
    """
    free = [b for b in blocks if not b.zones and len(b.text.split()) > 3]
    free = [b for b in free if took(b.text)] or free
    weights: dict[int, int] = {}
    for block in free:
        for tag in block.path:
            weights[id(tag)] = weights.get(id(tag), 0) + len(block.text)
    total = sum(len(b.text) for b in free)
    return {key for key, weight in weights.items() if weight * 2 >= total}


def _zones(
    protected: set[int], crowned: set[int], zone_of: Callable[[Tag], str], announced: Collection[int] = ()
) -> Callable[[Tag], str]:
    """All zones, but for what holds the text (`protected`) or the page's first h1 (`crowned`). `announced` are the ids
    of cards of other texts.
    """

    def zone(element: Tag) -> str:
        key = id(element)
        found = zone_of(element) or (zones.FURNITURE if key in announced else "")
        return "" if found and key in (crowned if found == zones.COMMENTS else protected) else found

    return zone


def _outside(zone: Callable[[Tag], str]) -> Callable[[Tag], bool]:
    return lambda element: any(
        zone(tag) in {*_ELSEWHERE, zones.FURNITURE} for tag in element.parents if tag.name != "[document]"
    )


def _title_block(blocks: Sequence[PageBlock], title: str | None) -> int | None:
    """The heading that shows the title: the highest, and of these the first; else a first h1."""
    found = [
        (block.heading, i)
        for i, block in enumerate(blocks)
        if block.heading and zones.COMMENTS not in block.zones and title and letters(block.text) == letters(title)
    ]
    if found:
        return min(found)[1]
    return next((i for i, block in enumerate(blocks) if block.heading == 1 and not block.zones), None)


def _count_comments(soup: BeautifulSoup, blocks: Sequence[PageBlock]) -> int:
    """How many comments the page names as such: elements named 'comment' or 'reactie', not their
    lists; where it names none, the number in the heading of the comments.
    """
    found = zones.elements(soup, _COMMENT_ITEMS)
    items = [item for item in found if not _COMMENT_NAMES.isdisjoint(item.get_attribute_list("class"))]
    ids = {id(item) for item in items}
    named = sum(not any(id(tag) in ids and tag.name == item.name == "div" for tag in item.parents) for item in items)
    return named or max((counted(block.text) for block in blocks), default=0)
