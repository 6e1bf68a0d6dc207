"""A periodic pattern with patches of colour 9 over it: the pattern is restored."""

from grids import copy

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", 0.5, 3, 2
TAGS, SUMMARY = ["patterns"], "Restore a slanted periodic pattern under patches"


def fits(grid, p, q, s):
    """The pattern's values if it repeats after p rows shifted by s columns and after q columns, else None."""
    known = {}
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            key = r % p, (c - r // p * s) % q
            if value != 9 and known.setdefault(key, value) != value:
                return None
    return known if len(known) == p * q else None


def rule(grid):
    """The smallest period that the visible cells allow."""
    for area in range(1, 60):
        for p in range(1, area + 1):
            if area % p == 0:
                q = area // p
                for s in range(q):
                    known = fits(grid, p, q, s)
                    if known:
                        return [[known[r % p, (c - r // p * s) % q] for c in range(len(row))] for r, row in enumerate(grid)]
    return copy(grid)


def draw_input(stream):
    while True:
        p, q = stream.randrange(2, 5), stream.randrange(3, 6)
        s = stream.randrange(q)
        tile = [[stream.randrange(1, 6) for _ in range(q)] for _ in range(p)]
        full = [[tile[r % p][(c - r // p * s) % q] for c in range(16)] for r in range(16)]
        grid = copy(full)
        for _ in range(stream.randrange(2, 4)):
            h, w = stream.randrange(3, 6), stream.randrange(3, 6)
            top, left = stream.randrange(16 - h), stream.randrange(16 - w)
            for r in range(top, top + h):
                grid[r][left : left + w] = [9] * w
        if rule(grid) == full:
            return grid
