"""Reads the schedule's table; deletes, then moves the largest files first to the first volume with room."""

import re
from pathlib import Path

from calls import ASKED, Failed, call

rules = {}
for name, cold, gone in re.findall(r"^\| (\w+) \| (\d+) years \| (?:(\d+) years|-) \|$", Path("retention.md").read_text(), re.MULTILINE):
    rules[name] = int(cold), int(gone) if gone else 10**6
holds = call("files", "holds")
moving = []
for record in call("files", "list"):
    if any(record["path"] == hold or (hold.endswith("/") and record["path"].startswith(hold)) for hold in holds):
        continue
    cold, gone = rules[record["class"]]
    age = ASKED["year"] - record["used"]
    if age > gone:
        call("files", "delete", path=record["path"])
    elif age > cold:
        moving.append(record)
for record in sorted(moving, key=lambda record: (-record["size"], record["path"])):
    for volume in ("cold-1", "cold-2", "cold-3"):
        try:
            call("files", "move", path=record["path"], volume=volume)
            break
        except Failed:
            continue
