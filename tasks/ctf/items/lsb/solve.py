"""Collects each channel's lowest bits, and looks for a flag at each of the eight offsets in both bit orders."""

import re
import struct
from pathlib import Path

image = Path("garden.bmp").read_bytes()
offset = struct.unpack("<I", image[10:14])[0]
width, height = struct.unpack("<ii", image[18:26])
stride = (3 * width + 3) // 4 * 4
for channel in range(3):
    bits = "".join(
        str(image[offset + (height - 1 - y) * stride + 3 * x + channel] & 1) for y in range(height) for x in range(width)
    )
    for shift in range(8):
        for step in (1, -1):
            groups = (bits[i : i + 8][::step] for i in range(shift, len(bits) - 7, 8))
            flag = re.search(r"flag\{[a-z0-9_]+\}", "".join(chr(int(group, 2)) for group in groups))
            if flag:
                Path("flag.txt").write_text(flag[0] + "\n")
