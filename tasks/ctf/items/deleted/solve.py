"""Replays the journal for the deleted entry's file id, and reads the blocks that it names."""

import re
import struct
import zlib
from pathlib import Path

image = Path("disk.img").read_bytes()
size, _, directory, directory_blocks, _, journal, journal_blocks = struct.unpack("<HHHHHHH", image[4:18])
area = image[directory * size : (directory + directory_blocks) * size]
deleted = [struct.unpack("<B21sHII", area[i : i + 32]) for i in range(0, len(area), 32) if area[i] == 229]
ring = image[journal * size : (journal + journal_blocks) * size]
records = sorted(struct.unpack("<IBBHI", ring[i : i + 12]) for i in range(0, len(ring) - 11, 12))
for _, _, _, length, owner in deleted:
    chain, moving = [], None
    for sequence, kind, _, block, file in records:
        if sequence == 0 or file != owner:
            continue
        if kind == 1:
            chain.append(block)
        elif kind == 3:
            moving = chain.index(block)
        elif kind == 4:
            chain[moving] = block
    packed = b"".join(image[block * size : (block + 1) * size] for block in chain)[:length]
    flag = re.search(rb"flag\{[a-z0-9_]+\}", zlib.decompress(packed))
    Path("flag.txt").write_bytes(flag[0] + b"\n")
