package merge

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// entry is a key of the front matter with its lines.
type entry struct {
	name string
	stretch
}

// entries parts the front matter into its keys. Comments and blank lines between
// them belong to none. It fails where the lines say something else than YAML
// does, so that a form that is not understood is not touched.
func (p *parsed) entries() ([]entry, error) {
	if p.matter.end == 0 {
		return nil, &DamageError{Line: 1, What: "there is no front matter"}
	}
	var values map[string]any
	if err := yaml.Unmarshal(p.file[p.matter.start:p.matter.end], &values); err != nil {
		return nil, &DamageError{Line: 1, What: "the front matter is no YAML: " + strings.Join(strings.Fields(err.Error()), " ")}
	}
	var out []entry
	at := p.matter.start
	for line := range bytes.Lines(p.file[p.matter.start:p.matter.end]) {
		from := stretch{at, at + len(line)}
		at = from.end
		switch words := strings.TrimRight(string(line), " \t\r\n"); {
		case words == "" || words[0] == '#':
		case strings.ContainsRune(" \t-]}", rune(words[0])):
			if len(out) > 0 {
				out[len(out)-1].end = from.end
			}
		default:
			name, _, _ := strings.Cut(words, ":")
			out = append(out, entry{strings.Trim(strings.TrimSpace(name), `"'`), from})
		}
	}
	names := make([]string, len(out))
	for i, e := range out {
		names[i] = e.name
	}
	slices.Sort(names)
	if want := slices.Sorted(maps.Keys(values)); !slices.Equal(names, want) {
		return nil, &DamageError{Line: 1, What: fmt.Sprintf("the front matter is written in a form that cannot be brought up to date (its keys are %s)", strings.Join(want, ", "))}
	}
	return out, nil
}

// change is a replacement of a stretch of the file.
type change struct {
	stretch
	words string
}

// mergeMatter gives the changes of the front matter, the hashes of what it then
// holds, and the keys that the reader changed.
func (p *parsed) mergeMatter(page Page, o Options) (changes []change, hashes map[string]string, kept []string, err error) {
	have, err := p.entries()
	if err != nil {
		return nil, nil, nil, err
	}
	hashes = map[string]string{}
	after := p.matter.start // where a key goes that is new
	n := 0
	for _, k := range page.Keys {
		i := slices.IndexFunc(have, func(e entry) bool { return e.name == k.Name })
		old := absent
		now := stretch{after, after}
		if i >= 0 {
			now = have[i].stretch
			after = now.end
		}
		if k.Once {
			continue
		}
		if at := n * keyLength; at+keyLength <= len(p.hashes) {
			old = p.hashes[at : at+keyLength]
		}
		n++
		is := keyHash(p.text(now))
		fresh := keyHash(k.YAML)
		hashes[k.Name] = old
		switch {
		case is == fresh:
			hashes[k.Name] = fresh
		case is == old || o.Force && i >= 0:
			changes = append(changes, change{now, k.YAML})
			hashes[k.Name] = fresh
		case i >= 0:
			kept = append(kept, k.Name)
		}
	}
	return changes, hashes, kept, nil
}

// IDOf gives the page that a file is of, "" where it does not say. It needs only
// the beginning of the file.
func IDOf(file []byte) string {
	m := matterOf(file)
	for line := range bytes.Lines(file[m.start:m.end]) {
		value, ok := strings.CutPrefix(string(line), IDKey+":")
		if !ok {
			continue
		}
		var id string
		if yaml.Unmarshal([]byte(value), &id) == nil {
			return id
		}
	}
	return ""
}
