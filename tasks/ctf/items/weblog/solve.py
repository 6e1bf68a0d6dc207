"""Groups the accepted pixel requests by session, orders the pieces, and keeps the session that spells a flag."""

import base64
import re
from collections import defaultdict
from pathlib import Path

sessions = defaultdict(dict)
for line in Path("access.log").read_text().splitlines():
    hit = re.search(r"GET /pixel\.gif\?s=(\w+)&n=(\d+)&d=([\w-]+) HTTP/1\.1\" 204", line)
    if hit:
        sessions[hit[1]][int(hit[2])] = hit[3]
for parts in sessions.values():
    code = "".join(parts[index] for index in sorted(parts))
    data = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
    if data.startswith(b"flag{"):
        Path("flag.txt").write_bytes(data + b"\n")
