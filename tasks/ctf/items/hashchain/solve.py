"""Each link has at most 39^3 pieces to try: breadth first over the links, keeping every piece that fits."""

import hashlib
from itertools import product
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_{}"
links = Path("chain.txt").read_text().split()
states = [(Path("start.txt").read_text().strip(), "")]
for number, link in enumerate(links):
    sizes = (3,) if number < len(links) - 1 else (1, 2, 3)
    fitting = []
    for previous, text in states:
        head = hashlib.sha256(f"{previous}:".encode())
        for size in sizes:
            for letters in product(LETTERS, repeat=size):
                attempt = head.copy()
                attempt.update("".join(letters).encode())
                digest = attempt.hexdigest()
                if digest.startswith(link):
                    fitting.append((digest, text + "".join(letters)))
    states = fitting
Path("flag.txt").write_text(next(text for _, text in states if text.startswith("flag{") and text.endswith("}")) + "\n")
