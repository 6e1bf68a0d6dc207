"""The shortest way through the walls from colour 2 to colour 3 is drawn in colour 4; it may cross doors (6), and a door on the way becomes 8."""

from grids import NEAR, blank, cells, copy, inside

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 1.6, 3, 2
TAGS, SUMMARY = ["paths"], "Draw the only shortest way through a maze with doors"


def distances(grid, start):
    reached, border = {start: 0}, [start]
    while border:
        ahead = []
        for r, c in border:
            for dr, dc in NEAR:
                place = r + dr, c + dc
                if inside(grid, *place) and place not in reached and grid[place[0]][place[1]] != 1:
                    reached[place] = reached[r, c] + 1
                    ahead.append(place)
        border = ahead
    return reached


def find(grid, colour):
    return next((r, c) for r, c in cells(grid) if grid[r][c] == colour)


def way(grid):
    """The cells of all shortest ways, by their distance from the start; one cell for each distance if there is just one way."""
    start, goal = find(grid, 2), find(grid, 3)
    there, back = distances(grid, start), distances(grid, goal)
    if goal not in there:
        return None
    return [place for place in there if place in back and there[place] + back[place] == there[goal]], there[goal]


def rule(grid):
    out = copy(grid)
    for r, c in way(grid)[0]:
        if grid[r][c] in (0, 6):
            out[r][c] = 8 if grid[r][c] == 6 else 4
    return out


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(9, 14), stream.randrange(9, 14))
        for r, c in cells(grid):
            grid[r][c] = 1 if stream.random() < 0.38 else 6 if stream.random() < 0.08 else 0
        start, goal = stream.sample(cells(grid), 2)
        grid[start[0]][start[1]], grid[goal[0]][goal[1]] = 2, 3
        found = way(grid)
        if found and found[1] >= 9 and len(found[0]) == found[1] + 1 and any(grid[r][c] == 6 for r, c in found[0]):
            return grid
