"""Every pair (a, b) is tried; the one that turns the first line into the known opening is kept."""

from pathlib import Path
import re

lines = Path("report.enc").read_text().split("\n")
for a in range(1, 95):
    if a % 5 == 0 or a % 19 == 0:
        continue
    inverse = pow(a, -1, 95)
    for b in range(95):
        plain = "\n".join("".join(chr(32 + inverse * (ord(c) - 32 - b) % 95) for c in line) for line in lines)
        if plain.startswith("EVENING REPORT OF STATION "):
            Path("flag.txt").write_text(re.search(r"flag\{[a-z0-9_]+\}", plain)[0] + "\n")
