// Package keymap turns keys into intents: which keys ask for what, in which
// part of the screen, with counts before them and letters after. It knows
// nothing of what an intent does, and it never waits: no key means one thing
// at once and another a moment later.
package keymap

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"quoth/ui/intent"
)

// Scope is the part of the screen that has the keys. A key that the scope does
// not bind is looked up in Everywhere.
type Scope uint8

// The scopes.
const (
	Everywhere Scope = iota
	Shelf            // the list of articles
	Text             // the article
	Panel            // who said what
	Side             // what opens in the panel's place: names, evidence, links, info
	Page             // the help screen
	Selection        // the article, while words are selected
	scopes
)

// String gives the name of the scope in config.toml.
func (s Scope) String() string {
	return [...]string{"everywhere", "shelf", "text", "panel", "side", "help", "selection", ""}[s]
}

// Binding is one way to ask for an intent.
type Binding struct {
	Scope Scope
	Keys  []string // one key after the other, named as Bubble Tea names them
	ID    intent.ID
}

// Map is a set of bindings, ready to be asked. The zero Map binds nothing.
type Map struct {
	bindings []Binding // in the order in which they were given
	index    [scopes]index
	letters  map[intent.ID]bool // intents that are followed by a letter
}

type index struct {
	full   map[string]intent.ID // joined sequences
	prefix map[string]bool      // what some longer sequence begins with
}

// New makes a Map. It refuses a sequence bound twice in one scope, and one that
// begins another there, since the second could never be typed.
func New(bindings []Binding) (Map, error) {
	m := Map{bindings: slices.Clone(bindings), letters: map[intent.ID]bool{}}
	for _, info := range intent.All() {
		if info.Letter {
			m.letters[info.ID] = true
		}
	}
	for s := range m.index {
		m.index[s] = index{full: map[string]intent.ID{}, prefix: map[string]bool{}}
	}
	var errs []error
	for _, b := range bindings {
		errs = append(errs, m.index[b.Scope].add(b))
	}
	for s := range m.index {
		errs = append(errs, m.index[s].hidden()...)
	}
	return m, errors.Join(errs...)
}

func (x *index) add(b Binding) error {
	seq := strings.Join(b.Keys, " ")
	if id, taken := x.full[seq]; taken && id != b.ID {
		return fmt.Errorf("key %s means both %s and %s", Label(b.Keys), name(id), name(b.ID))
	}
	x.full[seq] = b.ID
	for i := 1; i < len(b.Keys); i++ {
		x.prefix[strings.Join(b.Keys[:i], " ")] = true
	}
	return nil
}

func (x *index) hidden() []error {
	var errs []error
	for _, seq := range slices.Sorted(maps.Keys(x.full)) {
		if x.prefix[seq] {
			errs = append(errs, fmt.Errorf("key %s (%s) is how another binding begins, which it would hide",
				Label(strings.Fields(seq)), name(x.full[seq])))
		}
	}
	return errs
}

func name(id intent.ID) string {
	for _, info := range intent.All() {
		if info.ID == id {
			return info.Name
		}
	}
	return "nothing"
}

// Rebind gives a Map in which intents have other keys: the name of an intent
// ("next-quote", or "panel.open" for one scope alone) to its keys, as they stand
// in config.toml. An empty list unbinds it. Of what is wrong the error tells, and
// the others hold, unless one hides another: then m is given back.
func (m Map) Rebind(keys map[string][]string) (Map, error) {
	out := slices.Clone(m.bindings)
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		next, err := rebind(out, key, keys[key])
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = next
	}
	bound, err := New(out)
	if err != nil {
		return m, errors.Join(append(errs, err, errors.New("so the preset's keys stay"))...)
	}
	return bound, errors.Join(errs...)
}

func rebind(bs []Binding, key string, texts []string) ([]Binding, error) {
	where, what, scoped := strings.Cut(key, ".")
	if !scoped {
		where, what = "", key
	}
	info, ok := intent.Named(what)
	if !ok {
		return nil, fmt.Errorf("no such command: %q", what)
	}
	in, err := scopesOf(bs, where, info.ID)
	if err != nil {
		return nil, err
	}
	bs = slices.DeleteFunc(slices.Clone(bs), func(b Binding) bool {
		return b.ID == info.ID && slices.Contains(in, b.Scope)
	})
	for _, text := range texts {
		seq, err := Parse(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		for _, s := range in {
			bs = slices.DeleteFunc(bs, func(b Binding) bool { return b.Scope == s && slices.Equal(b.Keys, seq) })
			bs = append(bs, Binding{Scope: s, Keys: seq, ID: info.ID})
		}
	}
	return bs, nil
}

// scopesOf gives the scopes in which an intent's keys are to be replaced: the
// named one, or those that bind it now.
func scopesOf(bs []Binding, where string, id intent.ID) ([]Scope, error) {
	if where != "" {
		for s := Everywhere; s < scopes; s++ {
			if s.String() == where {
				return []Scope{s}, nil
			}
		}
		return nil, fmt.Errorf("no such part of the screen: %q", where)
	}
	var in []Scope
	for _, b := range bs {
		if b.ID == id && !slices.Contains(in, b.Scope) {
			in = append(in, b.Scope)
		}
	}
	if in == nil {
		in = []Scope{Everywhere}
	}
	return in, nil
}

// Bindings lists the bindings in the order in which they were given.
func (m Map) Bindings() []Binding { return m.bindings }

// KeysFor gives the keys that ask for id in a scope, the scope's own first.
func (m Map) KeysFor(s Scope, id intent.ID) []string {
	var own, general []string
	for _, b := range m.bindings {
		switch {
		case b.ID != id:
		case b.Scope == s:
			own = append(own, Label(b.Keys))
		case b.Scope == Everywhere && !m.shadowed(s, b):
			general = append(general, Label(b.Keys))
		}
	}
	return append(own, general...)
}

func (m Map) shadowed(s Scope, b Binding) bool {
	_, taken := m.index[s].full[strings.Join(b.Keys, " ")]
	return taken
}
