"""Take away the rights of people who left, and hand over what they owned."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.9
TAGS = ["access-rights", "policy"]
SUMMARY = "Off-board leavers and hand over what they own"
TOOLS = ["directory"]
INSTRUCTION = """
Today is $today. Please off-board everybody who has left by the policy in `/work/offboarding.md`.
"""
POLICY = """# Off-boarding

- Who has left: people whose leaving date is before today. Somebody whose last day is today or later keeps everything.
- A leaver is removed from every group of which they are a direct member, and then the account is closed.
- A group that a leaver owns goes to the leaver's manager. If the manager has left as well, it goes to the manager's manager, and so on. If the new owner is no direct member yet, add
  them first.
- Service accounts are never touched, whatever their leaving date says.
- Groups inside groups stay as they are: membership by way of another group ends with the direct one.
"""


def draw(stream):
    names = stream.sample(["abel", "bruno", "carla", "dina", "elias", "fatou", "goran", "hana", "iris", "jules", "kofi", "lotte", "mateo", "nadia"], 12)
    today = f"2025-{stream.randrange(3, 12):02}-15"
    month = today[:8]
    people = [{"name": names[0], "team": "board", "manager": None, "kind": "person", "leaving": None, "disabled": False}]
    for i, name in enumerate(names[1:], start=1):
        people.append({"name": name, "team": stream.choice(["web", "data", "field"]), "manager": names[stream.randrange(max(0, i - 4), i)], "kind": "person", "leaving": None, "disabled": False})
    leavers = stream.sample(range(1, 12), 4)
    boss = next((i for i in leavers if people[i]["manager"] != names[0]), leavers[0])
    chain = names.index(people[boss]["manager"])
    if chain and chain not in leavers:
        leavers.append(chain)
    for i in leavers:
        people[i]["leaving"] = month + f"{stream.randrange(1, 15):02}"
    staying = [i for i in range(1, 12) if i not in leavers]
    people[staying[0]]["leaving"] = today
    people[staying[1]]["leaving"] = month + "27"
    people += [{"name": f"svc-{word}", "team": "web", "manager": names[0], "kind": "service", "leaving": date, "disabled": False} for word, date in (("backup", month + "02"), ("deploy", None))]
    everyone = [person["name"] for person in people]
    groups = []
    for word in ("ledger", "wiki", "vpn", "photos", "release", "alerts", "payroll"):
        members = sorted(stream.sample(everyone, stream.randrange(4, 8)))
        owner = names[stream.choice(leavers)] if stream.random() < 0.5 else names[stream.choice(staying)]
        groups.append({"name": word, "owner": owner, "members": sorted({*members, owner}), "sensitive": word in ("ledger", "payroll")})
    groups[1]["members"].append("vpn")
    groups[0]["owner"] = names[boss]
    groups[0]["members"] = sorted({*groups[0]["members"], names[boss]})
    after, gone, handovers = copy.deepcopy({"people": people, "groups": groups}), {names[i] for i in leavers}, []
    for person in after["people"]:
        person["disabled"] = person["name"] in gone
    for group in after["groups"]:
        if group["owner"] in gone:
            heir = group["owner"]
            while heir in gone:
                heir = people[names.index(heir)]["manager"]
            group["members"] = sorted({*group["members"], heir})
            group["owner"] = heir
            handovers.append({"group": group["name"], "to": heir})
        group["members"] = [member for member in group["members"] if member not in gone]
    after["groups"] = [group | {"members": sorted(group["members"])} for group in after["groups"]]
    for group in groups:
        group["members"].sort()
    state = {"people": people, "groups": groups, "handovers": []}
    return state, after | {"handovers": handovers}, {"offboarding.md": POLICY}, {"today": today}
