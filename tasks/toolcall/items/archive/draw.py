"""Apply a retention schedule with legal holds while volumes fill up."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.5
TAGS = ["files", "retention"]
SUMMARY = "Apply a retention schedule with holds and full volumes"
TOOLS = ["files"]
INSTRUCTION = """
It is the year $year. Please apply the retention schedule in `/work/retention.md` to the files on the volume `live`.
"""
SCHEDULE = """# Retention

| class | moved to the cold volumes after | deleted after |
|---|---|---|
{table}

Years count from the year in which a file was last used: "after 3" holds when this year less that year is more than 3. "-" is never.

- A file under a legal hold is neither moved nor deleted. A hold on a beginning of a path (it ends in a slash) covers everything below it.
- Files that are to be deleted are deleted, not moved first.
- Files to be moved are taken in order of size, the largest first (the path in alphabetical order where sizes are equal). Each goes to the first of `cold-1`, `cold-2`, `cold-3` that has room for it at that moment.
- What already lies on a cold volume is left alone.
"""


def draw(stream):
    year, rules = stream.randrange(2024, 2031), {}
    for name in ("invoice", "letter", "draft", "photo"):
        cold = stream.randrange(1, 5)
        rules[name] = (cold, cold + stream.randrange(2, 5) if name != "photo" else None)
    folders = ["acme/2019/", "acme/2021/", "north/", "north/plans/", "south/"]
    files, sizes = [], stream.sample(range(20, 400), 40)
    for number, size in enumerate(sizes):
        kind = stream.choice(list(rules))
        path = f"{stream.choice(folders)}{kind}-{stream.randrange(100, 999)}{number:02}"
        files.append({"path": path, "class": kind, "used": year - stream.randrange(0, 10), "size": size, "volume": "live" if number < 34 else "cold-1"})
    holds = [stream.choice(["acme/2019/", "north/plans/"]), *(record["path"] for record in stream.sample(files[:34], 3))]
    after, deleted, moved = copy.deepcopy(files), [], []
    for record in after:
        cold, gone = rules[record["class"]]
        held = any(record["path"] == hold or (hold.endswith("/") and record["path"].startswith(hold)) for hold in holds)
        if record["volume"] == "live" and not held:
            if gone is not None and year - record["used"] > gone:
                deleted.append(record["path"])
            elif year - record["used"] > cold:
                moved.append(record)
    total = sum(record["size"] for record in moved)
    there = sum(record["size"] for record in files if record["volume"] == "cold-1")
    room = {"cold-1": total * 2 // 5, "cold-2": total * 2 // 5, "cold-3": total}
    volumes = [{"name": "live", "size": 20000}, {"name": "cold-1", "size": there + room["cold-1"]}, {"name": "cold-2", "size": room["cold-2"]}, {"name": "cold-3", "size": room["cold-3"]}]
    for record in sorted(moved, key=lambda record: (-record["size"], record["path"])):
        record["volume"] = next(name for name in ("cold-1", "cold-2", "cold-3") if room[name] >= record["size"])
        room[record["volume"]] -= record["size"]
    after = [record for record in after if record["path"] not in deleted]
    table = "\n".join(f"| {name} | {cold} years | {'-' if gone is None else f'{gone} years'} |" for name, (cold, gone) in rules.items())
    state = {"files": files, "volumes": volumes, "holds": holds, "deleted": []}
    return state, {"files": after, "deleted": deleted}, {"retention.md": SCHEDULE.format(table=table)}, {"year": year}
