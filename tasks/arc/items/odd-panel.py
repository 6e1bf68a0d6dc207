"""The grid is divided by lines into panels; the output is the only panel that is not symmetric in any of four ways."""

from grids import blank, colours, copy, cut, turned

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", 0.0, 3, 2
TAGS, SUMMARY = ["symmetry", "panels"], "Find the panel without a symmetry"
SIDE = 4


def symmetric(panel):
    flips = [row[::-1] for row in panel], panel[::-1], [list(row) for row in zip(*panel)], turned(turned(panel))
    return panel in flips


def panels(grid):
    step = SIDE + 1
    return [cut(grid, top, left, SIDE, SIDE) for top in range(0, len(grid), step) for left in range(0, len(grid[0]), step)]


def rule(grid):
    return next(panel for panel in panels(grid) if not symmetric(panel))


def draw_panel(stream, wanted):
    while True:
        panel = [[stream.choice([0, 0, 1, 2]) for _ in range(SIDE)] for _ in range(SIDE)]
        if wanted:
            kind = stream.randrange(4)
            for r in range(SIDE):
                for c in range(SIDE):
                    twin = [(r, SIDE - 1 - c), (SIDE - 1 - r, c), (c, r), (SIDE - 1 - r, SIDE - 1 - c)][kind]
                    panel[twin[0]][twin[1]] = panel[r][c]
        if symmetric(panel) == wanted and len(colours(panel)) == 2:
            return copy(panel)


def draw_input(stream):
    down, across = stream.randrange(2, 4), stream.randrange(2, 4)
    odd = stream.randrange(down * across)
    grid = blank(down * (SIDE + 1) - 1, across * (SIDE + 1) - 1, 5)
    for number in range(down * across):
        panel = draw_panel(stream, number != odd)
        top, left = number // across * (SIDE + 1), number % across * (SIDE + 1)
        for r in range(SIDE):
            grid[top + r][left : left + SIDE] = panel[r]
    return grid
