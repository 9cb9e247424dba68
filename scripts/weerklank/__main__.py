"""`python -m weerklank`."""

import sys

from weerklank.start import start

sys.exit(start())
