// Command wordlists writes the lists of names and of words by meaning that the
// trainer puts into the gazetteer, from WordNet and from the ISO tables of the
// Debian packages wordnet-base and iso-codes.
//
//	go run ./annotate/train/wordlists -wordnet /usr/share/wordnet -iso /usr/share/iso-codes/json -out annotate/train/wordlists
//
// names.txt holds a kind, a tab and a name a line; words.txt a lexicographer file
// of WordNet, a tab and a word.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet's files")
	iso := flag.String("iso", "/usr/share/iso-codes/json", "folder of the ISO tables")
	out := flag.String("out", "annotate/train/wordlists", "folder to write to")
	flag.Parse()
	if err := run(*wordnet, *iso, *out); err != nil {
		fmt.Fprintln(os.Stderr, "wordlists:", err)
		os.Exit(1)
	}
}

func run(wordnet, iso, out string) error {
	names, err := wordnetNames(wordnet)
	if err != nil {
		return err
	}
	for _, read := range []func(string) (list, error){countries, subdivisions} {
		more, err := read(iso)
		if err != nil {
			return err
		}
		names = append(names, more...)
	}
	words, err := wordnetWords(wordnet)
	if err != nil {
		return err
	}
	if err := names.write(filepath.Join(out, "names.txt")); err != nil {
		return err
	}
	return words.write(filepath.Join(out, "words.txt"))
}

// entry is one line of a list.
type entry struct{ kind, name string }

type list []entry

func (l *list) add(kind, name string) { *l = append(*l, entry{kind, name}) }

// write writes the lines sorted, each once.
func (l list) write(path string) error {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.kind + "\t" + e.name + "\n"
	}
	sort.Strings(lines)
	var b strings.Builder
	for i, line := range lines {
		if i == 0 || line != lines[i-1] {
			b.WriteString(line)
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
