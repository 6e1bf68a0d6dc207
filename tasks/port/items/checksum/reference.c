#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t polynomial(const char *text)
{
    uint32_t sum = @START@u;
    for (; *text; text++) {
        sum ^= (uint32_t)(unsigned char)*text << 24;
        for (int i = 0; i < 8; i++) sum = sum & 0x80000000u ? (sum << 1) ^ @POLY@u : sum << 1;
    }
    return ~sum;
}

static uint32_t pair(const char *text)
{
    uint32_t low = 1, high = 0;
    for (; *text; text++) {
        low = (low + (unsigned char)*text) % @MODULUS@u;
        high = (high + low) % @MODULUS@u;
    }
    return high << 16 | low;
}

static uint32_t mix(const char *text)
{
    uint32_t sum = @START@u ^ (uint32_t)strlen(text);
    for (; *text; text++) {
        sum = (sum ^ (unsigned char)*text) * @PRIME@u;
        sum = sum << @TURN@ | sum >> (32 - @TURN@);
    }
    sum ^= sum >> 15;
    return sum * @PRIME@u + (sum >> 7);
}

/* The digits of the text only, from the right, weights in turn; what is missing to a multiple of ten. */
static uint32_t digit(const char *text)
{
    static const int weights[] = {@WEIGHTS@};
    int sum = 0, place = 0;
    for (size_t i = strlen(text); i-- > 0;) {
        if (!isdigit((unsigned char)text[i])) continue;
        int product = (text[i] - '0') * weights[place++ % 3];
        sum += product / 10 + product % 10;
    }
    return (uint32_t)((10 - sum % 10) % 10);
}

static const struct {
    const char *name;
    uint32_t (*of)(const char *);
    int width;
} sums[] = {{"@N_POLY@", polynomial, 8}, {"@N_PAIR@", pair, 8}, {"@N_MIX@", mix, 8}, {"@N_DIGIT@", digit, 1}};

int main(void)
{
    static char line[100000];
    int number = 0, wrong = 0;
    uint32_t all = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        number++;
        char *first = strchr(line, ':'), *second = first ? strchr(first + 1, ':') : NULL;
        if (!second) {
            printf("%d:", number);
            for (size_t i = 0; i < 4; i++) {
                uint32_t sum = sums[i].of(line);
                all = (all ^ sum) + (all << 5) + (uint32_t)number;
                printf(" %s=%0*x", sums[i].name, sums[i].width, (unsigned)sum);
            }
            printf("\n");
            continue;
        }
        *first = *second = '\0';
        size_t which = 0, digits = strlen(first + 1);
        while (which < 4 && strcmp(sums[which].name, line) != 0) which++;
        if (which == 4) {
            printf("%d: no checksum '%s'\n", number, line);
            wrong++;
        } else if (digits == 0 || digits > 8 || strspn(first + 1, "0123456789abcdef") != digits) {
            printf("%d: bad value '%s'\n", number, first + 1);
            wrong++;
        } else {
            uint32_t stated = (uint32_t)strtoul(first + 1, NULL, 16), sum = sums[which].of(second + 1);
            if (stated == sum) {
                printf("%d: %s holds\n", number, line);
            } else {
                printf("%d: %s is %0*x, off by %ld\n", number, line, sums[which].width, (unsigned)sum, (long)(int32_t)(stated - sum));
                wrong++;
            }
        }
    }
    printf("total %08x, %d wrong\n", (unsigned)all, wrong);
    return wrong > 0;
}
