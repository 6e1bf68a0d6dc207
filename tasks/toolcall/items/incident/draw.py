"""An outage with several root causes hidden behind each other, to be mended by a runbook in the right order."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 2.1
TAGS = ["operations", "diagnosis", "runbook"]
SUMMARY = "Mend an outage with hidden root causes by a runbook"
TOOLS = ["ops"]
INSTRUCTION = """
Many of our services are down. Please mend them by the runbook in `/work/runbook.md`, and close the incident with its root causes.
"""
RUNBOOK = """# Runbook: outage

- A service is a **root cause** if its own log line names a fault of its own. A service whose log says that a needed service does not answer may hide a fault of its own, which its log shows
  only once all that it needs is healthy again. Services that are merely stuck are no root causes.
- Mend a root cause only when everything that it needs is healthy.
- `disk` fault of a database: fail over to the replica, but never while the replica is behind by {lag} seconds or more: wait until it is less. Nothing else is done to a database.
- `corrupt` fault of a cache: drain, flush, undrain.
- `panic` fault of a web service: drain, roll back, undrain.
- A service whose log says that its connection pool is stuck is restarted, once everything it needs is healthy. Nothing else is restarted, and nothing is done to a service that is healthy.
- No action is taken twice on a service. When all services are healthy, resolve the incident.
"""


def draw(stream):
    names = stream.sample(["amber", "basil", "cedar", "dahlia", "elder", "fern", "ginger", "hazel", "iris", "jasmine", "kale", "laurel", "myrtle", "nettle"], 13)
    kinds = ["database"] * 3 + ["cache"] * 3 + ["web"] * 7
    services = []
    for place, (name, kind) in enumerate(zip(names, kinds)):
        below = names[:3] if kind == "cache" else names[:place]
        needs = [] if kind == "database" else sorted(stream.sample(below, 1 if kind == "cache" else 2))
        services.append({"name": name, "kind": kind, "needs": needs, "fault": "", "stuck": False, "pooled": kind == "web" and stream.random() < 0.6, "drained": False, "lag": 0, "catches_up": 0})
        if kind == "database":
            services[-1] |= {"lag": stream.randrange(100, 400), "catches_up": stream.randrange(9, 30)}
    ends = stream.choice(services[3:6])
    root = next(service for service in services if service["name"] == ends["needs"][0])
    hidden = stream.choice(services[7:])
    hidden["needs"] = sorted({ends["name"], stream.choice(names[:3])})
    other = stream.choice([service for service in services[:3] if service is not root])
    root["fault"] = "disk: read error on the primary"
    ends["fault"] = "corrupt: entry checksum mismatch"
    hidden["fault"] = "panic: unknown field in request"
    if stream.random() < 0.5:
        other["fault"] = "disk: no space left on the primary"
    by_name = {service["name"]: service for service in services}

    def sound(service):
        return not service["fault"] and not service["stuck"] and all(sound(by_name[need]) for need in service["needs"])

    for service in services:
        service["stuck"] = service["pooled"] and not all(sound(by_name[need]) for need in service["needs"])
    causes = sorted(service["name"] for service in services if service["fault"])
    actions = []
    for service in services:
        if service["fault"]:
            steps = {"database": ["failover"], "cache": ["drain", "flush", "undrain"], "web": ["drain", "rollback", "undrain"]}[service["kind"]]
            actions += [f"{step} {service['name']}" for step in steps]
        if service["stuck"]:
            actions.append(f"restart {service['name']}")
    shown = services[:]
    stream.shuffle(shown)
    lag = stream.choice([5, 15, 30])
    state = {"services": shown, "minute": 0, "careless": 0, "lag_limit": lag, "actions": [], "causes": None}
    return state, {"actions": actions, "causes": ",".join(causes), "careless": 0}, {"runbook.md": RUNBOOK.format(lag=lag)}, {"lag": lag}
