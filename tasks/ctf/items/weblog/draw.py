"""A web server's log in which one client carries a file out, piece by piece."""

import base64

DIFFICULTY, SIMULATED_DIFFICULTY = "easy", -1.9
TAGS = ["forensics", "log"]
SUMMARY = "Find what a client carried out through a web server's log"
INSTRUCTION = """
`/work/access.log` is the log of a small web server. One of its visitors carried a flag out in the addresses that it asked for: in small
pieces, out of order, some of them sent again because the server had answered with an error. Put the flag together.
"""
PAGES = ["/", "/about", "/prices", "/contact", "/news?page=2", "/img/logo.png", "/style.css", "/search?q=lamp", "/search?q=rope"]
AGENTS = ["Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (Windows NT 10.0)", "curl/7.88.1", "feedreader/2.1"]


def pieces(data):
    code = base64.urlsafe_b64encode(data).decode().rstrip("=")
    return [code[i : i + 5] for i in range(0, len(code), 5)]


def draw(stream, flag):
    clients = [f"10.{stream.randrange(256)}.{stream.randrange(256)}.{stream.randrange(1, 255)}" for _ in range(14)]
    requests = [(stream.choice(clients), stream.choice(PAGES), 200) for _ in range(520)]
    for payload in [flag.encode(), *(stream.randbytes(29) for _ in range(3))]:
        client, session = stream.choice(clients), f"{stream.getrandbits(24):06x}"
        for index, piece in enumerate(pieces(payload)):
            address = f"/pixel.gif?s={session}&n={index}&d={piece}"
            if stream.random() < 0.3:
                garbled = "".join(stream.choice("ABCDEFGHxyz0189-_") for _ in piece)
                requests.append((client, address.replace(f"d={piece}", f"d={garbled}"), 503))
            requests.append((client, address, 204))
    stream.shuffle(requests)
    lines, seconds = [], 0
    for client, address, status in requests:
        seconds += stream.randrange(0, 40)
        clock = f"{8 + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        size = stream.randrange(200, 9000)
        lines.append(f'{client} - - [04/Mar/2024:{clock} +0000] "GET {address} HTTP/1.1" {status} {size} "-" "{stream.choice(AGENTS)}"')
    return {"access.log": "\n".join(lines) + "\n"}, {}
