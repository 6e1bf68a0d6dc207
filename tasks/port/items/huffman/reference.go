package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

const (
	signs   = "@SIGNS@" // six bits each
	longest = @LONGEST@ // bits of a code
	line    = @LINE@
	front   = @FRONT@ // 1: bytes are replaced by their place in a list that moves what was used to the front
	tieLow  = "@TIE@" == "low"
	salt    = @SALT@
)

func fail(format string, values ...interface{}) {
	fmt.Printf("damaged: "+format+"\n", values...)
	os.Exit(1)
}

type list [256]byte

func newList() *list {
	l := &list{}
	for i := range l {
		l[i] = byte(i)
	}
	return l
}

func (l *list) moveToFront(at int) byte {
	b := l[at]
	copy(l[1:at+1], l[:at])
	l[0] = b
	return b
}

func (l *list) find(b byte) int {
	for i, other := range l {
		if other == b {
			return i
		}
	}
	return -1
}

type node struct {
	count, lowest int
	symbols       []int
}

// Lengths of the codes; counts are halved until no code is too long.
func lengths(counts map[int]int) map[int]int {
	for {
		nodes := []node{}
		out := map[int]int{}
		for symbol, count := range counts {
			nodes = append(nodes, node{count, symbol, []int{symbol}})
			out[symbol] = 0
		}
		if len(nodes) == 1 {
			out[nodes[0].lowest] = 1
		}
		for len(nodes) > 1 {
			sort.Slice(nodes, func(i, j int) bool {
				if nodes[i].count != nodes[j].count {
					return nodes[i].count < nodes[j].count
				}
				return (nodes[i].lowest < nodes[j].lowest) == tieLow
			})
			a, b := nodes[0], nodes[1]
			both := node{a.count + b.count, a.lowest, append(append([]int{}, a.symbols...), b.symbols...)}
			if b.lowest < a.lowest {
				both.lowest = b.lowest
			}
			for _, symbol := range both.symbols {
				out[symbol]++
			}
			nodes = append(nodes[2:], both)
		}
		most := 0
		for _, size := range out {
			if size > most {
				most = size
			}
		}
		if most <= longest {
			return out
		}
		for symbol := range counts {
			counts[symbol] = counts[symbol]/2 + 1
		}
	}
}

type code struct{ symbol, size, bits int }

// The codes in their canonical order; the last result is the number of codes of the full length that are left over.
func codes(sizes map[int]int) ([]code, int) {
	out := []code{}
	for symbol, size := range sizes {
		out = append(out, code{symbol, size, 0})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].size != out[j].size {
			return out[i].size < out[j].size
		}
		return out[i].symbol < out[j].symbol
	})
	next, before := 0, 0
	left := 1 << longest
	for i := range out {
		next <<= uint(out[i].size - before)
		out[i].bits = next
		before = out[i].size
		next++
		left -= 1 << uint(longest-out[i].size)
	}
	return out, left
}

func check(data []byte) int {
	sum := salt
	for _, b := range data {
		sum = (sum*31 + int(b)) % 4096
	}
	return sum
}

func pack(data []byte) {
	bits := []byte{}
	put := func(value, size int) {
		for i := size - 1; i >= 0; i-- {
			bits = append(bits, byte(value>>uint(i)&1))
		}
	}
	symbols, counts, l := []int{}, map[int]int{}, newList()
	for _, b := range data {
		at := l.find(b)
		l.moveToFront(at)
		if front == 0 {
			at = int(b)
		}
		symbols = append(symbols, at)
		counts[at]++
	}
	sizes := map[int]int{}
	if len(data) > 0 {
		sizes = lengths(counts)
	}
	put(len(data), 16)
	put(len(sizes), 9)
	for symbol := 0; symbol < 256; symbol++ {
		if size, used := sizes[symbol]; used {
			put(symbol, 8)
			put(size, 4)
		}
	}
	ordered, _ := codes(sizes)
	table := map[int]code{}
	for _, c := range ordered {
		table[c.symbol] = c
	}
	for _, symbol := range symbols {
		put(table[symbol].bits, table[symbol].size)
	}
	put(check(data), 12)
	for len(bits)%6 != 0 {
		bits = append(bits, 0)
	}
	text := strings.Builder{}
	for i := 0; i < len(bits); i += 6 {
		value := 0
		for _, bit := range bits[i : i+6] {
			value = value<<1 | int(bit)
		}
		if i/6%line == 0 && i > 0 {
			text.WriteByte('\n')
		}
		text.WriteByte(signs[value])
	}
	fmt.Println(text.String())
}

func unpack(text string) {
	bits := []byte{}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			continue
		}
		value := strings.IndexByte(signs, text[i])
		if value < 0 {
			fail("sign %d at %d", text[i], i+1)
		}
		for k := 5; k >= 0; k-- {
			bits = append(bits, byte(value>>uint(k)&1))
		}
	}
	at := 0
	get := func(size int) int {
		if at+size > len(bits) {
			fail("ends after %d bits", len(bits))
		}
		value := 0
		for ; size > 0; size-- {
			value = value<<1 | int(bits[at])
			at++
		}
		return value
	}
	length, count := get(16), get(9)
	if count > 256 || (count == 0) != (length == 0) {
		fail("%d codes for %d bytes", count, length)
	}
	sizes, last := map[int]int{}, -1
	for i := 0; i < count; i++ {
		symbol, size := get(8), get(4)
		if symbol <= last || size < 1 || size > longest {
			fail("code %d: symbol %d, size %d", i+1, symbol, size)
		}
		sizes[symbol] = size
		last = symbol
	}
	ordered, left := codes(sizes)
	if left < 0 || (left > 0 && count > 1) {
		fail("codes leave %d", left)
	}
	data, l := []byte{}, newList()
	for len(data) < length {
		value, size, found := 0, 0, -1
		for found < 0 {
			value = value<<1 | get(1)
			size++
			for _, c := range ordered {
				if c.size == size && c.bits == value {
					found = c.symbol
				}
			}
			if size > longest {
				fail("no code at bit %d", at)
			}
		}
		if front == 1 {
			data = append(data, l.moveToFront(found))
		} else {
			data = append(data, byte(found))
		}
	}
	if stated, sum := get(12), check(data); stated != sum {
		fail("check %d, stated %d", sum, stated)
	}
	if len(bits)-at >= 6 {
		fail("%d bits left over", len(bits)-at)
	}
	for ; at < len(bits); at++ {
		if bits[at] != 0 {
			fail("bit %d is set", at)
		}
	}
	fmt.Printf("%d bytes, %d codes\n%s", length, count, data)
}

func main() {
	input, _ := io.ReadAll(os.Stdin)
	way := ""
	if len(os.Args) > 1 {
		way = os.Args[1]
	}
	switch way {
	case "@N_PACK@":
		pack(input)
	case "@N_UNPACK@":
		unpack(string(input))
	default:
		fmt.Printf("'%s'? @N_PACK@ or @N_UNPACK@\n", way)
		os.Exit(2)
	}
}
