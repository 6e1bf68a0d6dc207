"""Mends the first service whose log names something of its own, until all are healthy."""

from calls import ASKED, call

causes = set()
while broken := [service for service in call("ops", "status") if not service["healthy"]]:
    service = next(service for service in broken if not service["log"].startswith("a needed service"))
    name, log = service["name"], service["log"]
    if log.startswith("connection pool"):
        call("ops", "restart", service=name)
        continue
    causes.add(name)
    if log.startswith("disk"):
        while call("ops", "replica", database=name)["lag_seconds"] >= ASKED["lag"]:
            call("ops", "wait", minutes=10)
        call("ops", "failover", database=name)
    else:
        call("ops", "drain", service=name)
        if log.startswith("corrupt"):
            call("ops", "flush", cache=name)
        else:
            call("ops", "rollback", service=name)
        call("ops", "undrain", service=name)
call("ops", "resolve", causes=",".join(sorted(causes)))
