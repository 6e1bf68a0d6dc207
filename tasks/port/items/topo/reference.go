package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const (
	shift       = @SHIFT@ // so many parts are built at once
	defaultCost = @DEFAULT_COST@
)

type part struct {
	name   string
	urgent bool
	cost   int
	needs  []string
	level  int // the cost of the longest chain of parts that wait for this one, itself included
}

var (
	parts = map[string]*part{}
	names []string
	head  = regexp.MustCompile(`^([a-z][a-z0-9]*)(\@URGENT@)?(\[([1-9][0-9]*)\])?$`)
)

func fail(code int, format string, values ...interface{}) {
	fmt.Printf(format+"\n", values...)
	os.Exit(code)
}

func read() {
	type need struct {
		line             int
		from, to         string
		optional         bool
	}
	needs := []need{}
	input := bufio.NewScanner(os.Stdin)
	for line := 1; input.Scan(); line++ {
		words := strings.Fields(input.Text())
		if len(words) == 0 {
			continue
		}
		match := head.FindStringSubmatch(words[0])
		if match == nil || len(words) < 2 || words[1] != "@ARROW@" {
			fail(2, "line %d: not a rule", line)
		}
		if parts[match[1]] != nil {
			fail(2, "line %d: %s has a rule already", line, match[1])
		}
		p := &part{name: match[1], urgent: match[2] != "", cost: defaultCost}
		if match[4] != "" {
			p.cost, _ = strconv.Atoi(match[4])
		}
		parts[p.name] = p
		names = append(names, p.name)
		for _, word := range words[2:] {
			name := strings.TrimSuffix(word, "@OPTIONAL@")
			needs = append(needs, need{line, p.name, name, name != word})
		}
	}
	for _, n := range needs {
		if parts[n.to] == nil {
			if n.optional {
				continue
			}
			fail(3, "line %d: %s needs %s, which has no rule", n.line, n.from, n.to)
		}
		// An optional need that closes a circle of needs read before it is dropped.
		if n.optional && (n.to == n.from || reaches(n.to, n.from)) {
			fmt.Printf("dropped: %s needs %s\n", n.from, n.to)
			continue
		}
		p := parts[n.from]
		p.needs = append(p.needs, n.to)
	}
}

func reaches(from, to string) bool { return len(path(from, to)) > 0 }

// The shortest way from one part to another along needs; the needs of a part are tried in their order. Empty where there is none.
func path(from, to string) []string {
	before := map[string]string{from: ""}
	queue := []string{from}
	for i := 0; i < len(queue); i++ {
		for _, next := range parts[queue[i]].needs {
			if next == to {
				way := []string{to}
				for at := queue[i]; at != ""; at = before[at] {
					way = append([]string{at}, way...)
				}
				return way
			}
			if _, seen := before[next]; !seen {
				before[next] = queue[i]
				queue = append(queue, next)
			}
		}
	}
	return nil
}

func reportCycle() {
	var shortest []string
	for _, name := range names {
		way := path(name, name)
		if len(way) > 0 && (shortest == nil || len(way) < len(shortest)) {
			shortest = way
		}
	}
	if shortest != nil {
		fail(4, "cycle: %s", strings.Join(shortest, " > "))
	}
}

func level(name string) int {
	p := parts[name]
	if p.level == 0 {
		for _, other := range names {
			for _, need := range parts[other].needs {
				if need == name && level(other) > p.level {
					p.level = level(other)
				}
			}
		}
		p.level += p.cost
	}
	return p.level
}

func before(a, b *part) bool {
	if a.urgent != b.urgent {
		return a.urgent
	}
	if level(a.name) != level(b.name) {
		return level(a.name) > level(b.name)
	}
	if "@TIE@" == "cost" && a.cost != b.cost {
		return a.cost < b.cost
	}
	return a.name < b.name
}

func main() {
	read()
	if len(names) == 0 {
		fail(1, "nothing to build")
	}
	reportCycle()
	done := map[string]bool{}
	total, width := 0, 0
	for number := 1; len(done) < len(names); number++ {
		ready := []*part{}
		for _, name := range names {
			waits := done[name]
			for _, need := range parts[name].needs {
				waits = waits || !done[need]
			}
			if !waits {
				ready = append(ready, parts[name])
			}
		}
		sort.Slice(ready, func(i, j int) bool { return before(ready[i], ready[j]) })
		if len(ready) > shift {
			ready = ready[:shift]
		}
		slowest := 0
		fmt.Printf("shift %d:", number)
		for _, p := range ready {
			fmt.Printf(" %s", p.name)
			done[p.name] = true
			if p.cost > slowest {
				slowest = p.cost
			}
		}
		total += slowest
		if len(ready) > width {
			width = len(ready)
		}
		fmt.Printf(" (%d)\n", slowest)
	}
	longest := 0
	for _, name := range names {
		if level(name) > longest {
			longest = level(name)
		}
	}
	fmt.Printf("time %d, at least %d, up to %d at once\n", total, longest, width)
}
