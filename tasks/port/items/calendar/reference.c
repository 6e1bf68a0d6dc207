#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MONTHS @MONTHS@
#define YEAR @YEAR@
#define LEAP_EVERY @LEAP_EVERY@
#define LEAP_EXCEPT @LEAP_EXCEPT@
#define LEAP_MONTH @LEAP_MONTH@ /* one day longer in a leap year */
#define WEEK @WEEK@
#define REST @REST@ /* so many days at the end of a week are not worked */
#define OFFSET @OFFSET@ /* the day number of 1970-01-01 */

static const int lengths[MONTHS] = {@LENGTHS@};

struct date { long year; int month, day; };

static long floor_div(long a, long b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }
static long modulo(long a, long b) { return a - floor_div(a, b) * b; }

static int leap(long year) { return modulo(year, LEAP_EVERY) == 0 && modulo(year, LEAP_EXCEPT) != 0; }

static int length(long year, int month) { return lengths[month - 1] + (month == LEAP_MONTH && leap(year)); }

/* Days from 0/1/1 to the first day of a year. Leap years among 0 .. y-1, and before 0 counted backwards. */
static long start(long year)
{
    return year * YEAR + floor_div(year + LEAP_EVERY - 1, LEAP_EVERY)
           - (LEAP_EXCEPT % LEAP_EVERY == 0 ? floor_div(year + LEAP_EXCEPT - 1, LEAP_EXCEPT) : floor_div(year + LEAP_EXCEPT * LEAP_EVERY - 1, LEAP_EXCEPT * LEAP_EVERY));
}

static long number(struct date d)
{
    long days = start(d.year) + d.day - 1;
    for (int m = 1; m < d.month; m++) days += length(d.year, m);
    return days;
}

static struct date from_number(long days)
{
    struct date d = {floor_div(days, YEAR), 1, 1};
    while (start(d.year) > days) d.year--;
    while (start(d.year + 1) <= days) d.year++;
    days -= start(d.year);
    while (days >= length(d.year, d.month)) days -= length(d.year, d.month++);
    d.day = (int)days + 1;
    return d;
}

static int exists(struct date d)
{
    return d.year >= -9999 && d.year <= 9999 && d.month >= 1 && d.month <= MONTHS && d.day >= 1 && d.day <= length(d.year, d.month);
}

static int worked(long days) { return modulo(days, WEEK) < WEEK - REST; }

static int show(long days)
{
    struct date d = from_number(days);
    if (d.year < -9999 || d.year > 9999) return printf("out of range\n"), 1;
    printf("%ld/%d/%d, day %ld of the week%s\n", d.year, d.month, d.day, modulo(days, WEEK) + 1, worked(days) ? "" : ", rest");
    return 0;
}

static int civil_leap(long y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

static int civil_length(long year, int month)
{
    static const int of[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return of[month - 1] + (month == 2 && civil_leap(year));
}

/* Days from 1970-01-01 to the first day of a civil year. */
static long civil_start(long year)
{
    long before = year - 1;
    return (year - 1970) * 365 + floor_div(before, 4) - floor_div(before, 100) + floor_div(before, 400) - 477;
}

static int answer(const char *line)
{
    struct date a, b;
    long n;
    char end, sign;
    if (sscanf(line, "%ld/%d/%d - %ld/%d/%d%c", &a.year, &a.month, &a.day, &b.year, &b.month, &b.day, &end) == 6) {
        if (!exists(a) || !exists(b)) return printf("no such date\n"), 1;
        long days = number(a) - number(b), work = 0;
        for (long d = number(b); labs(days) <= 20000 && d != number(a); d += days < 0 ? -1 : 1) work += worked(days < 0 ? d - 1 : d);
        printf("%ld days", days);
        if (labs(days) <= 20000) printf(", %ld worked", work);
        printf("\n");
        return 0;
    }
    if (sscanf(line, "%ld/%d/%d %c %ld%c", &a.year, &a.month, &a.day, &sign, &n, &end) == 5 && sign == '+')
        return exists(a) ? show(number(a) + n) : (printf("no such date\n"), 1);
    if (sscanf(line, "day %ld/%d/%d%c", &a.year, &a.month, &a.day, &end) == 3) {
        if (!exists(a)) return printf("no such date\n"), 1;
        printf("day %ld of %d; ", number(a) - start(a.year) + 1, YEAR + leap(a.year));
        return show(number(a));
    }
    if (sscanf(line, "year %ld%c", &n, &end) == 1) {
        printf("year %ld: %s, starts on day %ld of the week\n", n, leap(n) ? "leap" : "common", modulo(start(n), WEEK) + 1);
        return 0;
    }
    if (sscanf(line, "from %4ld-%2d-%2d%c", &a.year, &a.month, &a.day, &end) == 3) {
        if (a.year < 1 || a.month < 1 || a.month > 12 || a.day < 1 || a.day > civil_length(a.year, a.month)) return printf("no such date\n"), 1;
        long days = civil_start(a.year) + a.day - 1;
        for (int m = 1; m < a.month; m++) days += civil_length(a.year, m);
        return show(days + OFFSET);
    }
    if (sscanf(line, "to %ld/%d/%d%c", &a.year, &a.month, &a.day, &end) == 3) {
        if (!exists(a)) return printf("no such date\n"), 1;
        long days = number(a) - OFFSET, year = 1970 + floor_div(days, 366);
        int month = 1;
        while (civil_start(year + 1) <= days) year++;
        while (civil_start(year) > days) year--;
        days -= civil_start(year);
        if (year < 1) return printf("before the civil calendar\n"), 1;
        while (days >= civil_length(year, month)) days -= civil_length(year, month++);
        printf("%04ld-%02d-%02ld\n", year, month, days + 1);
        return 0;
    }
    if (sscanf(line, "work %ld/%d/%d %ld%c", &a.year, &a.month, &a.day, &n, &end) == 4) {
        if (!exists(a)) return printf("no such date\n"), 1;
        if (labs(n) > 9999) return printf("too far\n"), 1;
        long days = number(a), step = n < 0 ? -1 : 1;
        while (n != 0) {
            days += step;
            if (worked(days)) n -= step;
        }
        return show(days);
    }
    return printf("what is '%s'?\n", line), 1;
}

int main(void)
{
    char line[1000];
    int faults = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        faults += answer(line);
    }
    return faults < 50 ? faults : 50;
}
