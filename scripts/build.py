"""The build script: seeds -> docs -> site, one command."""

import sys

try:
    from weerklank.cli import build_main

    code = build_main()
except KeyboardInterrupt:  # before or after the build itself
    print("Stopped; the last good site is as it was.", file=sys.stderr)
    code = 3
sys.exit(code)
