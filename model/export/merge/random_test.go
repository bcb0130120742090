package merge_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model/export/merge"
)

// said is what the program has to say at some time: items come, go and change.
type said struct {
	r     *rand.Rand
	items []string // ids in their order
	body  map[string]string
	title int
}

func (s *said) change() {
	switch n := s.r.IntN(6); {
	case n == 0 && len(s.items) > 0:
		i := s.r.IntN(len(s.items))
		s.items = slices.Delete(s.items, i, i+1)
	case n == 1 && len(s.items) > 0:
		s.body[s.items[s.r.IntN(len(s.items))]] = fmt.Sprintf("changed %d\n\n^id\n", s.r.IntN(1000))
	case n == 2:
		s.title++
	case n < 5:
		id := fmt.Sprintf("q-%08x", s.r.Uint32())
		s.body[id] = fmt.Sprintf("> [!quote] Someone\n> words of %s\n\n^%s\n", id, id)
		s.items = slices.Insert(s.items, s.r.IntN(len(s.items)+1), id)
	}
}

func (s *said) page() merge.Page {
	p := page()
	p.Keys[0].YAML = fmt.Sprintf("title: Bridge %d\n", s.title)
	for _, id := range s.items {
		p.Items = append(p.Items, merge.Item{ID: id, Body: s.body[id]})
	}
	return p
}

// reader is someone who edits the file. Every word written is another one.
type reader struct {
	r       *rand.Rand
	words   int
	removed map[string]bool
}

func (u *reader) edit(file string) string {
	lines := strings.SplitAfter(file, "\n")
	at := 1 + u.r.IntN(len(lines)-1) // not before the front matter
	u.words++
	word := fmt.Sprintf("mine%d", u.words)
	isMark := strings.HasPrefix(lines[at], "<!--") || strings.HasPrefix(lines[at], "---")
	inMatter := strings.Count(strings.Join(lines[:at], ""), "---\n") == 1
	switch n := u.r.IntN(8); {
	case n == 0: // takes a whole item out
		for i, line := range lines[at:] {
			if fields := strings.Fields(line); len(fields) > 2 && fields[1] == "quoth:item" {
				end := at + i
				for !strings.Contains(lines[end], "/item") {
					end++
				}
				u.removed[fields[2]] = true
				lines = slices.Delete(lines, at+i, end+1)
				break
			}
		}
	case n == 1 && !isMark && !inMatter: // takes a line out
		lines = slices.Delete(lines, at, at+1)
	case n == 2 && !isMark && !inMatter && lines[at] != "": // writes in a line
		i := u.r.IntN(len(lines[at]))
		lines[at] = lines[at][:i] + " " + word + " " + lines[at][i:]
	case inMatter && strings.Contains(lines[at], ": "): // a key, or more of one
		if n < 4 {
			lines[at] = strings.TrimSuffix(lines[at], "\n") + " " + word + "\n"
		} else {
			lines = slices.Insert(lines, at, word+": "+word+"\n")
		}
	case !inMatter: // a line more, perhaps in an item
		lines = slices.Insert(lines, at, word+[]string{"\n", "  \n", "\n\n", "\r\n"}[u.r.IntN(4)])
	}
	return strings.Join(lines, "")
}

// own gives the reader's words of a file, in their order.
func own(file string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(file, func(r rune) bool { return r <= ' ' || r == ':' || r == '>' }) {
		if i := strings.Index(w, "mine"); i >= 0 {
			out = append(out, w[i:])
		}
	}
	return out
}

// TestNoWordOfTheReaderIsLost edits files and brings them up to date in turns:
// every word of the reader's stays, in its order, what was taken out stays out,
// and the same again changes nothing.
func TestNoWordOfTheReaderIsLost(t *testing.T) {
	updates := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 9))
		s := &said{r: r, body: map[string]string{}}
		u := &reader{r: r, removed: map[string]bool{}}
		for range 5 {
			s.change()
		}
		file := string(merge.New(s.page()))
		for range 20 {
			for range r.IntN(4) {
				file = u.edit(file)
			}
			for range r.IntN(3) {
				s.change()
			}
			got, err := merge.Update([]byte(file), s.page(), merge.Options{})
			if err != nil {
				var damage *merge.DamageError
				if !errors.As(err, &damage) {
					t.Fatal(err)
				}
				break // nothing is written
			}
			if diff := cmp.Diff(own(file), own(string(got.File))); diff != "" {
				t.Fatalf("seed %d: words of the reader: %s\nbefore:\n%s\nafter:\n%s", seed, diff, file, got.File)
			}
			for id := range u.removed {
				if strings.Contains(string(got.File), "quoth:item "+id) {
					t.Fatalf("seed %d: %s came back", seed, id)
				}
			}
			again, err := merge.Update(got.File, s.page(), merge.Options{})
			if err != nil || string(again.File) != string(got.File) {
				t.Fatalf("seed %d: the same again: %v %s", seed, err, cmp.Diff(string(got.File), string(again.File)))
			}
			file = string(got.File)
			updates++
		}
	}
	if updates < 2000 {
		t.Errorf("only %d updates: the reader breaks the marks too often", updates)
	}
}

// FuzzUpdate holds that any bytes are either refused or kept: what stands
// outside the marks is the same before and after.
func FuzzUpdate(f *testing.F) {
	f.Add(first)
	f.Add(strings.ReplaceAll(first, "\n", "\r\n"))
	f.Add("---\ntitle: x\n---\n<!-- quoth:begin -->\n<!-- quoth:end -->")
	f.Fuzz(func(t *testing.T, file string) {
		p := page("a ONE", "n new", "b two")
		got, err := merge.Update([]byte(file), p, merge.Options{})
		if err != nil {
			return
		}
		if before, after := outside(file), outside(string(got.File)); before != after {
			t.Errorf("%s", cmp.Diff(before, after))
		}
		again, err := merge.Update(got.File, p, merge.Options{})
		if err != nil || string(again.File) != string(got.File) {
			t.Errorf("the same again: %v %s", err, cmp.Diff(string(got.File), string(again.File)))
		}
	})
}

// outside gives the words of a file that stand below its front matter and in no
// item.
func outside(file string) string {
	var out strings.Builder
	inside, matter := false, 0
	for line := range strings.Lines(strings.TrimPrefix(file, "\ufeff")) {
		words := strings.TrimSpace(line)
		isMark := strings.HasPrefix(words, "<!-- quoth:")
		switch {
		case matter < 2:
			if end := strings.TrimRight(line, " \t\r\n"); end == "---" || end == "..." {
				matter++
			}
		case isMark && strings.HasPrefix(words, "<!-- quoth:item"):
			inside = true
		case isMark && strings.HasPrefix(words, "<!-- quoth:/item"):
			inside = false
		case !isMark && !inside && words != "":
			out.WriteString(strings.TrimRight(line, "\r\n") + "\n")
		}
	}
	return out.String()
}
