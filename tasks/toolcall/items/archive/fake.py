"""A file archive with volumes of limited size."""

from desk import Refused, find


def list_(state, volume: str = "live"):
    """The files on a volume: path, class, last used (year), size in MB."""
    return [record for record in state["files"] if record["volume"] == volume]


def volumes(state):
    """The volumes with their size and what is free, in MB."""
    used = {}
    for record in state["files"]:
        used[record["volume"]] = used.get(record["volume"], 0) + record["size"]
    return [volume | {"free": volume["size"] - used.get(volume["name"], 0)} for volume in state["volumes"]]


def holds(state):
    """The paths (or beginnings of paths, ending in a slash) that are under a legal hold."""
    return state["holds"]


def move(state, path: str, volume: str):
    """Moves a file to another volume."""
    record = find(state["files"], path=path)
    target = find(volumes(state), name=volume)
    if record["volume"] == volume:
        raise Refused(f"{path} is on {volume} already")
    if target["free"] < record["size"]:
        raise Refused(f"{volume} has {target['free']} MB free; {path} needs {record['size']}")
    record["volume"] = volume
    return record


def delete(state, path: str):
    """Deletes a file for good."""
    record = find(state["files"], path=path)
    state["files"].remove(record)
    state["deleted"].append(path)
    return {"deleted": path}


TOOLS = {"files": {"list": list_, "volumes": volumes, "holds": holds, "move": move, "delete": delete}}
