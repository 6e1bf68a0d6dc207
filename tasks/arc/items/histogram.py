"""The output is a bar chart of how many objects each colour has: the longest bar on top."""

from grids import blank, draw_shape, objects, scatter, stamp

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", -0.3, 3, 2
TAGS, SUMMARY = ["counting"], "Chart the number of objects of each colour"


def rule(grid):
    counts = {}
    for body in objects(grid):
        colour = grid[body[0][0]][body[0][1]]
        counts[colour] = counts.get(colour, 0) + 1
    order = sorted(counts, key=lambda colour: -counts[colour])
    out = blank(len(order), counts[order[0]])
    for r, colour in enumerate(order):
        out[r][: counts[colour]] = [colour] * counts[colour]
    return out


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(14, 18), stream.randrange(14, 18))
        amounts = stream.sample(range(1, 6), stream.randrange(2, 4))
        tinted = [colour for colour, amount in zip(stream.sample([1, 2, 3, 4], len(amounts)), amounts) for _ in range(amount)]
        shapes = [draw_shape(stream, stream.randrange(1, 4), stream.randrange(1, 4), 1) for _ in tinted]
        places = scatter(stream, grid, shapes)
        if places:
            for shape, place, colour in zip(shapes, places, tinted):
                stamp(grid, shape, *place, colour)
            return grid
