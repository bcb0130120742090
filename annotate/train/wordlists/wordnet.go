package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/annotate/lexicon/wndb"
)

// The lexicographer files of WordNet (lexnames(5WN)) that hold names. Some hold
// them as instances of a concept alone.
const (
	nounAct           = 4
	nounArtifact      = 6
	nounCommunication = 10
	nounEvent         = 11
	nounGroup         = 14
	nounLocation      = 15
	nounObject        = 17
	nounPerson        = 18
)

// synset is one line of a data file of WordNet (wndb(5WN)).
type synset struct {
	file     int
	words    []string
	instance bool
	gloss    string
}

func synsets(path string, each func(synset)) error {
	return wndb.Lines(path, func(line string) error {
		data, gloss, _ := strings.Cut(line, " | ")
		s, err := parseSynset(strings.Fields(data))
		s.gloss = gloss
		if err == nil {
			each(s)
		}
		return err
	})
}

func parseSynset(fields []string) (synset, error) {
	if len(fields) < 6 {
		return synset{}, fmt.Errorf("%d fields in a synset", len(fields))
	}
	file, err := strconv.Atoi(fields[1])
	if err != nil {
		return synset{}, err
	}
	n, err := strconv.ParseInt(fields[3], 16, 32)
	if err != nil {
		return synset{}, err
	}
	s := synset{file: file}
	rest := fields[4:]
	for range n {
		if len(rest) < 2 {
			return synset{}, fmt.Errorf("synset %s is cut short", fields[0])
		}
		word, _, _ := strings.Cut(rest[0], "(") // "galore(ip)"
		s.words = append(s.words, strings.ReplaceAll(word, "_", " "))
		rest = rest[2:]
	}
	for _, f := range rest {
		s.instance = s.instance || f == "@i"
	}
	return s, nil
}

// wordnetNames gives the names of WordNet by kind. Peoples, nations, faiths and
// parties are the capitalised nouns of persons that are no instances, and the
// capitalised adjectives.
func wordnetNames(dir string) (list, error) {
	var l list
	err := synsets(filepath.Join(dir, "data.noun"), func(s synset) {
		kind := ""
		switch {
		case s.file == nounGroup:
			kind = "organisation"
		case s.file == nounPerson && s.instance:
			kind = "person"
		case s.file == nounPerson && isPeople(s.gloss) && !slices.Contains(notPeoples, s.words[0]):
			kind = "people"
		case s.instance && (s.file == nounLocation || s.file == nounObject):
			kind = "place"
		case s.instance && (s.file == nounAct || s.file == nounEvent):
			kind = "event"
		case s.instance && s.file == nounCommunication:
			kind = "work"
		case s.instance && s.file == nounArtifact:
			kind = "artifact"
		}
		if kind == "" {
			return
		}
		for _, w := range s.words {
			if !capital(w) {
				continue
			}
			l.add(kind, w)
			if kind == "people" && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "man") {
				l.add(kind, w+"s")
			}
		}
	})
	if err != nil {
		return nil, err
	}
	err = synsets(filepath.Join(dir, "data.adj"), func(s synset) {
		for _, w := range s.words {
			if capital(w) && !strings.Contains(w, " ") && strings.Contains(s.gloss, "relating to") {
				l.add("people", w)
			}
		}
	})
	return l, err
}

// notPeoples are names of peoples and faiths that are common words far more often.
var notPeoples = []string{"Friend", "Creek", "Crow", "Fox", "Shaker", "Sauk", "Cancer", "Virgo", "Aries", "Gemini", "Leo", "Libra"}

// isPeople reports whether a gloss is that of a member of a people, nation, faith
// or party.
func isPeople(gloss string) bool {
	for _, sign := range []string{
		"inhabitant", "native ", "member of", "a person of", "descent", "follower", "adherent", "believer", "citizen", "resident of", "advocate of",
	} {
		if strings.Contains(gloss, sign) {
			return !strings.Contains(gloss, "Mafia") && !strings.Contains(gloss, "cabinet")
		}
	}
	return false
}

// wordnetWords gives the small words of nouns and verbs that occur in WordNet's
// tagged texts, with the file of their first sense. Of a word that is both, the
// part of speech with more tagged senses counts.
func wordnetWords(dir string) (list, error) {
	files := map[string]string{}
	best := map[string]int{}
	for _, part := range []string{"noun", "verb"} {
		lexfiles := map[string]int{}
		if err := offsets(filepath.Join(dir, "data."+part), lexfiles); err != nil {
			return nil, err
		}
		err := index(filepath.Join(dir, "index."+part), func(word string, tagged int, first string) {
			keep := tagged > 0 || part == "noun" && (lexfiles[first] == nounPerson || lexfiles[first] == nounGroup)
			if keep && tagged > best[word]-1 {
				best[word] = tagged + 1
				files[word] = fmt.Sprintf("%02d", lexfiles[first])
			}
		})
		if err != nil {
			return nil, err
		}
	}
	var l list
	for word, file := range files {
		l.add(file, word)
	}
	return l, nil
}

// offsets tells the lexicographer file of each synset by its offset.
func offsets(path string, files map[string]int) error {
	return wndb.Lines(path, func(line string) error {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			return nil
		}
		file, err := strconv.Atoi(fields[1])
		files[fields[0]] = file
		return err
	})
}

// index reads the words of small letters of an index file: how many of their
// senses are tagged in texts, and the offset of the first.
func index(path string, each func(word string, tagged int, first string)) error {
	return wndb.Lines(path, func(line string) error {
		fields := strings.Fields(line)
		if len(fields) < 7 || !plain(fields[0]) {
			return nil
		}
		senses, err := strconv.Atoi(fields[2])
		if err != nil || senses+1 > len(fields) {
			return fmt.Errorf("%q: no number of senses", fields[0])
		}
		tagged, err := strconv.Atoi(fields[len(fields)-senses-1])
		if err != nil {
			return fmt.Errorf("%q: %w", fields[0], err)
		}
		each(fields[0], tagged, fields[len(fields)-senses])
		return nil
	})
}

// plain reports whether w is one word of small letters.
func plain(w string) bool {
	for _, r := range w {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return len(w) > 2
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > 2
}
