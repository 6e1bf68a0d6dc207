package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const (
	delimiter = "@DELIMITER@"
	quote     = "@QUOTE@"
	comment   = "@COMMENT@"
	outMark   = "@OUT_DELIMITER@"
	escape    = "@ESCAPE@"
	missing   = "@MISSING@"
)

type field struct {
	value  string
	quoted bool
}

type row struct {
	line   int
	fields []field
}

var out = bufio.NewWriter(os.Stdout)

func stop(code int, format string, values ...interface{}) {
	fmt.Fprintf(out, format+"\n", values...)
	out.Flush()
	os.Exit(code)
}

func parse(text string) []row {
	rows := []row{}
	i, line := 0, 1
	at := func(c string) bool { return i < len(text) && text[i] == c[0] }
	for i < len(text) {
		if at(comment) {
			for i < len(text) && text[i] != '\n' {
				i++
			}
			i++
			line++
			continue
		}
		current := row{line: line}
		for {
			value, quoted := "", false
			if at(quote) {
				quoted = true
				opened := line
				for i++; ; i++ {
					if i >= len(text) {
						stop(2, "line %d: quote is not closed", opened)
					}
					if text[i] == '\n' {
						line++
					}
					if at(quote) {
						if i+1 >= len(text) || text[i+1] != quote[0] {
							break
						}
						i++
					}
					value += text[i : i+1]
				}
				i++
				if i < len(text) && !at(delimiter) && !at("\n") && !at("\r") {
					stop(2, "line %d: '%c' after a closing quote", line, text[i])
				}
			} else {
				start := i
				for ; i < len(text) && !at(delimiter) && !at("\n"); i++ {
					if at(quote) {
						stop(2, "line %d: quote inside of a field", line)
					}
				}
				value = strings.Trim(strings.TrimSuffix(text[start:i], "\r"), " ")
			}
			current.fields = append(current.fields, field{value, quoted})
			if at("\r") {
				i++
			}
			if !at(delimiter) {
				break
			}
			i++
		}
		i++
		line++
		if only := current.fields[0]; len(current.fields) > 1 || only.quoted || only.value != "" {
			rows = append(rows, current)
		}
	}
	return rows
}

func emit(f field) string {
	if f.value == "" && f.quoted {
		return ""
	}
	if f.value == "" {
		return missing
	}
	text := strings.NewReplacer("\n", escape+"n", "\r", escape+"r", outMark, escape+outMark, escape, escape+escape).Replace(f.value)
	if f.value == missing {
		return escape + text
	}
	return text
}

// As JSON writes a text of printable characters and common controls.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text) + `"`
}

func main() {
	text, _ := io.ReadAll(os.Stdin)
	rows := parse(string(text))
	if len(rows) == 0 {
		stop(3, "no header")
	}
	names := []string{}
	for _, f := range rows[0].fields {
		names = append(names, f.value)
	}
	for _, r := range rows {
		if len(r.fields) != len(names) {
			stop(2, "line %d: %d fields, header has %d", r.line, len(r.fields), len(names))
		}
	}
	chosen := []int{}
	for _, wanted := range os.Args[1:] {
		found := -1
		for i := len(names) - 1; i >= 0; i-- {
			if names[i] == wanted {
				found = i
			}
		}
		if found < 0 && regexp.MustCompile("^[1-9][0-9]?$").MatchString(wanted) {
			if n, _ := strconv.Atoi(wanted); n <= len(names) {
				found = n - 1
			}
		}
		if found < 0 {
			stop(4, "no column '%s' in %s", wanted, strings.Join(names, ", "))
		}
		chosen = append(chosen, found)
	}
	if len(chosen) == 0 {
		for i := range names {
			chosen = append(chosen, i)
		}
	}
	order, counts := []string{}, map[string]int{}
	for i, r := range rows {
		parts := []string{}
		for _, c := range chosen {
			parts = append(parts, emit(r.fields[c]))
		}
		fmt.Fprintln(out, strings.Join(parts, outMark))
		if i == 0 {
			continue
		}
		first := r.fields[chosen[0]].value
		if counts[first] == 0 {
			order = append(order, first)
		}
		counts[first]++
	}
	sort.SliceStable(order, func(i, j int) bool {
		if "@ORDER@" == "descending" {
			i, j = j, i
		}
		return counts[order[i]] < counts[order[j]]
	})
	most := []string{}
	for i := 0; i < len(order) && i < 3; i++ {
		most = append(most, fmt.Sprintf("%s %d", quoted(order[i]), counts[order[i]]))
	}
	if len(most) == 0 {
		most = append(most, "nothing")
	}
	fmt.Fprintf(out, "(%d rows; %s)\n", len(rows)-1, strings.Join(most, ", "))
	out.Flush()
}
