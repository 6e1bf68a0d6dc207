package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

const (
	joins    = @JOINS@    // spans with at most this many minutes between them become one
	shortest = @SHORTEST@ // shorter gaps are not reported
	day      = 24 * 60
)

type span struct{ from, to int }

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

func (s span) String() string { return clock(s.from) + "-" + clock(s.to) }

func parse(text string) (span, string) {
	if len(text) != 11 || text[5] != '-' {
		return span{}, "bad span"
	}
	var ends [2]int
	for i, part := range []string{text[:5], text[6:]} {
		for k, c := range part {
			if k == 2 && c != ':' || k != 2 && (c < '0' || c > '9') {
				return span{}, "bad span"
			}
		}
		hours := int(part[0]-'0')*10 + int(part[1]-'0')
		minutes := int(part[3]-'0')*10 + int(part[4]-'0')
		if minutes > 59 || hours*60+minutes > day {
			return span{}, "no such time " + part
		}
		ends[i] = hours*60 + minutes
	}
	if ends[0] >= ends[1] {
		return span{}, "empty span"
	}
	return span{ends[0], ends[1]}, ""
}

func add(set []span, s span) []span {
	all := append(append([]span{}, set...), s)
	sort.Slice(all, func(i, j int) bool { return all[i].from < all[j].from || all[i].from == all[j].from && all[i].to < all[j].to })
	out := []span{}
	for _, next := range all {
		if n := len(out); n > 0 && next.from <= out[n-1].to+joins {
			if next.to > out[n-1].to {
				out[n-1].to = next.to
			}
			continue
		}
		out = append(out, next)
	}
	return out
}

func cut(set []span, s span) []span {
	out := []span{}
	for _, old := range set {
		if old.from < s.from && old.from < min(old.to, s.from) {
			out = append(out, span{old.from, min(old.to, s.from)})
		}
		if old.to > s.to && max(old.from, s.to) < old.to {
			out = append(out, span{max(old.from, s.to), old.to})
		}
	}
	return out
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func max(a, b int) int { return -min(-a, -b) }

func covered(set []span, s span) int {
	total := 0
	for _, old := range set {
		if n := min(old.to, s.to) - max(old.from, s.from); n > 0 {
			total += n
		}
	}
	return total
}

func main() {
	set := []span{}
	faults := 0
	input := bufio.NewScanner(os.Stdin)
	for line := 1; input.Scan(); line++ {
		words := strings.SplitN(input.Text(), " ", 2)
		name, s, wrong := words[0], span{}, ""
		switch name {
		case "@N_ADD@", "@N_CUT@", "@N_CLIP@", "@N_TEST@":
			if len(words) < 2 {
				wrong = name + " needs a span"
			} else {
				s, wrong = parse(words[1])
			}
		case "@N_LIST@", "@N_GAPS@":
			if len(words) > 1 {
				wrong = name + " takes no span"
			}
		default:
			wrong = "unknown command"
		}
		if wrong != "" {
			fmt.Printf("%d: %s\n", line, wrong)
			faults++
			continue
		}
		switch name {
		case "@N_ADD@":
			set = add(set, s)
		case "@N_CUT@":
			set = cut(set, s)
		case "@N_CLIP@":
			set = cut(cut(set, span{-1, s.from}), span{s.to, day + 1})
		case "@N_TEST@":
			part := covered(set, s)
			answer := "partly"
			if part == 0 {
				answer = "free"
			} else if part == s.to-s.from {
				answer = "taken"
			}
			fmt.Printf("%s %s %d/%d\n", s, answer, part, s.to-s.from)
		case "@N_LIST@":
			fmt.Printf("%d spans, %d minutes\n", len(set), covered(set, span{0, day}))
			for _, old := range set {
				fmt.Printf("  %s\n", old)
			}
		case "@N_GAPS@":
			free := []string{}
			at := 0
			for _, old := range append(set[:len(set):len(set)], span{day, day}) {
				if old.from-at >= shortest {
					free = append(free, span{at, old.from}.String())
				}
				at = old.to
			}
			fmt.Printf("[%s]\n", strings.Join(free, " "))
		}
	}
	if faults > 0 {
		os.Exit(10 + min(faults, 5))
	}
}
