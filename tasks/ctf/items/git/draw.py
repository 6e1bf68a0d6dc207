"""A bare Git repository of loose objects in which a rewritten branch left unreachable commits."""

import hashlib

import deflate
import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", 0.7
TAGS = ["forensics", "git"]
SUMMARY = "Read a flag from unreachable commits of a Git repository"
INSTRUCTION = """
`/work/repo.git` is a bare Git repository. A flag was committed to it in several steps, a piece in each commit, and later the branch was deleted; other
people rewrote commits of theirs as well. Nothing was collected away yet. Put the pieces together in the order in which they were committed.
"""


def draw(stream, flag):
    files = {}

    def store(kind, body):
        raw = f"{kind} {len(body)}".encode() + b"\0" + body
        name = hashlib.sha1(raw).hexdigest()
        files[f"repo.git/objects/{name[:2]}/{name[2:]}"] = deflate.compress(raw)
        return name

    def tree(entries):
        return store("tree", b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(oid) for name, (mode, oid) in sorted(entries.items())))

    clock = 1_700_000_000 + stream.randrange(10**6)

    def commit(content, parents, message):
        nonlocal clock
        clock += stream.randrange(100, 5000)
        who = f"Robin <robin@example.org> {clock} +0000"
        head = f"tree {content}\n" + "".join(f"parent {parent}\n" for parent in parents)
        return store("commit", f"{head}author {who}\ncommitter {who}\n\n{message}\n".encode())

    def snapshot(note):
        page = store("blob", prose.text(stream, 3).encode())
        folder = tree({"note.txt": ("100644", store("blob", note.encode()))})
        return tree({"page.txt": ("100644", page), "notes": ("40000", folder)})

    cuts = sorted(stream.sample(range(3, len(flag) - 2), 3))
    pieces = [flag[a:b] for a, b in zip([0, *cuts], [*cuts, len(flag)])]
    main = [commit(snapshot("nothing here"), [], "First page")]
    for number in range(4):
        main.append(commit(snapshot(prose.sentence(stream)), [main[-1]], f"Page {number + 2}"))
    lost = stream.choice(main[1:3])
    for piece in pieces:
        lost = commit(snapshot(f"piece: {piece}\n"), [lost], stream.choice(["work in progress", "more", "continue"]))
    for number in range(3):
        decoy = "".join(stream.choice("abcdefghjkmnp23456789_") for _ in range(7))
        commit(snapshot(f"piece: {decoy}\n"), [main[number + 1]], "work in progress")
    files["repo.git/HEAD"] = "ref: refs/heads/main\n"
    files["repo.git/config"] = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
    files["repo.git/refs/heads/main"] = main[-1] + "\n"
    files["repo.git/refs/tags/first"] = main[0] + "\n"
    return files, {}
