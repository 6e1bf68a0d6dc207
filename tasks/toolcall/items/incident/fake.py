"""A few services that depend on each other, and what an operator can do with them."""

from desk import Refused, find


def healthy(state, name):
    service = find(state["services"], name=name)
    return not service["fault"] and not service["stuck"] and all(healthy(state, other) for other in service["needs"])


def settle(state):
    """A minute passes: the replicas catch up."""
    for service in state["services"]:
        if service["kind"] == "database":
            service["lag"] = max(0, service["lag"] - service["catches_up"])


def status(state, service: str = ""):
    """The services (or one): kind, what it needs, whether it is healthy, and its last log line."""
    found = []
    for entry in state["services"]:
        if service in ("", entry["name"]):
            fine, needs = healthy(state, entry["name"]), all(healthy(state, other) for other in entry["needs"])
            own = entry["fault"] or "connection pool is stuck; restart needed"
            log = "ok" if fine else own if needs else "a needed service does not answer"
            found.append({"name": entry["name"], "kind": entry["kind"], "needs": entry["needs"], "healthy": fine, "log": log})
    return found


def replica(state, database: str):
    """How far a database's replica is behind, in seconds."""
    return {"lag_seconds": find(state["services"], name=database, kind="database")["lag"]}


def wait(state, minutes: int):
    """Lets minutes pass (1 to 10)."""
    if not 1 <= minutes <= 10:
        raise Refused("1 to 10 minutes")
    for _ in range(minutes):
        settle(state)
    state["minute"] += minutes
    return {"minute": state["minute"]}


def done(state, action, name):
    state["actions"].append(f"{action} {name}")
    state["minute"] += 1
    settle(state)
    return status(state, name)


def failover(state, database: str):
    """Makes the replica the database. What the replica has not yet received is lost."""
    entry = find(state["services"], name=database, kind="database")
    state["careless"] += entry["lag"] >= state["lag_limit"]
    if entry["fault"] and entry["fault"].startswith("disk"):
        entry["fault"] = ""
    return done(state, "failover", database)


def flush(state, cache: str):
    """Empties a cache. Possible only while it is drained."""
    entry = find(state["services"], name=cache, kind="cache")
    if not entry["drained"]:
        raise Refused(f"{cache} is not drained")
    if entry["fault"].startswith("corrupt"):
        entry["fault"] = ""
    return done(state, "flush", cache)


def drain(state, service: str):
    """Takes a service out of traffic."""
    entry = find(state["services"], name=service)
    if entry["drained"]:
        raise Refused(f"{service} is drained already")
    entry["drained"] = True
    return done(state, "drain", service)


def undrain(state, service: str):
    """Puts a service back into traffic."""
    entry = find(state["services"], name=service)
    if not entry["drained"]:
        raise Refused(f"{service} is in traffic")
    entry["drained"] = False
    return done(state, "undrain", service)


def rollback(state, service: str):
    """Returns a web service to its version before. Possible only while it is drained."""
    entry = find(state["services"], name=service, kind="web")
    if not entry["drained"]:
        raise Refused(f"{service} is not drained")
    if entry["fault"].startswith("panic"):
        entry["fault"] = ""
    return done(state, "rollback", service)


def restart(state, service: str):
    """Restarts a service. One that needs something broken gets stuck again at once."""
    entry = find(state["services"], name=service)
    entry["stuck"] = entry["pooled"] and not all(healthy(state, other) for other in entry["needs"])
    return done(state, "restart", service)


def resolve(state, causes: str):
    """Closes the incident with its root causes: the services' names in alphabetical order with commas between."""
    if state["causes"] is not None:
        raise Refused("the incident is closed")
    broken = [entry["name"] for entry in state["services"] if not healthy(state, entry["name"])]
    if broken:
        raise Refused(f"not healthy: {len(broken)} services")
    state["causes"] = causes.replace(" ", "")
    return {"resolved": state["causes"]}


TOOLS = {
    "ops": {
        "status": status,
        "replica": replica,
        "wait": wait,
        "failover": failover,
        "flush": flush,
        "drain": drain,
        "undrain": undrain,
        "rollback": rollback,
        "restart": restart,
        "resolve": resolve,
    }
}
