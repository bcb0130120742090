// Command wordnet writes the word lists that package lexicon embeds from
// WordNet's files: which verbs are verbs of communication, which nouns are
// persons, groups and the like, and irregular forms.
//
//	go run ./annotate/lexicon/wordnet /usr/share/wordnet > annotate/lexicon/wordnet.txt
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"quoth/annotate/lexicon/wndb"
)

// communication is the number of WordNet's lexicographer file verb.communication.
const communication = 32

// nouns maps the lexicographer files of nouns that are kept to their letters.
var nouns = map[int]string{14: "g", 18: "p", 10: "c", 28: "t"}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "wordnet:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 2 {
		return errors.New("want one argument, the folder of WordNet's files")
	}
	dir := os.Args[1]
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Made by annotate/lexicon/wordnet from WordNet 3.0 (its licence: wordnet-license.txt). v: verb, lexicographer")
	fmt.Fprintln(out, "# file of its first sense, tenths of its senses that are communication. n: noun, kind of its first sense (p person,")
	fmt.Fprintln(out, "# g group, c communication, t time). x: irregular form of a verb, y: of a noun, and its lemma.")
	if err := list(dir, "verb", func(w string, files []int) {
		n := 0
		for _, f := range files {
			if f == communication {
				n++
			}
		}
		fmt.Fprintf(out, "v %s %d %d\n", w, files[0], (20*n+len(files))/(2*len(files)))
	}); err != nil {
		return err
	}
	if err := list(dir, "noun", func(w string, files []int) {
		if k := nouns[files[0]]; k != "" {
			fmt.Fprintf(out, "n %s %s\n", w, k)
		}
	}); err != nil {
		return err
	}
	for _, e := range []struct{ mark, file string }{{"x", "verb.exc"}, {"y", "noun.exc"}} {
		if err := wndb.Lines(filepath.Join(dir, e.file), func(l string) error {
			if w, lemma, ok := strings.Cut(l, " "); ok && plain(w) {
				lemma, _, _ = strings.Cut(lemma, " ")
				fmt.Fprintf(out, "%s %s %s\n", e.mark, w, lemma)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// plain reports whether w is one lower-case word that is no number.
func plain(w string) bool {
	return !strings.ContainsAny(w, "_.0123456789'/") && len(w) > 1
}

// list calls each for every single word of a part of speech, in alphabetical
// order, with the lexicographer files of its senses, the first sense first.
func list(dir, part string, each func(word string, files []int)) error {
	file := map[string]int{}
	if err := wndb.Lines(filepath.Join(dir, "data."+part), func(l string) error {
		f := strings.SplitN(l, " ", 3)
		n, err := strconv.Atoi(f[1])
		file[f[0]] = n
		return err
	}); err != nil {
		return err
	}
	words := map[string][]int{}
	if err := wndb.Lines(filepath.Join(dir, "index."+part), func(l string) error {
		f := strings.Fields(l)
		if !plain(f[0]) {
			return nil
		}
		n, err := strconv.Atoi(f[2])
		for _, at := range f[len(f)-n:] {
			words[f[0]] = append(words[f[0]], file[at])
		}
		return err
	}); err != nil {
		return err
	}
	keys := make([]string, 0, len(words))
	for w := range words {
		keys = append(keys, w)
	}
	sort.Strings(keys)
	for _, w := range keys {
		each(w, words[w])
	}
	return nil
}
