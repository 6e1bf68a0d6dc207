#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BASE @BASE@
#define ZERO '@ZERO@'
#define LINE @LINE@
#define STEP @STEP@
#define CHECK @CHECK@

static const char alphabet[] = "@ALPHABET@";

static void damaged(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    printf("damaged: ");
    vprintf(format, values);
    printf("\n");
    exit(1);
}

static int check(const unsigned char *text, size_t length)
{
    unsigned sum = 0;
    while (length-- > 0) sum += *text++;
    return (int)(sum % CHECK);
}

static void encode(const unsigned char *data, size_t size)
{
    char *text = malloc(size * 2 + 8);
    size_t length = 0;
    for (size_t at = 0; at < size; at += 3) {
        size_t count = size - at < 3 ? size - at : 3;
        long value = 0;
        int digits[4];
        for (size_t i = 0; i < 3; i++) value = value << 8 | (i < count ? data[at + i] : 0);
        if (count == 3 && value == 0) {
            text[length++] = ZERO;
            continue;
        }
        for (int i = 3; i >= 0; i--, value /= BASE) digits[i] = (int)(value % BASE);
        for (size_t i = 0; i <= count; i++) text[length++] = alphabet[(digits[i] + STEP * (int)i) % BASE];
    }
    for (size_t start = 0; start == 0 || start < length; start += LINE) {
        size_t part = length - start < LINE ? length - start : LINE;
        printf("%.*s:%d\n", (int)part, text + start, check((unsigned char *)text + start, part));
    }
    printf("%zu bytes\n", size);
}

static size_t whole(const int *digits, int count, int line, int column, unsigned char *out)
{
    long value = 0;
    for (int i = 0; i < 4; i++) value = value * BASE + digits[i];
    if (value >= 1L << 24) {
        if (count == 3) damaged("line %d, column %d: block of %ld", line, column, value);
        value = (1L << 24) - 1;
    }
    for (int i = 0; i < count; i++) out[i] = (unsigned char)(value >> (16 - 8 * i));
    return (size_t)count;
}

static void decode(unsigned char *data, size_t size)
{
    unsigned char *out = malloc(size * 3 + 8), *line = data, *limit = data + size;
    size_t length = 0;
    int digits[4], count = 0, place_line = 0, place_column = 0;
    for (int number = 1; line <= limit; number++) {
        unsigned char *end = memchr(line, '\n', (size_t)(limit - line));
        if (!end) end = limit;
        unsigned char *colon = end;
        while (colon > line && colon[-1] != ':') colon--;
        if (end == line) {
            line = end + 1;
            continue;
        }
        if (colon == line) damaged("line %d: no check", number);
        int wanted = check(line, (size_t)(colon - 1 - line));
        char text[16];
        int written = sprintf(text, "%d", wanted);
        if (end - colon != written || memcmp(colon, text, (size_t)written) != 0) {
            printf("damaged: line %d: check is %d, not ", number, wanted);
            if (end == colon) printf("there");
            /* The reference prints what is no ASCII as UTF-8. */
            for (; colon < end; colon++)
                if (*colon < 0x80) putchar(*colon);
                else printf("%c%c", 0xC0 | *colon >> 6, 0x80 | (*colon & 0x3F));
            printf("\n");
            exit(1);
        }
        for (unsigned char *c = line; c < colon - 1; c++) {
            place_line = number;
            place_column = (int)(c - line) + 1;
            if (*c == ZERO) {
                if (count) damaged("line %d, column %d: zero block inside of a block", place_line, place_column);
                memset(out + length, 0, 3);
                length += 3;
                continue;
            }
            const char *found = *c ? strchr(alphabet, *c) : NULL;
            if (!found) damaged("line %d, column %d: sign %d", place_line, place_column, *c);
            digits[count] = (((int)(found - alphabet) - STEP * count) % BASE + BASE) % BASE;
            if (++count == 4) {
                length += whole(digits, 3, place_line, place_column, out + length);
                count = 0;
            }
        }
        line = end + 1;
    }
    if (count == 1) damaged("line %d, column %d: one digit is no block", place_line, place_column);
    if (count > 1) {
        int kept = count - 1;
        while (count < 4) digits[count++] = BASE - 1;
        length += whole(digits, kept, place_line, place_column, out + length);
    }
    printf("%zu bytes\n", length);
    fwrite(out, 1, length, stdout);
}

int main(int argc, char **argv)
{
    size_t capacity = 1 << 20, size;
    unsigned char *data = malloc(capacity);
    size = fread(data, 1, capacity, stdin);
    const char *way = argc > 1 ? argv[1] : "";
    if (strcmp(way, "@N_ENCODE@") == 0) return encode(data, size), 0;
    if (strcmp(way, "@N_DECODE@") == 0) return decode(data, size), 0;
    printf("which way is '%s'?\n", way);
    return 2;
}
