package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
)

const (
	months     = @MONTHS@
	yearDays   = @YEAR@
	leapEvery  = @LEAP_EVERY@
	leapExcept = @LEAP_EXCEPT@
	leapMonth  = @LEAP_MONTH@
	week       = @WEEK@
	rest       = @REST@
	offset     = @OFFSET@
)

var lengths = [months]int{@LENGTHS@}

type date struct{ year, month, day int }

func floorDiv(a, b int) int {
	if a%b < 0 {
		return a/b - 1
	}
	return a / b
}

func modulo(a, b int) int { return a - floorDiv(a, b)*b }

func abs(a int) int {
	if a < 0 {
		return -a
	}
	return a
}

func leap(year int) bool { return modulo(year, leapEvery) == 0 && modulo(year, leapExcept) != 0 }

func length(year, month int) int {
	if month == leapMonth && leap(year) {
		return lengths[month-1] + 1
	}
	return lengths[month-1]
}

// Years that both rules of the leap year name come every `common` years.
func start(year int) int {
	common := leapExcept
	for common%leapEvery != 0 {
		common += leapExcept
	}
	return year*yearDays + floorDiv(year+leapEvery-1, leapEvery) - floorDiv(year+common-1, common)
}

func number(d date) int {
	days := start(d.year) + d.day - 1
	for m := 1; m < d.month; m++ {
		days += length(d.year, m)
	}
	return days
}

func fromNumber(days int) date {
	d := date{floorDiv(days, yearDays), 1, 1}
	for start(d.year) > days {
		d.year--
	}
	for start(d.year+1) <= days {
		d.year++
	}
	days -= start(d.year)
	for days >= length(d.year, d.month) {
		days -= length(d.year, d.month)
		d.month++
	}
	d.day = days + 1
	return d
}

func exists(d date) bool {
	return abs(d.year) <= 9999 && d.month >= 1 && d.month <= months && d.day >= 1 && d.day <= length(d.year, d.month)
}

func worked(days int) bool { return modulo(days, week) < week-rest }

func show(days int) (string, bool) {
	d := fromNumber(days)
	if abs(d.year) > 9999 {
		return "out of range", false
	}
	text := fmt.Sprintf("%d/%d/%d, day %d of the week", d.year, d.month, d.day, modulo(days, week)+1)
	if !worked(days) {
		text += ", rest"
	}
	return text, true
}

func civilLength(year, month int) int {
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		return 29
	}
	return []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

func civilStart(year int) int {
	before := year - 1
	return (year-1970)*365 + floorDiv(before, 4) - floorDiv(before, 100) + floorDiv(before, 400) - 477
}

const datePart = `(-?[0-9]+)/(-?[0-9]+)/(-?[0-9]+)`

var (
	difference = regexp.MustCompile(`^` + datePart + ` - ` + datePart + `$`)
	sum        = regexp.MustCompile(`^` + datePart + ` \+ (-?[0-9]+)$`)
	ofDay      = regexp.MustCompile(`^day ` + datePart + `$`)
	ofYear     = regexp.MustCompile(`^year (-?[0-9]+)$`)
	from       = regexp.MustCompile(`^from ([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})$`)
	to         = regexp.MustCompile(`^to ` + datePart + `$`)
	work       = regexp.MustCompile(`^work ` + datePart + ` (-?[0-9]+)$`)
)

// The numbers of a question of this form; nil where it has another.
func numbers(form *regexp.Regexp, line string) []int {
	match := form.FindStringSubmatch(line)
	if match == nil {
		return nil
	}
	out := []int{}
	for _, text := range match[1:] {
		n, _ := strconv.Atoi(text)
		out = append(out, n)
	}
	return out
}

func answer(line string) (string, bool) {
	if n := numbers(difference, line); n != nil {
		a, b := date{n[0], n[1], n[2]}, date{n[3], n[4], n[5]}
		if !exists(a) || !exists(b) {
			return "no such date", false
		}
		first, last := number(b), number(a)
		days := last - first
		text := fmt.Sprintf("%d days", days)
		if abs(days) > 20000 {
			return text, true
		}
		if first > last {
			first, last = last, first
		}
		count := 0
		for d := first; d < last; d++ {
			if worked(d) {
				count++
			}
		}
		return fmt.Sprintf("%s, %d worked", text, count), true
	}
	if n := numbers(ofYear, line); n != nil {
		kind := "common"
		if leap(n[0]) {
			kind = "leap"
		}
		return fmt.Sprintf("year %d: %s, starts on day %d of the week", n[0], kind, modulo(start(n[0]), week)+1), true
	}
	if n := numbers(from, line); n != nil {
		if n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > civilLength(n[0], n[1]) {
			return "no such date", false
		}
		days := civilStart(n[0]) + n[2] - 1
		for m := 1; m < n[1]; m++ {
			days += civilLength(n[0], m)
		}
		return show(days + offset)
	}
	for _, form := range []*regexp.Regexp{sum, ofDay, to, work} {
		n := numbers(form, line)
		if n == nil {
			continue
		}
		d := date{n[0], n[1], n[2]}
		if !exists(d) {
			return "no such date", false
		}
		days := number(d)
		switch form {
		case sum:
			return show(days + n[3])
		case ofDay:
			size := yearDays
			if leap(d.year) {
				size++
			}
			text, good := show(days)
			return fmt.Sprintf("day %d of %d; %s", days-start(d.year)+1, size, text), good
		case to:
			return civil(days - offset)
		}
		if abs(n[3]) > 9999 {
			return "too far", false
		}
		step := 1
		if n[3] < 0 {
			step = -1
		}
		for left := abs(n[3]); left > 0; {
			days += step
			if worked(days) {
				left--
			}
		}
		return show(days)
	}
	return fmt.Sprintf("what is '%s'?", line), false
}

func civil(days int) (string, bool) {
	year, month := 1970+floorDiv(days, 366), 1
	for civilStart(year+1) <= days {
		year++
	}
	for civilStart(year) > days {
		year--
	}
	days -= civilStart(year)
	if year < 1 {
		return "before the civil calendar", false
	}
	for days >= civilLength(year, month) {
		days -= civilLength(year, month)
		month++
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, days+1), true
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	faults := 0
	for input.Scan() {
		text, good := answer(input.Text())
		fmt.Println(text)
		if !good {
			faults++
		}
	}
	if faults > 50 {
		faults = 50
	}
	os.Exit(faults)
}
