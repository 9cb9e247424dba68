"""What goes along in the offline folder, which a teacher hands out on a USB stick."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from weerklank.model import CollectionConfig
from weerklank.model.slugs import make_slug
from weerklank.site.manifest import NAME as MANIFEST
from weerklank.site.offline import INDEX


def folder_name(config: CollectionConfig) -> str:
    """The name of the folder, and without its end that of the zip.

    >>> folder_name(CollectionConfig("Klant of burger?", "nl"))
    'weerklank-klant-of-burger'
    """
    return f"weerklank-{make_slug(config.title, config.say('archive.slug'))[:40].strip('-')}"


def with_papers(files: Mapping[str, bytes], config: CollectionConfig, licence: str, bill: str) -> dict[str, bytes]:
    """The files of the offline folder with what goes along: a readme, whose it is (`licence`: that of
    the code), the bill of materials `bill`, and the manifest of all of it.
    """
    say = config.say
    more = [] if INDEX in files else [say("archive.not_searched")]
    more += [say("archive.site", address=config.site_url)] if config.site_url else []
    more += [say("archive.contact", contact=config.contact)] if config.contact else []
    owners = say("archive.licence_name")
    lines_more = "".join(f"\n{line}\n" for line in more)
    readme = say("archive.readme", title=config.title, more=lines_more, licence=owners, manifest=MANIFEST)
    papers = {
        say("archive.readme_name"): _note(readme),
        owners: _note(say("archive.licence", licence=licence)),
        "sbom.cdx.json": bill.encode(),
    }
    made = {**files, **papers}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    return {**made, MANIFEST: "".join(lines).encode()}


def _note(text: str) -> bytes:
    """A text file that the plainest editor of any system shows well: line ends and mark of Windows."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
