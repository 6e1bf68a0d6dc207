"""A maintenance window: apply changes in dependency order, and undo whole release units where one of their changes fails."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 2.5
TAGS = ["operations", "dependencies", "compensation"]
SUMMARY = "Apply dependent schema changes and undo release units that fail"
TOOLS = ["schema"]
INSTRUCTION = """
Please carry out tonight's schema changes by the rules in `/work/window.md`, and write the report.
"""
RULES = """# Rules of the maintenance window

1. A change is **ready** if it is pending, all changes that it needs are applied, and its release unit is not abandoned. Of the ready changes always apply the one whose name comes first in the alphabet, one at a time, until none is
   ready.
2. Before the first change that touches a table is applied, make a backup of the table; one backup for each table, and none of tables that no applied change ever comes to touch. (A change that you apply and that fails has touched its
   tables.)
3. When a change fails, roll it back at once. Its release unit is then **abandoned**: every applied change of the unit is rolled back, and so is, before, every applied change that needs one of them, directly or by way of others.
   A unit that loses a change in this way is abandoned too, with the same consequences, before anything else is applied.
4. A change that was never applied stays pending. Nothing that was rolled back is applied again.
5. In the end write the report with the abandoned units.
"""


def carry_out(changes, failing):
    """Rules 1 to 3 on plain records. The changes tried in their order, and the abandoned units."""
    by_name, tried, abandoned = {change["name"]: change for change in changes}, [], set()

    def ready(change):
        return change["status"] == "pending" and change["unit"] not in abandoned and all(by_name[need]["status"] == "applied" for need in change["needs"])

    while able := sorted(change["name"] for change in changes if ready(change)):
        change = by_name[able[0]]
        tried.append(change["name"])
        if change["name"] not in failing:
            change["status"] = "applied"
            continue
        change["status"] = "rolled-back"
        abandoned.add(change["unit"])
        while True:
            lost = [
                c for c in changes if c["status"] == "applied" and (c["unit"] in abandoned or any(by_name[need]["status"] == "rolled-back" for need in c["needs"]))
            ]
            if not lost:
                break
            for other in lost:
                other["status"] = "rolled-back"
                abandoned.add(other["unit"])
    return tried, abandoned


def draw(stream):
    while True:
        words = stream.sample(["audit", "basket", "client", "depot", "event", "fee", "grant", "hub", "index", "job", "key", "lease", "media", "note", "offer", "price", "quota", "rate", "shop", "tax", "user", "vote", "yard", "zone"], 20)
        order, units, tables = words[:], ["unit-" + word for word in ("east", "north", "south", "west", "mid", "top")], ["t" + str(n) for n in stream.sample(range(10, 99), 9)]
        changes = []
        for place, name in enumerate(order):
            needs = sorted(stream.sample(order[max(0, place - 6) : place], min(place, stream.choice([0, 1, 1, 2]))))
            changes.append({"name": name, "unit": stream.choice(units), "needs": needs, "tables": sorted(stream.sample(tables, stream.choice([1, 1, 2]))), "status": "pending"})
        failing = sorted(stream.sample(order, 3))
        after = [dict(change) for change in changes]
        tried, abandoned = carry_out(after, failing)
        statuses = [change["status"] for change in after]
        hit = [name for name in failing if name in tried]
        cascade = len(abandoned) > len({change["unit"] for change in changes if change["name"] in hit})
        if len(hit) >= 2 and cascade and statuses.count("applied") >= 4 and statuses.count("rolled-back") >= 5 and "pending" in statuses:
            break
    stream.shuffle(changes)
    backups = sorted({table for change in after if change["name"] in tried for table in change["tables"]})
    state = {"changes": changes, "failing": failing, "backups": [], "unsafe": [], "tried": [], "report": None}
    expected = {"changes": after, "backups": backups, "unsafe": [], "tried": tried, "report": ",".join(sorted(abandoned))}
    return state, expected, {"window.md": RULES}, {}
