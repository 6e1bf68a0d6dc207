"""Triage new issues: components by longest prefix, duplicates by signature, regressions, priorities, security."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.5
TAGS = ["triage", "policy"]
SUMMARY = "Triage new issues with duplicates, regressions and priorities"
TOOLS = ["tracker"]
INSTRUCTION = """
Please triage all new issues, the smallest number first, by the handbook in `/work/triage.md`.
"""
HANDBOOK = """# Triage handbook

An issue's **signature** is the first frame of its stack trace that is our own code (a path that begins with `src/`), line number left aside, together with its error.

For each new issue, in order of numbers (what was decided for earlier ones counts):

1. If its text quotes a password or token (a word that begins with `pw:` or `tok_`), hide it. Then go on with the rules.
2. If an open issue has the same signature, close the new one as a duplicate of it. If that makes {many} or more duplicates of that issue (those from before count as well), set that
   issue to P1. (There is never more than one open issue with a signature.)
3. If a closed issue that is no duplicate itself has the same signature, was fixed in some version, and the new issue was reported for that version or a later one, it is a regression: open the old issue again, set it to P1, and
   close the new one as its duplicate. If there are several, take the one that was fixed last.
4. Otherwise the new issue gets a component and a priority. Component: that of the longest beginning of the path of the signature's frame in the table below. Priority: P1 if the text says "data loss", else P2 if the reporter is a
   paying customer, else P3.

| path | component |
|---|---|
{table}
"""
TABLE = {"src/": "core", "src/net/": "network", "src/net/tls/": "security", "src/ui/": "interface", "src/ui/charts/": "charts", "src/store/": "storage"}
ERRORS = ["KeyMissing", "Timeout", "BadState", "Overflow"]


def own_frame(issue):
    frame = next(frame for frame in issue["trace"] if frame.startswith("src/"))
    return frame.rsplit(":", 1)[0]


def triage(issues, many):
    for issue in sorted((i for i in issues if i["status"] == "new"), key=lambda i: i["number"]):
        if any(word.startswith(("pw:", "tok_")) for word in issue["text"].split()):
            issue["hidden"] = True
        same = [i for i in issues if i is not issue and own_frame(i) == own_frame(issue) and i["error"] == issue["error"] and not i["duplicate_of"]]
        current = next((i for i in same if i["status"] == "open"), None)
        fixed = [i for i in same if i["status"] == "closed" and i["fixed_in"] and i["fixed_in"] <= issue["version"]]
        if current:
            issue.update(status="closed", duplicate_of=current["number"])
            if sum(i["duplicate_of"] == current["number"] for i in issues) >= many:
                current["priority"] = "P1"
        elif fixed:
            old = max(fixed, key=lambda i: i["fixed_in"])
            old.update(status="open", priority="P1")
            issue.update(status="closed", duplicate_of=old["number"])
        else:
            path = own_frame(issue)
            component = TABLE[max((prefix for prefix in TABLE if path.startswith(prefix)), key=len)]
            issue.update(status="open", component=component, priority="P1" if "data loss" in issue["text"] else "P2" if issue["paying"] else "P3")


def draw(stream):
    files = ["src/main.c", "src/net/dial.c", "src/net/tls/keys.c", "src/ui/menu.c", "src/ui/charts/axis.c", "src/store/page.c", "src/network.c"]
    signatures = stream.sample([(path, error) for path in files for error in ERRORS], 12)
    texts = ["It stopped all of a sudden.", "Happens daily.", "There was data loss in a table.", "I started it with pw:hunter%d and it broke.", "The header was tok_%d as always.", "My password is fine, it still fails."]
    numbers = stream.sample(range(100, 400), 22) + sorted(stream.sample(range(400, 700), 18))
    issues = []
    for place, number in enumerate(numbers):
        old = place < 22
        path, error = stream.choice(signatures) if not old else signatures[place % 12]
        text = stream.choice(texts)
        outer = [f"lib/{stream.choice(['alloc', 'loop', 'json'])}.c:{stream.randrange(1, 99)}" for _ in range(stream.randrange(3))]
        inner = [f"{stream.choice(files)}:{stream.randrange(1, 400)}" for _ in range(2)]
        issue = {"number": number, "title": f"{error} in {stream.choice(['start', 'export', 'menu', 'login'])}", "error": error, "version": stream.randrange(20, 30), "paying": stream.random() < 0.4}
        issue |= {"text": text % stream.randrange(100, 999) if "%" in text else text, "trace": [*outer, f"{path}:{stream.randrange(1, 400)}", *inner]}
        issue |= {"status": "new", "component": None, "priority": None, "duplicate_of": None, "fixed_in": None, "hidden": False}
        if old:
            state = "open" if place < 4 else "closed"
            issue.update(status=state, component="core", priority="P3", fixed_in=None if state == "open" or stream.random() < 0.25 else stream.randrange(21, 30))
            if 12 <= place < 16:
                issue.update(status="closed", duplicate_of=numbers[place - 12], fixed_in=None)
        issues.append(issue)
    # Two issues of one signature that were fixed in the same version would leave rule 3 open.
    for issue in issues:
        while issue["fixed_in"] and any(o is not issue and own_frame(o) == own_frame(issue) and o["error"] == issue["error"] and o["fixed_in"] == issue["fixed_in"] for o in issues):
            issue["fixed_in"] += 1
    many, after = stream.choice([2, 3]), copy.deepcopy(issues)
    triage(after, many)
    stream.shuffle(issues)
    table = "\n".join(f"| {path} | {component} |" for path, component in TABLE.items())
    return {"issues": issues}, {"issues": after}, {"triage.md": HANDBOOK.format(many=many, table=table)}, {"many": many}
