"""Cells of one colour that see each other along a row or column are joined; where lines cross, the vertical one lies on top."""

from grids import blank, copy, size

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", -0.6, 3, 2
TAGS, SUMMARY = ["lines"], "Join cells of equal colour along rows and columns"


def rule(grid):
    out, (height, width) = copy(grid), size(grid)
    for vertical in (False, True):
        for a in range(width if vertical else height):
            line = [grid[b][a] if vertical else grid[a][b] for b in range(height if vertical else width)]
            marks = [b for b, value in enumerate(line) if value]
            for b1, b2 in zip(marks, marks[1:]):
                if line[b1] == line[b2]:
                    for b in range(b1 + 1, b2):
                        if vertical:
                            out[b][a] = line[b1]
                        else:
                            out[a][b] = line[b1]
    return out


def draw_input(stream):
    grid = blank(stream.randrange(10, 15), stream.randrange(10, 15))
    height, width = size(grid)
    for colour in (1, 2, 3):
        r, c = stream.randrange(height), stream.randrange(width)
        grid[r][stream.randrange(width)] = grid[r][stream.randrange(width)] = colour
        grid[stream.randrange(height)][c] = grid[stream.randrange(height)][c] = colour
    return grid
