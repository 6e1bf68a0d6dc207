#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT @LIMIT@
#define REPEAT @REPEAT@ /* a sign is written at most so many times in a row */

static const char letters[] = "@LETTERS@"; /* 1, 5, 10, 50, 100, 500, 1000 */
static const char *const words[10] = {@WORDS@};

static void numeral(int number, char *out)
{
    static const int powers[] = {1000, 100, 10, 1};
    for (int i = 0; i < 4; i++) {
        int digit = number / powers[i] % 10, place = 6 - 2 * i;
        char one = letters[place];
        if (place == 6) {
            while (digit-- > 0) *out++ = one;
            continue;
        }
        if (digit % 5 > REPEAT) {
            *out++ = one;
            *out++ = letters[digit == 9 ? place + 2 : place + 1];
            continue;
        }
        if (digit >= 5) *out++ = letters[place + 1];
        for (int k = 0; k < digit % 5; k++) *out++ = one;
    }
    *out = '\0';
}

/* The value of a numeral, 0 where it is none: only the one way that numeral() writes a number is accepted. */
static int value(const char *text)
{
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    char again[64];
    int total = 0;
    if (strlen(text) > 20) return 0;
    for (int i = 0; text[i]; i++) {
        const char *here = strchr(letters, text[i]);
        const char *next = text[i + 1] ? strchr(letters, text[i + 1]) : NULL;
        if (!here || (text[i + 1] && !next)) return 0;
        total += next && next > here ? -values[here - letters] : values[here - letters];
    }
    if (total <= 0 || total > LIMIT) return 0;
    numeral(total, again);
    return strcmp(again, text) == 0 ? total : 0;
}

/* Below a thousand: tens before ones, a one before ten and hundred left out. */
static void say_small(int number, const char **joiner)
{
    int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;
    if (hundreds > 1) { printf("%s%s", *joiner, words[hundreds]); *joiner = "@JOINER@"; }
    if (hundreds) { printf("%s@HUNDRED@", *joiner); *joiner = "@JOINER@"; }
    if (tens > 1) { printf("%s%s", *joiner, words[tens]); *joiner = ""; }
    if (tens) { printf("%s@TEN@", *joiner); *joiner = "@JOINER@"; }
    if (ones) { printf("%s%s", *joiner, words[ones]); *joiner = "@JOINER@"; }
}

static void say(int number)
{
    const char *joiner = "";
    if (number == 0) { printf("%s", words[0]); return; }
    if (number >= 1000) {
        if (number >= 2000) say_small(number / 1000, &joiner);
        printf("%s@THOUSAND@", number >= 2000 ? " " : "");
        joiner = " ";
    }
    say_small(number % 1000, &joiner);
}

int main(void)
{
    char line[1000], text[64];
    int faults = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        size_t length = strlen(line), digits = strspn(line, "0123456789");
        if (length > 0 && digits == length) {
            if (length > 6 || (length > 1 && line[0] == '0')) {
                printf("%s: out of range or not plain\n", line);
                faults++;
                continue;
            }
            int number = atoi(line);
            numeral(number <= LIMIT ? number : 0, text);
            printf("%d = %s = ", number, *text ? text : "(none)");
            say(number);
            printf("\n");
        } else {
            int number = value(line);
            if (number) {
                printf("%s = %d\n", line, number);
            } else {
                printf("'%s' is no numeral\n", line);
                faults++;
            }
        }
    }
    printf("%d faults\n", faults);
    return faults ? 4 : 0;
}
