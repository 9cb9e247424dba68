"""The offline folder as a zip: what a teacher hands out on a USB stick. Always the same bytes for the same site."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from weerklank.model import CollectionConfig
from weerklank.model.slugs import make_slug
from weerklank.site.manifest import NAME as MANIFEST

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: no zip tells the time of its making
_MODE = 0o100644 << 16


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
    more = [say("archive.site", address=config.site_url)] if config.site_url else []
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


def zipped(files: Mapping[str, bytes], folder: str = "") -> bytes:
    """A zip of these files in order of name, in one folder where it has a name; the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}".lstrip("/"), _MOMENT)
            entry.create_system, entry.external_attr, entry.compress_type = 3, _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return out.getvalue()
