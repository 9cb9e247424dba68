"""The keys that the files of editors may have, in the order in which the canonical form writes them."""

PASSAGE = ("essay", "stance", "weight", "voice", "speaker", "quote", "before", "after", "note")
ARGUMENT = ("claim", "poles", "related", "passages", "clash", "examined", "was", "personal")
SIDECAR = (
    "slug", "title", "kicker", "authors", "date", "approximate", "source", "rights", "publish", "language", "printed",
    "selector", "ends", "drop", "keep", "readings", "comments", "examined", "personal", "note",
)  # fmt: skip
STOP = ("essay", "from", "to", "argument", "clash", "word", "question")
GLOSS = ("word", "means")
LESSON = ("title", "aim", "audience", "minutes", "stops", "task", "worksheet", "gloss", "personal")
COLLECTION = (
    "title", "subtitle", "language", "description", "editors", "contact", "removal", "site_url", "repository",
    "embed", "publish", "index_unlicensed", "words", "synonyms", "questions", "personal",
)  # fmt: skip
