"""The build script of this checkout: seeds -> docs -> site, as `weerklank build` does from its folder."""

import sys
from pathlib import Path

from weerklank.__main__ import main

if __name__ == "__main__":  # a worker of the build loads this file too
    sys.exit(main(["-C", str(Path(__file__).resolve().parents[1]), "build", *sys.argv[1:]]))
