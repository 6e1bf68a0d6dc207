"""Hands over the leavers' groups along the line of managers, then removes and closes."""

from calls import ASKED, call

people = {person["name"]: person for person in call("directory", "people")}
leavers = {name for name, person in people.items() if person["kind"] == "person" and person["leaving"] and person["leaving"] < ASKED["today"]}
groups = [call("directory", "group", name=name) for name in call("directory", "groups")]
for group in groups:
    heir = group["owner"]
    while heir in leavers:
        heir = people[heir]["manager"]
    if heir != group["owner"]:
        if heir not in group["members"]:
            call("directory", "add", group=group["name"], member=heir)
        call("directory", "own", group=group["name"], person=heir)
    for member in group["members"]:
        if member in leavers:
            call("directory", "remove", group=group["name"], member=member)
for name in sorted(leavers):
    call("directory", "disable", name=name)
