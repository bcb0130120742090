package entity

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/linear"
	"quoth/annotate/token"
)

// kind is a list of the gazetteer.
type kind uint8

const (
	given kind = iota
	surname
	city
	region
	country
	people
	organisation
	person
	spot
	event
	work
	artifact
	common // words that the corpora write small
	kinds
)

// entryClasses is the number of classes of the gazetteer's model: the kinds, and
// WordNet's lexicographer files.
const entryClasses = int(kinds) + 48

// longestEntry is the most words of a name in the gazetteer.
const longestEntry = 6

// kindNames are the kinds as the trainer's lists write them.
var kindNames = [kinds]string{
	"given", "surname", "city", "region", "country", "people", "organisation", "person", "place", "event", "work", "artifact", "common",
}

// gazetteer knows names and words. It is a packed model used as a table: each
// entry is a feature with a weight for each of its kinds.
type gazetteer struct{ table *linear.Model }

// entry is what the gazetteer says of a word or phrase.
type entry struct {
	kinds uint16 // a bit a kind
	class uint8  // lexicographer file of a common word, 0 for none
}

func (e entry) is(k kind) bool { return e.kinds>>k&1 == 1 }

// phrase puts one more word to the hash of a phrase, which begins at 0.
func phrase(h uint64, f *doc.Form) uint64 { return linear.Mix(h, f.Lower) }

func (g gazetteer) look(h uint64) entry {
	var scores [entryClasses]int32
	var e entry
	if !g.table.Add(h, scores[:]) {
		return e
	}
	for k, s := range scores {
		switch {
		case s == 0:
		case k < int(kinds):
			e.kinds |= 1 << k
		default:
			e.class = uint8(k - int(kinds))
		}
	}
	return e
}

// Entry is a line of a word list: the name of a kind, or two digits for the
// lexicographer file of a common word.
type Entry struct{ Kind, Name string }

// PackGazetteer gives the packed form of word lists.
func PackGazetteer(entries []Entry) ([]byte, error) {
	classes := map[uint64]map[int]bool{}
	for _, e := range entries {
		class := classOf(e.Kind)
		h, n := uint64(0), 0
		for _, s := range token.Words(e.Name) {
			f := token.FormOf(s.In(e.Name))
			h = phrase(h, &f)
			n++
		}
		if class < 0 || n == 0 || n > longestEntry {
			continue
		}
		if classes[h] == nil {
			classes[h] = map[int]bool{}
		}
		classes[h][class] = true
	}
	rows := make([]linear.Row, 0, len(classes))
	for h, set := range classes {
		r := linear.Row{Feature: h}
		for c := range entryClasses {
			if set[c] {
				r.Weights = append(r.Weights, linear.Weight{Class: c, Value: 1})
			}
		}
		rows = append(rows, r)
	}
	return linear.Pack(rows, entryClasses)
}

// classOf gives the class of a kind's name, -1 for none.
func classOf(name string) int {
	for k, n := range kindNames {
		if n == name {
			return k
		}
	}
	if len(name) == 2 && strings.Trim(name, "0123456789") == "" {
		return int(kinds) + int(name[0]-'0')*10 + int(name[1]-'0')
	}
	return -1
}
