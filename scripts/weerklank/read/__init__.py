"""From what lies in seeds/ to the records of the model; each fault as a Problem to act on."""

from weerklank.read.arguments import read_arguments
from weerklank.read.checksums import Sealed, reseal, seal
from weerklank.read.collection import read_collection
from weerklank.read.decode import decode
from weerklank.read.html import HtmlPage, read_html
from weerklank.read.seeds import SeedFolder, read_seed, read_seeds
from weerklank.read.sidecar import read_sidecar
from weerklank.read.takedown import read_takedown

__all__ = [
    "HtmlPage",
    "Sealed",
    "SeedFolder",
    "decode",
    "read_arguments",
    "read_collection",
    "read_html",
    "read_seed",
    "read_seeds",
    "read_sidecar",
    "read_takedown",
    "reseal",
    "seal",
]
