#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EMPTY '@EMPTY@'
#define YOUNG '@YOUNG@'
#define OLD '@OLD@'
#define OLD_WEIGHT @OLD_WEIGHT@
#define AGE @AGE@
#define STEPS 1001

static const int birth[] = {@BIRTH@}, stay[] = {@STAY@};
static int width, height;
static char *past[STEPS + 1];
static char text[1 << 20];

static int among(int value, const int *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == value) return 1;
    return 0;
}

static void step(const char *from, char *to, int strip)
{
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            int sum = 0, age = from[y * width + x];
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++) {
                    if ((dx == 0 && dy == 0) || (strip && (y + dy < 0 || y + dy >= height))) continue;
                    int cell = from[(y + dy + height) % height * width + (x + dx + width) % width];
                    if (cell > 0) sum += cell >= AGE ? OLD_WEIGHT : 1;
                }
            if (age == 0)
                age = among(sum, birth, sizeof birth / sizeof *birth);
            else if (!among(sum, stay, sizeof stay / sizeof *stay))
                age = 0;
            else if (age < AGE)
                age++;
            to[y * width + x] = (char)age;
        }
}

static int alive(const char *grid)
{
    int count = 0;
    for (int i = 0; i < width * height; i++) count += grid[i] > 0;
    return count;
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) return puts("error: one or two arguments"), 2;
    size_t digits = strlen(argv[1]);
    if (digits < 1 || digits > 4 || strspn(argv[1], "0123456789") != digits || atoi(argv[1]) > 1000)
        return printf("error: steps: '%s'\n", argv[1]), 2;
    if (argc > 2 && strcmp(argv[2], "@STRIP@") != 0) return printf("error: unknown world '%s'\n", argv[2]), 2;
    int steps = atoi(argv[1]);

    size_t length = fread(text, 1, sizeof text - 1, stdin);
    char *grid = malloc(length + 1);
    char *line = text, *end;
    while ((end = strchr(line, '\n'))) {
        int cells = (int)(end - line);
        if (height == 0) width = cells;
        if (cells != width || cells == 0) return printf("error: row %d has %d cells\n", height + 1, cells), 3;
        for (int x = 0; x < cells; x++) {
            char c = line[x];
            if (c != EMPTY && c != YOUNG && c != OLD) return printf("error: row %d, column %d: '%c'\n", height + 1, x + 1, c), 3;
            grid[height * width + x] = c == EMPTY ? 0 : c == YOUNG ? 1 : AGE;
        }
        height++;
        line = end + 1;
    }
    if (height == 0) return puts("error: no grid"), 3;

    int cells = width * height, at = 0, born = 0, extinct = 0, from = -1;
    for (;; at++) {
        extinct = alive(grid) == 0;
        for (int i = 0; i < at && from < 0; i++)
            if (memcmp(past[i], grid, cells) == 0) from = i;
        if (extinct || from >= 0 || at == steps) break;
        past[at] = grid;
        grid = malloc(cells);
        step(past[at], grid, argc > 2);
        for (int i = 0; i < cells; i++) born += grid[i] == 1 && past[at][i] == 0;
    }
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int age = grid[y * width + x];
            putchar(age == 0 ? EMPTY : age >= AGE ? OLD : YOUNG);
        }
        putchar('\n');
    }
    if (extinct)
        printf("extinct");
    else if (from >= 0)
        printf("period %d from %d", at - from, from);
    else
        printf("steps done");
    printf("; step %d, %d alive, %d born\n", at, alive(grid), born);
    return extinct;
}
