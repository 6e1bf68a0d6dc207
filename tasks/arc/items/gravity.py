"""Everything falls straight down, except the cells of colour 5, which hold fast and carry what falls on them."""

from grids import blank

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "easy", -1.6, 3, 2
TAGS, SUMMARY = ["physics"], "Let cells fall onto fixed shelves"


def rule(grid):
    height, width = len(grid), len(grid[0])
    out = blank(height, width)
    for c in range(width):
        free = height - 1
        for r in range(height - 1, -1, -1):
            if grid[r][c] == 5:
                out[r][c], free = 5, r - 1
            elif grid[r][c]:
                out[free][c] = grid[r][c]
                free -= 1
    return out


def draw_input(stream):
    height, width = stream.randrange(8, 13), stream.randrange(6, 12)
    grid = [[stream.choice([1, 2, 3]) if stream.random() < 0.22 else 0 for _ in range(width)] for _ in range(height)]
    for _ in range(2):
        r, c = stream.randrange(3, height - 1), stream.randrange(width - 3)
        for x in range(c, min(width, c + stream.randrange(2, 5))):
            grid[r][x] = 5
    return grid
