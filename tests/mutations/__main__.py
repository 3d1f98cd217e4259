"""`make mutations`."""

import sys

from mutations.runner import main

if __name__ == "__main__":
    sys.exit(main())
