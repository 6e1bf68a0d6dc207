"""Reads all loose objects, finds the commits that no reference reaches, and follows the longest line of them."""

import re
import zlib
from pathlib import Path

objects = {}
for path in Path("repo.git/objects").glob("??/*"):
    kind, _, body = zlib.decompress(path.read_bytes()).partition(b"\0")
    objects[path.parent.name + path.name] = kind.split()[0].decode(), body


def parents(name):
    return re.findall(rb"^parent (\w+)$", objects[name][1], re.MULTILINE)


def entries(name):
    body, found = objects[name][1], {}
    while body:
        head, body = body.split(b"\0", 1)
        found[head.split(b" ", 1)[1].decode()] = body[:20].hex()
        body = body[20:]
    return found


def piece(commit):
    top = re.match(rb"tree (\w+)", objects[commit][1])[1].decode()
    note = objects[entries(entries(top)["notes"])["note.txt"]][1].decode()
    found = re.match(r"piece: (\S+)", note)
    return found[1] if found else None


reachable, todo = set(), [path.read_text().strip() for path in Path("repo.git/refs").glob("*/*")]
while todo:
    name = todo.pop()
    if name not in reachable:
        reachable.add(name)
        todo += [parent.decode() for parent in parents(name)]
lost = {name for name, (kind, _) in objects.items() if kind == "commit"} - reachable
for tip in lost:
    line, name = [], tip
    while name in lost:
        line.insert(0, piece(name))
        name = parents(name)[0].decode()
    text = "".join(part or "" for part in line)
    if re.fullmatch(r"flag\{[a-z0-9_]+\}", text):
        Path("flag.txt").write_text(text + "\n")
