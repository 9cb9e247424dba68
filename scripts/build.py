"""The build script of this checkout: seeds -> docs -> site, as `weerklank build` does from its folder."""

import sys
from pathlib import Path

try:
    from weerklank.cli import main

    code = main(["-C", str(Path(__file__).resolve().parents[1]), "build", *sys.argv[1:]])
except KeyboardInterrupt:  # before or after the build itself
    print("Stopped; the last good site is as it was.", file=sys.stderr)
    code = 3
sys.exit(code)
