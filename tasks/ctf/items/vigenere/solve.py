"""Slides the crib over the letters: where it fits, the shifts that it implies repeat with the key's length."""

import re
from pathlib import Path

CRIBS = ["do not tell the harbour master", "meet me under the station clock", "burn this page after reading"]
text = Path("letter.txt").read_text()
letters = [ord(c.lower()) - 97 for c in text if c.isalpha()]


def decipher(key):
    out, turn = [], 0
    for char in text:
        if char.isalpha():
            base = 65 if char.isupper() else 97
            char = chr(base + (ord(char) - base - key[turn % len(key)]) % 26)
            turn += 1
        out.append(char)
    return "".join(out)


def candidates():
    for crib in CRIBS:
        word = [ord(c) - 97 for c in crib if c.isalpha()]
        for place in range(len(letters) - len(word) + 1):
            shifts = [(letters[place + i] - word[i]) % 26 for i in range(len(word))]
            for size in range(6, 12):
                if all(shifts[i] == shifts[i + size] for i in range(len(shifts) - size)):
                    yield [shifts[(i - place) % size] for i in range(size)], crib


for key, crib in candidates():
    plain = decipher(key)
    flag = re.search(r"flag\{[a-z0-9_]+\}", plain)
    if crib in plain and flag:
        Path("flag.txt").write_text(flag[0] + "\n")
