"""/downloads/: the reader to take along, as PDF, EPUB and Common Cartridge, and what each file is for.

The files are no text: they are made with the site (`downloads` says how), and kept where nothing changed. The page
tells their sizes, once they are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256

from weerklank.classroom.exercises import Question
from weerklank.classroom.worksheet import worksheet
from weerklank.exports import worksheet_files
from weerklank.exports.book import book_contents, book_epub, book_pdf, cartridge
from weerklank.exports.book.book import Book, Text
from weerklank.exports.qti import package
from weerklank.exports.zipped import zipped
from weerklank.languages.pack import Pack, pack
from weerklank.markup import long_lists
from weerklank.markup.markdown import Html, join, tag
from weerklank.markup.parts import head, prose, sentence, title_of
from weerklank.model import Collection, Essay
from weerklank.model.lessons import Lesson
from weerklank.model.slugs import make_slug
from weerklank.pages.template import render
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept

KIND = "download"
"""Under which the files are kept."""

MOST_WORDS = 200_000
"""Words of all texts together that still make one book: some two thousand pages. Of more there is a PDF a text; the
page says so.
"""
MOST_SET = 50_000
"""Words that still make one PDF: Typst holds all of its pages at once, and takes some 7 kB of memory a word."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file: its name below the site's root, the text that tells all that it is made of, and how it is made; `book`
    gives that of which a text's own PDF is made.
    """

    name: str
    source: str
    make: Callable[[], bytes]
    book: Callable[[], Book] | None = None


def downloads(collection: Collection, pages: Mapping[str, str], kept: Kept = NOTHING_KEPT) -> Iterator[Download]:
    """Every file to take along, none of them made yet. `pages`, by name under docs/, say all that stands in them: what
    its pages have not changed is made of the same.
    """
    say = collection.say

    def shown(essay: Essay) -> str:
        name = f"{say.at('essays')}/{essay.slug}.md"
        return f"{collection.config!r}\n{pages[name]}"

    def text_of(essay: Essay) -> Text:
        return kept.record("text of a book", shown(essay), Text, partial(book_contents.text, collection, essay))

    whole = cache(partial(book_contents.whole, collection, text_of))
    ways: dict[str, Callable[[Book, Pack], bytes]] = {
        "pdf": book_pdf.pdf,
        "epub": partial(book_epub.epub, kept=kept),
        "cartridge": partial(cartridge.cartridge, kept=kept),
        "moodle": partial(cartridge.cartridge, version="1.1", kept=kept),
        "links": cartridge.links,
    }
    files = _whole(collection)
    source = _source(collection, pages, ("essays", "arguments", "lessons")) if files else ""
    for kind, name in files.items():
        yield Download(name, f"{kind} {source}", partial(_made, ways[kind], whole, say))
    for essay in collection.essays:
        if essay.units:
            own = partial(book_contents.one_text, essay, collection, text_of)
            told = f"text {_digest(shown(essay))}"  # not the words: all files are held together
            yield Download(text_name(say, essay), told, partial(_made, book_pdf.pdf, own, say), own)
    for lesson in collection.lessons:
        book = book_contents.one_lesson(lesson, collection, text_of)
        yield Download(lesson_name(say, lesson), f"lesson {book!r}", partial(book_pdf.pdf, book, say))
        if questions := worksheet(lesson, collection):
            told = f"quiz {say.code} {lesson.id} {lesson.title}\n{questions!r}"
            yield Download(worksheet_files.names(say, lesson)["qti"], told, partial(_quiz, say, lesson, questions))


def texts_ahead(files: Iterable[Download], say: Pack, kept: Kept, workers: Executor) -> None:
    """Have workers set the PDFs of texts, among the `files`, that are not kept yet, if they are many."""
    books = ((each.source, (each.book(), say.code)) for each in files if each.book and kept.lacks(KIND, each.source))
    ahead(kept, KIND, books, _text_pdf, workers, 0.025)


def _text_pdf(given: tuple[Book, str]) -> bytes:
    book, language = given
    return book_pdf.pdf(book, pack(language))


def _quiz(say: Pack, lesson: Lesson, questions: tuple[Question, ...]) -> bytes:
    return zipped(package(say, lesson, questions))


def _made(way: Callable[[Book, Pack], bytes], book: Callable[[], Book], say: Pack) -> bytes:
    return way(book(), say)


def _source(collection: Collection, pages: Mapping[str, str], folders: Sequence[str]) -> str:
    """What tells of all pages in some folders, and of what the collection says of itself."""
    tops = tuple(f"{collection.say.at(folder)}/" for folder in folders)
    found = (f"{name} {_digest(pages[name])}" for name in pages if name.startswith(tops))
    return "\n".join([repr((collection.config, collection.dated)), *found])


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def names(collection: Collection) -> list[str]:
    """The names of all those files."""
    say = collection.say
    found = [*_whole(collection).values(), *(text_name(say, each) for each in collection.essays if each.units)]
    for lesson in collection.lessons:
        found.append(lesson_name(say, lesson))
        if worksheet(lesson, collection):
            found.append(worksheet_files.names(say, lesson)["qti"])
    return found


def text_name(say: Pack, essay: Essay) -> str:
    """The name of a text's own PDF, below the site's root."""
    return f"{say.at('downloads')}/{say.at('essays')}/{essay.slug}.pdf"


def lesson_name(say: Pack, lesson: Lesson) -> str:
    """The name of a lesson's PDF, below the site's root."""
    return f"{say.at('downloads')}/{say.at('lessons')}/{lesson.id}.pdf"


def _whole(collection: Collection) -> dict[str, str]:
    """The files with all texts by what they are: none of a collection without texts, or with more than fit a book."""
    say, words = collection.say, sum(essay.words for essay in collection.essays)
    if not 0 < words <= MOST_WORDS:
        return {}
    stem = f"{say.at('downloads')}/{make_slug(collection.config.title, say('archive.slug'))}"
    found = {"pdf": f"{stem}.pdf"} if words <= MOST_SET else {}
    found |= {"epub": f"{stem}.epub", "cartridge": f"{stem}.imscc", "moodle": f"{stem}-moodle.imscc"}
    return found | ({"links": f"{stem}-{say.at('links')}.imscc"} if collection.config.site_url else {})


def page(collection: Collection) -> str:
    """The Markdown of /downloads/, before its files are made."""
    say = collection.say
    front = head(say, say("downloads.title"), description=say("downloads.description"), styles=["files"])
    return front + _body(collection, {})


def tell_sizes(pages: MutableMapping[str, str], collection: Collection, sizes: Mapping[str, int]) -> None:
    """Have this page, of all pages, tell the sizes of the files, in bytes by their names."""
    folder = f"{collection.say.at('downloads')}/"
    name = f"{folder}index.md"
    front, fence, _ = pages[name].partition("\n---\n")
    texts = {each: len(pages[each].encode()) for each in pages if each.startswith(folder)}
    pages[name] = f"{front}{fence}\n{_body(collection, {**texts, **sizes})}"


def _body(collection: Collection, sizes: Mapping[str, int]) -> str:
    say, whole = collection.say, _whole(collection)
    rows = [_row(say, kind, name, sizes) for kind, name in whole.items()]
    texts = [_item(say, essay, sizes) for essay in collection.essays if essay.units]
    if texts:
        every = tag("a", say("essays.title"), href=f"../{say.at('essays')}/")
        listing = (
            tag("details", tag("summary", say("count.files", n=len(texts))), tag("ul", *texts))
            if len(texts) <= long_lists.LINES
            else tag("p", sentence(say, "downloads.at_each_text", number=say.number(len(texts)), link=every))
        )
        about = tag("dd", say("downloads.holds_texts"), listing)
        rows.append(join([tag("dt", say("downloads.texts"), Html(" "), _form("PDF")), about]))
    if lessons := [_lesson(collection, lesson, sizes) for lesson in collection.lessons]:
        about = tag("dd", say("downloads.holds_lessons"), tag("ul", *lessons))
        rows.append(
            join([tag("dt", say("downloads.lessons"), Html(" "), _form("PDF, Markdown, GIFT, QTI 2.1")), about])
        )
    too_large = "" if "pdf" in whole or not texts else "one_pdf" if whole else "one_file"
    return render(say, "downloads", too_large=too_large, files=tag("dl", *rows, class_="wk-files") if rows else "")


_FORMS = {
    "pdf": "PDF",
    "epub": "EPUB 3",
    "cartridge": "Common Cartridge 1.3",
    "moodle": "Common Cartridge 1.1",
    "links": "Common Cartridge 1.3",
}


def _row(say: Pack, kind: str, name: str, sizes: Mapping[str, int]) -> Html:
    link = tag("a", say(f"downloads.{kind}"), href=_href(name), download=True)
    form = _form(", ".join([_FORMS[kind], *_size(say, name, sizes)]))
    return join([tag("dt", link, Html(" "), form), tag("dd", prose(say, f"downloads.holds_{kind}"))])


def _item(say: Pack, essay: Essay, sizes: Mapping[str, int]) -> Html:
    name = text_name(say, essay)
    link = tag("a", title_of(essay), href=_href(name), download=True)
    return tag("li", link, Html(" "), *map(_form, _size(say, name, sizes)))


def _lesson(collection: Collection, lesson: Lesson, sizes: Mapping[str, int]) -> Html:
    """A lesson with its PDF and the files of its worksheet."""
    say, named = collection.say, {"pdf": lesson_name(collection.say, lesson)}
    if worksheet(lesson, collection):
        named |= worksheet_files.names(say, lesson)
    files = []
    for kind, name in named.items():
        link = tag("a", say(f"downloads.lesson_{kind}"), href=_href(name), download=True)
        files.append(join([link, Html(" "), *map(_form, _size(say, name, sizes))]))
    own = tag("a", lesson.title, href=f"../{say.at('lessons')}/{lesson.id}/")
    return tag("li", own, Html(": "), join(files, ", "))


def _form(words: str) -> Html:
    return tag("span", words, class_="wk-counts")


def _size(say: Pack, name: str, sizes: Mapping[str, int]) -> list[str]:
    """How large a file is in words, once it is made."""
    if name not in sizes:
        return []
    kilobytes = max(1, round(sizes[name] / 1000))
    if kilobytes < 1000:
        return [say("downloads.kilobytes", n=kilobytes)]
    return [say("downloads.megabytes", number=say.decimal(kilobytes / 1000))]


def _href(name: str) -> str:
    """The way to a file from /downloads/."""
    return name.partition("/")[2]
