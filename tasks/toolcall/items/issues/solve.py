"""Triages in order of numbers, with an own picture of the tracker that follows each call."""

import re
from pathlib import Path

from calls import ASKED, call

components = dict(re.findall(r"^\| (src\S*) \| (\w+) \|$", Path("triage.md").read_text(), re.MULTILINE))
issues = {}
for status in ("new", "open", "closed"):
    page = 1
    while batch := call("tracker", "list", status=status, page=page):
        issues |= {head["number"]: call("tracker", "show", number=head["number"]) for head in batch}
        page += 1


def signature(issue):
    return next(frame.split(":")[0] for frame in issue["trace"] if frame.startswith("src/")), issue["error"]


def update(reply):
    issues[reply["number"]] = reply


for number in sorted(number for number, issue in issues.items() if issue["status"] == "new"):
    issue = issues[number]
    if re.search(r"(^|\s)(pw:|tok_)", issue["text"]):
        update(call("tracker", "hide", number=number))
    same = [other for other in issues.values() if signature(other) == signature(issue) and other["duplicate_of"] is None and other["number"] != number]
    current = [other["number"] for other in same if other["status"] == "open"]
    regressed = [(other["fixed_in"], other["number"]) for other in same if other["status"] == "closed" and other["fixed_in"] and other["fixed_in"] <= issue["version"]]
    if current:
        update(call("tracker", "duplicate", number=number, of=current[0]))
        if sum(other["duplicate_of"] == current[0] for other in issues.values()) >= ASKED["many"]:
            update(call("tracker", "priority", number=current[0], priority="P1"))
    elif regressed:
        old = max(regressed)[1]
        call("tracker", "reopen", number=old)
        update(call("tracker", "priority", number=old, priority="P1"))
        update(call("tracker", "duplicate", number=number, of=old))
    else:
        path = max((prefix for prefix in components if signature(issue)[0].startswith(prefix)), key=len)
        priority = "P1" if "data loss" in issue["text"] else "P2" if issue["paying"] else "P3"
        update(call("tracker", "label", number=number, component=components[path], priority=priority))
