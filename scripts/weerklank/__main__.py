"""`python -m weerklank`."""

import sys

from weerklank.cli import main

sys.exit(main())
