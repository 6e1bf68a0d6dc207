"""For each key length, each column's key byte is the one that makes the column most like lower-case text."""

import re
from pathlib import Path

data = Path("diary.bin").read_bytes()
COMMON = {ord(c): w for c, w in zip(" etaonhrisdlc", (18, 10, 7, 7, 6, 6, 5, 5, 5, 5, 4, 3, 3))}


def score(column, key):
    return sum(COMMON.get(byte ^ key, 1 if 97 <= byte ^ key <= 122 else -4) for byte in column)


def key_of(size):
    columns = [data[i::size] for i in range(size)]
    best = [max(range(256), key=lambda k: score(column, k)) for column in columns]
    return sum(score(column, k) for column, k in zip(columns, best)), bytes(best)


for _, key in sorted((key_of(size) for size in range(5, 17)), reverse=True):
    plain = bytes(byte ^ key[i % len(key)] for i, byte in enumerate(data)).decode("latin-1")
    flag = re.search(r"flag\{[a-z0-9_]+\}", plain)
    if flag:
        Path("flag.txt").write_text(flag[0] + "\n")
        break
