package phrase

import (
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
)

// titled makes one phrase of a name and the title or description right before it:
// "Mr. Wojcik", "conservative columnist Avery Stone", "the newspaper Shargh". The
// phrases are those of one sentence, in the order of their heads.
func titled(v *view.View, all []Phrase) []Phrase {
	dropped := 0
	for i := range all {
		n := &all[i]
		if n.Kind != Person && n.Kind != Org {
			continue
		}
		name := &v.Names[v.Words[n.Head].Name]
		for k := i - 1; k >= 0 && k >= i-4; k-- {
			p := &all[k]
			if p.End == 0 || !describes(v, p, n.Kind) || p.Head >= name.First {
				continue
			}
			if p.End == name.First && p.First >= n.First-longest {
				n.First = min(n.First, p.First)
				p.End = 0
				dropped++
				break
			}
			if p.End >= name.End && adjacent(v, p.Head, name.First) {
				p.Kind, p.Type = n.Kind, n.Type
				p.End = max(p.End, n.End)
				n.End = 0
				dropped++
				break
			}
		}
	}
	if dropped == 0 {
		return all
	}
	kept := all[:0]
	for _, p := range all {
		if p.End > 0 {
			kept = append(kept, p)
		}
	}
	return kept
}

// describes reports whether the head of a phrase is a title or noun that may
// stand before a name of the kind.
func describes(v *view.View, p *Phrase, kind Kind) bool {
	if kind == Org {
		return p.Kind == Body
	}
	return p.Kind == Role || p.Kind == Human || v.Words[p.Head].Entry.Has(lexicon.Title)
}

// adjacent reports whether nothing but titles stands between a head and the name
// that begins with token first.
func adjacent(v *view.View, head, first int) bool {
	for i := head + 1; i < first; i++ {
		if w := &v.Words[i]; w.Wordly && !w.Entry.Has(lexicon.Title|lexicon.Role) || !w.Wordly && v.Word(i) != "." {
			return false
		}
	}
	return true
}
