"""Sorts each direction's segments by sequence number relative to the smallest, undoes the chunks, decodes Base64."""

import base64
import re
import struct
from collections import defaultdict
from pathlib import Path

flows = defaultdict(dict)
for block in Path("capture.txt").read_text().split("\n\n"):
    data = bytes.fromhex(" ".join(re.findall(r"^[0-9a-f]{4}  (.*)$", block, re.MULTILINE)))
    if not data:
        continue
    ip = data[14:]
    header = (ip[0] & 15) * 4
    length = struct.unpack(">H", ip[2:4])[0]
    tcp = ip[header:length]
    source, target, sequence = struct.unpack(">HHI", tcp[:8])
    flows[ip[12:16], source, ip[16:20], target][sequence] = tcp[(tcp[12] >> 4) * 4 :]


def stream_of(segments):
    # Sequence numbers may wrap around: order them by their distance from one that is certainly inside the stream.
    middle = next(iter(segments))
    order = sorted(segments, key=lambda s: (s - middle + 2**31) % 2**32)
    return b"".join(segments[s] for s in order)


for (client, port, server, service), segments in list(flows.items()):
    if stream_of(segments).startswith(b"GET /flag.b64 "):
        body = stream_of(flows[server, service, client, port]).split(b"\r\n\r\n", 1)[1]
        content = b""
        while True:
            size, body = body.split(b"\r\n", 1)
            if int(size, 16) == 0:
                break
            content, body = content + body[: int(size, 16)], body[int(size, 16) + 2 :]
        Path("flag.txt").write_bytes(base64.b64decode(content) + b"\n")
