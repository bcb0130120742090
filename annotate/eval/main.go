// Command eval measures the engine on the sample articles, whose gold stands
// beside them: who said what, where and when, and the named things. It compares
// the figures with those kept in figures.txt and fails where one has fallen by
// more than half a point.
//
//	go run ./annotate/eval [-write] [-v]
//
// Run it in the folder that holds go.mod. -write keeps the figures of this run,
// -v prints those of every article. What the figures mean is said beside each
// one's reckoning in score.go; thirteen short articles tell a broken engine from
// a sound one, and no more than that.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/source"
	"quoth/sample"
)

// tolerance is how far, in points, a figure may fall.
const tolerance = 0.5

// kept is the file of the figures that must be held.
const kept = "annotate/eval/figures.txt"

func main() {
	write := flag.Bool("write", false, "keep the figures of this run")
	verbose := flag.Bool("v", false, "print the figures of every article")
	flag.Parse()
	if err := run(*write, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(write, verbose bool) error {
	total, err := measure(verbose)
	if err != nil {
		return err
	}
	now := total.figures()
	if write {
		return os.WriteFile(kept, []byte(table(now)), 0o644)
	}
	fmt.Print(table(now))
	return compare(now)
}

// measure annotates every sample article that has gold.
func measure(verbose bool) (*score, error) {
	engine, err := annotate.New()
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(sample.Files, "*.*")
	if err != nil {
		return nil, err
	}
	opener := source.Opener{Warn: func(err error) { fmt.Fprintln(os.Stderr, "eval:", err) }}
	total := &score{}
	for _, name := range names {
		stem, _, _ := strings.Cut(name, ".")
		file, err := os.ReadFile("sample/" + stem + ".gold.json")
		if err != nil {
			return nil, err
		}
		data, err := sample.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a, err := opener.Read(name, data)
		if err != nil {
			return nil, err
		}
		g, err := readGold(file, a.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if a.Published, err = model.ParseStamp(g.Published); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		found := engine.Annotate(a)
		total.add(g, &found)
		if verbose {
			one := &score{}
			one.add(g, &found)
			fmt.Printf("%-18s what %5.1f who %5.1f where %5.1f when %5.1f whole %5.1f entities %5.1f\n", stem,
				one.what.f1(), one.who.percent(), one.where.f1(), one.when.f1(), one.whole.percent(), one.entities.f1())
		}
	}
	return total, nil
}

// figure is one number of the result.
type figure struct {
	name  string
	value float64
}

func (s *score) figures() []figure {
	return []figure{
		{"what F1", s.what.f1()},
		{"who right of found", s.who.percent()},
		{"where F1", s.where.f1()},
		{"when F1", s.when.f1()},
		{"when F1 (day)", s.day.f1()},
		{"whole records right", s.whole.percent()},
		{"entities F1", s.entities.f1()},
		{"entities F1 (span)", s.spans.f1()},
		{"who said what, end to end F1", s.endToEnd.f1()},
		{"quoted text, speaker right", s.quoted.percent()},
		{"right of those said to be sure", s.sure.percent()},
		{"said to be sure of all", 100 * float64(s.sure.all) / float64(max(s.all, 1))},
	}
}

func table(all []figure) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "%-32s %5.1f\n", f.name, f.value)
	}
	return b.String()
}

// compare fails where a figure has fallen below the one that is kept.
func compare(now []figure) error {
	f, err := os.Open(kept)
	if err != nil {
		return err
	}
	defer f.Close()
	was := map[string]float64{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		i := strings.LastIndexByte(sc.Text(), ' ')
		v, err := strconv.ParseFloat(sc.Text()[i+1:], 64)
		if err != nil {
			return fmt.Errorf("%s: %w", kept, err)
		}
		was[strings.TrimSpace(sc.Text()[:i+1])] = v
	}
	var fallen []string
	for _, f := range now {
		if w, ok := was[f.name]; ok && f.value < w-tolerance {
			fallen = append(fallen, fmt.Sprintf("%s fell from %.1f to %.1f", f.name, w, f.value))
		}
	}
	if len(fallen) > 0 {
		return fmt.Errorf("%s", strings.Join(fallen, "; "))
	}
	return sc.Err()
}
