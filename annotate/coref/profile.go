package coref

import (
	"slices"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// profile is what the article calls a referent beside its name: in titles,
// appositions and behind "is".
type profile struct {
	nouns []lexicon.Hash // that say who or what it is: "banker"
	rest  []lexicon.Hash // words around them: "Estonian", "61"
}

// Bounds of what is looked at for a profile.
const (
	maxProfiled = 6  // mentions
	maxTitle    = 10 // tokens before a name
	maxTold     = 14 // tokens after it
	maxTitled   = 4  // entities remembered for one noun
)

// profileOf reads the profile of referent e, once.
func (r *Resolver) profileOf(e int) *profile {
	x := &r.Referents[e]
	if x.profile != nil {
		return x.profile
	}
	p := &profile{}
	x.profile = p
	if x.Entity < 0 {
		for i := x.mentions[0].first; i < x.mentions[0].end; i++ {
			r.addWord(p, i)
		}
		return p
	}
	names := r.Entities[x.Entity].Names
	for _, n := range names[:min(len(names), maxProfiled)] {
		r.addTitle(p, &r.Names[n])
		r.addTold(p, &r.Names[n])
	}
	return p
}

// addWord adds token i to a profile.
func (r *Resolver) addWord(p *profile, i int) {
	w := &r.Words[i]
	switch {
	case !w.Wordly, w.Entry.Has(lexicon.Honorific):
	case w.Name < 0 && w.Tag.Noun() && w.Entry.Has(lexicon.Person|lexicon.Title|lexicon.Body|lexicon.Group|lexicon.Document):
		p.nouns = append(p.nouns, w.Lemma)
	case r.describing(i):
		p.rest = append(p.rest, w.Lemma)
	}
}

// describing reports whether token i is a word that may tell one from another:
// a noun, name, adjective or number.
func (r *Resolver) describing(i int) bool {
	w := &r.Words[i]
	return w.Tag.Noun() || w.Tag == doc.TagJJ || w.Tag == doc.TagCD || w.Name >= 0
}

// addTitle reads the words before a name: "Iran's foreign minister, NAME".
func (r *Resolver) addTitle(p *profile, n *doc.Name) {
	i := n.First - 1
	if r.At(i).Form == r.form.comma {
		i--
	}
	for ; i >= 0 && i >= n.First-maxTitle; i-- {
		w := &r.Words[i]
		switch w.Tag {
		case doc.TagCC, doc.TagPRP, doc.TagWP, doc.TagWDT, doc.TagRB, doc.TagTO:
			return
		case doc.TagIN:
			if !slices.Contains(r.form.inTitles, w.Form) {
				return
			}
		}
		if r.endsProfile(i, n) || w.Form == r.form.comma {
			return
		}
		r.addWord(p, i)
	}
}

// addTold reads the words behind a name: "NAME, 43, a former banker,", "NAME of
// the Land Court", "NAME is a banker".
func (r *Resolver) addTold(p *profile, n *doc.Name) {
	i := n.End
	switch w := r.At(i); {
	case w.Form == r.form.comma && r.At(i+1).Tag == doc.TagWP:
		for i += 2; r.At(i).Tag.Verb(); i++ { // "NAME, who runs the bank"
		}
	case w.Form == r.form.comma, w.Tag == doc.TagLRB, w.Tag == doc.TagColon, w.Tag.Verb() && w.Lemma == r.form.be:
		i++
	case w.Tag != doc.TagIN:
		return
	}
	had := len(p.nouns)
	for ; i < len(r.Words) && i < n.End+maxTold; i++ {
		w := &r.Words[i]
		if r.endsProfile(i, n) || w.Tag == doc.TagPRP || w.Form == r.form.comma && len(p.nouns) > had {
			return
		}
		r.addWord(p, i)
	}
}

// endsProfile reports whether what is told of name n does not reach over token i:
// a verb, another person, the edge of a quotation, another sentence.
func (r *Resolver) endsProfile(i int, n *doc.Name) bool {
	w := &r.Words[i]
	return w.Sentence != r.Words[n.First].Sentence || w.Edge != view.NoEdge || w.Tag.Verb() && w.Name < 0 ||
		w.Name >= 0 && r.Names[w.Name].Type == model.Person
}

// titledWith gives the first entities that the article calls by a noun.
func (r *Resolver) titledWith(noun lexicon.Hash) []int {
	if r.byNoun == nil {
		r.byNoun = map[lexicon.Hash][]int{}
		for e := range r.Entities {
			for _, n := range r.profileOf(e).nouns {
				if all := r.byNoun[n]; len(all) < maxTitled && !slices.Contains(all, e) {
					r.byNoun[n] = append(all, e)
				}
			}
		}
	}
	return r.byNoun[noun]
}

// How a description fits what the article calls a referent.
const (
	fitUntold uint32 = iota // nothing is told of the referent
	fitOther                // it is called something else
	fitSame                 // it is called so
)

// fits tells how a description fits referent e, and how many of the words around
// its head are told of e, at most 2.
func (f *Context) fits(e int) (fit, words uint32) {
	p := f.profileOf(e)
	switch {
	case slices.Contains(p.nouns, f.Words[f.p.Head].Lemma):
		fit = fitSame
	case len(p.nouns) > 0:
		fit = fitOther
	}
	for i := f.p.First; i < f.p.End && words < 2; i++ {
		if w := &f.Words[i]; i != f.p.Head && f.describing(i) && (slices.Contains(p.rest, w.Lemma) || slices.Contains(p.nouns, w.Lemma)) {
			words++
		}
	}
	return fit, words
}

// calledOtherwise reports whether phrase p tells a role and the article calls
// referent e something else, and by no word of p.
func (r *Resolver) calledOtherwise(p *phrase.Phrase, e int) bool {
	if p.Kind != phrase.Role {
		return false
	}
	f := Context{Resolver: r, p: p}
	fit, words := f.fits(e)
	return fit == fitOther && words == 0
}

// compare finds how well the best of the choices fits the description, and whether
// several fit as well.
func (f *Context) compare() {
	f.best, f.several = 0, false
	for _, e := range f.Choices {
		if e < 0 {
			continue
		}
		switch fit, _ := f.fits(e); {
		case fit > f.best:
			f.best, f.several = fit, false
		case fit == f.best:
			f.several = true
		}
	}
}

// addProfile adds how the description fits what the article calls referent e, and
// whether others fit better or as well.
func (f *Context) addProfile(t *choose.Tally, e int, typ, near, spoke, rank uint32) {
	fit, words := f.fits(e)
	others := choose.Bool(f.best > fit) | choose.Bool(f.best == fit && f.several)<<1
	t.Four(refProfile, fit, words, typ, f.det)
	t.Five(refProfileOthers, fit, others, typ, f.det, rank)
	t.Five(refProfileSpoke, fit, spoke, typ, f.det, near)
	t.Five(refProfileNear, fit, words, typ, near, others)
	t.Five(refPlaceSpoke, f.place, f.det, spoke, fit, typ)
	if _, ok := f.before(e, f.p.First); !ok && e < len(f.Entities) {
		f.addAhead(t, e, fit, words, typ)
	}
}

// addAhead adds how far behind the description referent e is named first: "A
// structural engineer said", "NAME, who built it, told".
func (f *Context) addAhead(t *choose.Tally, e int, fit, words, typ uint32) {
	head := &f.Words[f.p.Head]
	ahead := choose.Bin(int(f.Words[f.Names[f.Entities[e].Names[0]].First].Sentence - head.Sentence))
	t.Five(refAhead, ahead, typ, f.det, f.opening(), choose.Bool(head.Tag == doc.TagNNS))
	t.Five(refAheadFit, fit, words, typ, f.det, f.opening())
	t.Five(refAheadRank, fit, ahead, f.kind, typ, f.aheadRank(e))
}

// aheadRank counts the others of referent e's type that are named first between the
// description and e. Entities are in the order of their first names.
func (f *Context) aheadRank(e int) uint32 {
	n := 0
	for _, c := range f.Choices {
		if c < 0 || c >= e || f.TypeOf(c) != f.TypeOf(e) {
			continue
		}
		if _, ok := f.before(c, f.p.First); !ok {
			n++
		}
	}
	return choose.Bin(n)
}

// opening gives the sentence of the article that the description stands in, at
// most maxOpening.
func (f *Context) opening() uint32 {
	return choose.Bin(min(int(f.Words[f.p.Head].Sentence), maxOpening))
}
