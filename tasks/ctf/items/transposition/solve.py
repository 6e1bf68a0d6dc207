"""All 120 x 120 pairs of column orders; the right pair makes the telegram begin as it must and holds a flag."""

import re
from itertools import permutations
from pathlib import Path

text = Path("telegram.txt").read_text()


def origins(order):
    """Where in the text before one transposition each character of the text after it stood."""
    return [place for column in order for place in range(column, len(text), len(order))]


orders = [origins(order) for order in permutations(range(5))]
for second in orders:
    middle = [""] * len(text)
    for place, origin in enumerate(second):
        middle[origin] = text[place]
    for first in orders:
        plain = [""] * len(text)
        for place, origin in enumerate(first):
            plain[origin] = middle[place]
        plain = "".join(plain)
        flag = re.search(r"flag\{[a-z0-9_]+\}", plain)
        if flag and plain.startswith("CONFIRM RECEIPT OF PARCEL "):
            Path("flag.txt").write_text(flag[0] + "\n")
