// Command train rebuilds the weights that the engine embeds, from the corpora
// they are learnt from. The same corpora give the same bytes. It is no part of
// the program.
//
//	go run ./annotate/train [-corpora DIR] [-only STAGE,…] [-measure] [-out DIR]
//
// Run it in the folder that holds go.mod. The figures that it prints are those of
// annotate/MODEL.md; -measure prints them for the weights as they stand and
// writes nothing.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// stage is one part of the engine that has weights.
type stage struct {
	name    string
	learn   func(*job) error // writes the weights
	measure func(*job) error // prints how good they are; nil where another stage tells
}

// stages lists the stages in the order in which they need one another.
func stages() []stage {
	return []stage{
		{name: "token", measure: measureTokens},
		{name: "tag", learn: learnTags, measure: measureTags},
		{name: "parse", learn: learnTrees, measure: measureTrees},
		{name: "entity", learn: learnEntities},
		{name: "quote", learn: learnQuotes},
		{name: "setting", learn: learnSettings},
	}
}

// job is one run of the command.
type job struct {
	corpora fs.FS
	out     string
	without []string // folders of marked articles that are kept aside
}

func main() {
	corpora := flag.String("corpora", "../shared/corpora", "folder of the corpora")
	out := flag.String("out", ".", "folder that holds go.mod; the weights go to their packages below it")
	only := flag.String("only", "", "the stages to do, parted by commas (default all)")
	measure := flag.Bool("measure", false, "measure the weights as they stand, write nothing")
	without := flag.String("without", "", "folders of marked articles to keep aside, parted by commas, so that one can measure on them")
	flag.Parse()
	j := &job{corpora: os.DirFS(*corpora), out: *out, without: commas(*without)}
	if err := j.run(commas(*only), *measure); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func commas(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

func (j *job) run(only []string, measure bool) error {
	for _, s := range stages() {
		do := s.learn
		if measure {
			do = s.measure
		}
		if do == nil || len(only) > 0 && !slices.Contains(only, s.name) {
			continue
		}
		began := time.Now()
		if err := do(j); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		fmt.Printf("%-8s done in %.1fs\n", s.name, time.Since(began).Seconds())
	}
	return nil
}

// write puts weights to the package they belong to.
func (j *job) write(name string, data []byte) error {
	path := filepath.Join(j.out, filepath.FromSlash(name))
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return err
	}
	fmt.Printf("%-8s %s: %d bytes\n", "", name, len(data))
	return nil
}
