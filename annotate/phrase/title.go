package phrase

import (
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/view"
	"quoth/model"
)

// titled makes one phrase of a name and the title or description right before it:
// "Mr. Wojcik", "conservative columnist Avery Stone", "the newspaper Shargh". The
// phrases are those of one sentence, in the order of their heads.
func titled(v *view.View, all []Phrase) []Phrase {
	dropped := premodified(v, all)
	for i := range all {
		n := &all[i]
		if n.End == 0 || n.Kind != Person && n.Kind != Org {
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

// premodified makes one phrase of a person's name and all that stands before it as
// part of a title, bodies and peoples included: "House Oversight Chairman NAME",
// "MSNBC's NAME", "Senegalese racer NAME". It gives the number of phrases that
// are taken in; their End is 0.
func premodified(v *view.View, all []Phrase) int {
	dropped := 0
	for i := range all {
		n := &all[i]
		if n.Kind != Person {
			continue
		}
		name := &v.Names[v.Words[n.Head].Name]
		first := premodifier(v, name.First)
		if first >= name.First || name.First < n.First {
			continue
		}
		n.First = min(n.First, first)
		for k := i - 1; k >= 0 && all[k].Head >= first; k-- {
			if p := &all[k]; p.End > 0 && p.Kind != Person && p.Kind != Pronoun {
				p.End = 0
				dropped++
			}
		}
	}
	return dropped
}

// premodifier gives the first token of the title before a person's name that
// begins with token i, i where there is none. A title of more than a noun or two
// begins with the name of a body, a people or a place.
func premodifier(v *view.View, i int) int {
	s := v.SentenceOf(i).First
	first, k := i, i-1
	for ; k >= s && v.Words[k].Quote == v.Words[i].Quote; k-- {
		w := &v.Words[k]
		switch {
		case w.Name >= 0 && (v.Names[w.Name].Type == model.Person || v.Names[w.Name].Type == model.Work):
			return first
		case w.Name >= 0:
			k = v.Names[w.Name].First
			first = k
		case w.Tag == doc.TagPOS && first == i:
		case w.Entry.Has(lexicon.Title|lexicon.Role|lexicon.Person) && (w.Tag.Noun() || w.Tag == doc.TagJJ):
			first = k
		case w.Tag == doc.TagJJ && first < i, w.Tag == doc.TagHYPH:
		default:
			return first
		}
	}
	return first
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
