"""A cellular automaton: a cell lives on with two living neighbours among its eight, and is born with three or six; it runs as many steps as there are
marks (colour 9) in the first row, which is then left away."""

from grids import blank, cells, inside, size

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 2.1, 5, 2
TAGS, SUMMARY = ["cellular-automaton"], "Run a cellular automaton for a number of steps that the input names"


def step(grid):
    out = blank(*size(grid))
    for r, c in cells(grid):
        around = [(r + dr, c + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if (dr or dc)]
        living = sum(1 for y, x in around if inside(grid, y, x) and grid[y][x])
        out[r][c] = 2 if living in ((2,) if grid[r][c] else (3, 6)) else 0
    return out


def rule(grid):
    steps, field = grid[0].count(9), [row[:] for row in grid[1:]]
    for _ in range(steps):
        field = step(field)
    return field


def draw_input(stream):
    while True:
        height, width = stream.randrange(7, 11), stream.randrange(7, 11)
        field = [[2 if stream.random() < 0.4 else 0 for _ in range(width)] for _ in range(height)]
        marks = stream.randrange(1, 3)
        grid = [[9] * marks + [0] * (width - marks)] + field
        if sum(map(sum, rule(grid))) >= 12:
            return grid


def complete(inputs):
    return {grid[0].count(9) for grid in inputs} == {1, 2}
