"""The folder that a maintainer keeps: seeds, sidecars, arguments and lists, and its locks; each fault as a Problem."""

from weerklank.collection.argument_files import read_arguments
from weerklank.collection.checksums import Sealed, reseal, seal
from weerklank.collection.collection_file import read_collection
from weerklank.collection.lesson_files import read_lessons
from weerklank.collection.seeds import SeedFolder, read_seeds
from weerklank.collection.sidecar import read_sidecar
from weerklank.collection.takedown_file import read_takedown

__all__ = [
    "Sealed",
    "SeedFolder",
    "read_arguments",
    "read_collection",
    "read_lessons",
    "read_seeds",
    "read_sidecar",
    "read_takedown",
    "reseal",
    "seal",
]
