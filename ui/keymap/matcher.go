package keymap

import (
	"strconv"
	"strings"

	"quoth/ui/intent"
)

// maxCount bounds what is typed before a key, so that no count can overflow or
// stall the screen.
const maxCount = 99999

// Matcher puts keys together: a count, a sequence, a letter after it. The zero
// Matcher is ready.
type Matcher struct {
	count  string
	seq    []string
	letter intent.ID // the intent that waits for its letter
}

// Feed takes one key in a scope and gives the intent that it completes. While a
// sequence is not finished, or where the key means nothing, there is none.
func (x *Matcher) Feed(m Map, s Scope, key string) (intent.Intent, bool) {
	if x.letter != intent.None {
		return x.done(x.letter, key), key != "esc"
	}
	if len(x.seq) == 0 && x.count != "" && x.digit(key) { // 0 alone may be a key, in 10 it is none
		return intent.Intent{}, false
	}
	x.seq = append(x.seq, key)
	seq := strings.Join(x.seq, " ")
	id, full, prefix := m.lookup(s, seq)
	switch {
	case full && m.letters[id]:
		x.letter = id
	case full:
		return x.done(id, ""), true
	case prefix:
	case len(x.seq) == 1 && x.digit(key):
		x.seq = x.seq[:0]
	default:
		x.Reset()
	}
	return intent.Intent{}, false
}

// lookup asks the scope first. What the scope binds hides what begins so
// everywhere, and the other way round a sequence that the scope begins hides a
// key that is whole everywhere.
func (m Map) lookup(s Scope, seq string) (id intent.ID, full, prefix bool) {
	for _, in := range []Scope{s, Everywhere} {
		if id, ok := m.index[in].full[seq]; ok {
			return id, true, false
		}
		if m.index[in].prefix[seq] {
			return intent.None, false, true
		}
	}
	return intent.None, false, false
}

func (x *Matcher) digit(key string) bool {
	if len(key) != 1 || key[0] < '0' || key[0] > '9' || (key == "0" && x.count == "") {
		return false
	}
	x.count += key
	return true
}

func (x *Matcher) done(id intent.ID, arg string) intent.Intent {
	n, err := strconv.Atoi(x.count)
	if err != nil && x.count != "" {
		n = maxCount
	}
	x.Reset()
	return intent.Intent{ID: id, Count: min(n, maxCount), Arg: arg}
}

// Reset forgets what was typed so far.
func (x *Matcher) Reset() { *x = Matcher{seq: x.seq[:0]} }

// Typed gives what was typed so far, for the status line: "3]".
func (x *Matcher) Typed() string { return x.count + Label(x.seq) }
