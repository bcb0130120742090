package quote

import (
	"sort"

	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/namesake"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// Lesson is an article with its utterances marked by hand. Its document must
// have what Fill asks for.
type Lesson struct {
	Doc        *doc.Doc
	Utterances []Taught
}

// Taught is one utterance marked by hand.
type Taught struct {
	Content, Cue, Source []model.Span
	Speaker              string // "" where the article does not say
}

// lesson is a Lesson tied to tokens and phrases.
type lesson struct {
	*reader
	taught []taught
	cues   map[int]int // cue tokens and the utterances that have them
}

// taught is an utterance tied to tokens: which candidates are right.
type taught struct {
	content []run // of words
	cue     int   // token, or -1
	source  int   // phrase, nobody, or unmatched
	inside  []run // the words of the source
	speaker string
}

// unmatched stands for a source that no phrase matches.
const unmatched = -2

// tie ties a lesson to the tokens of its document.
func tie(l *lexicon.Lexicon, f *forms, x *Lesson) *lesson {
	coref.Link(x.Doc, l)
	out := &lesson{reader: newReader(view.New(x.Doc, l), f, &Models{}), cues: map[int]int{}}
	res := coref.NewResolver(out.View, out.phrases)
	for _, u := range x.Utterances {
		t := taught{content: out.runs(u.Content), inside: out.runs(u.Source), speaker: u.Speaker, cue: -1}
		t.cue = out.cueOf(u)
		t.source = out.sourceOf(t.inside, u.Speaker, res)
		if t.cue >= 0 {
			out.cues[t.cue] = len(out.taught)
		}
		out.taught = append(out.taught, t)
	}
	out.imply()
	return out
}

// imply gives the utterances without a marked source the one that the sentence
// implies: "adding that" has the subject of the verb it hangs on. A phrase is
// taken where it is known to stand for the speaker; where that cannot be told,
// the source is unmatched.
func (l *lesson) imply() {
	res := coref.NewResolver(l.View, l.phrases)
	known := map[int]string{}
	for _, t := range l.taught {
		if t.source >= 0 {
			known[t.source] = t.speaker
		}
	}
	for n := range l.taught {
		t := &l.taught[n]
		if t.cue < 0 || t.source != nobody || t.speaker == "" {
			continue
		}
		k := l.witnessOf(t.cue).phrase
		if k < 0 {
			continue
		}
		name, ok := known[k]
		if e := res.Named(k); !ok && e >= 0 {
			name, ok = res.Referents[e].Name, true
		}
		switch {
		case ok && sameName(name, t.speaker):
			t.source = k
			t.inside = []run{{l.phrases[k].First, l.phrases[k].End}}
		case !ok:
			t.source = unmatched
		}
	}
}

// runs gives the words that lie for at least half of their length in the spans.
func (l *lesson) runs(spans []model.Span) []run {
	var out []run
	for _, s := range spans {
		i := sort.Search(len(l.Tokens), func(i int) bool { return l.Tokens[i].Span.End > s.Start })
		g := run{-1, -1}
		for ; i < len(l.Tokens) && l.Tokens[i].Start < s.End; i++ {
			t := l.Tokens[i].Span
			if !l.Words[i].Wordly || 2*(min(t.End, s.End)-max(t.Start, s.Start)) < t.Len() {
				continue
			}
			if g.First < 0 {
				g.First = i
			}
			g.End = i + 1
		}
		if g.First >= 0 {
			out = append(out, g)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].First < out[j].First })
	return out
}

// cueOf gives the token that stands for a marked cue: of several the one that
// reports best. A label's colon is a cue that is not marked.
func (l *lesson) cueOf(u Taught) int {
	best, most := -1, 0
	for _, s := range u.Cue {
		i := sort.Search(len(l.Tokens), func(i int) bool { return l.Tokens[i].Start >= s.Start })
		for ; i < len(l.Tokens) && l.Tokens[i].Span.End <= s.End; i++ {
			if !l.mayCue(i) {
				continue
			}
			score := 1
			if _, e := l.reporting(i); l.Words[i].Tag.Verb() {
				score = 2 + int(e.Class)
			}
			if l.Words[i].Form == l.form.according {
				score = 9
			}
			if score > most {
				best, most = i, score
			}
		}
	}
	if len(u.Cue) == 0 && len(u.Source) > 0 {
		end := u.Source[len(u.Source)-1].End
		i := sort.Search(len(l.Tokens), func(i int) bool { return l.Tokens[i].Start >= end })
		if i < len(l.Tokens) && l.Words[i].Form == l.form.colon && l.mayCue(i) {
			return i
		}
	}
	return best
}

// sourceOf gives the phrase that matches a marked source best: the one that names
// the speaker, whose head the others in it hang on, that begins with it, and that
// shares most of its words.
func (l *lesson) sourceOf(inside []run, speaker string, res *coref.Resolver) int {
	if len(inside) == 0 {
		return nobody
	}
	best, most := unmatched, 0.0
	for k := phrase.At(l.phrases, inside[0].First); k < len(l.phrases) && l.phrases[k].Head < inside[len(inside)-1].End; k++ {
		p := &l.phrases[k]
		if !holds(inside, p.Head) {
			continue
		}
		fit := l.overlap(inside, []run{{p.First, p.End}})
		if p.First <= inside[0].First {
			fit++
		}
		if h := int(l.Words[p.Head].Head); !holds(inside, h) {
			fit++
		}
		if e := res.Named(k); e >= 0 && sameName(speaker, res.Referents[e].Name) {
			fit++
		}
		if fit > most {
			best, most = k, fit
		}
	}
	return best
}

// localContent gives the part of a content that the candidates of the cue at
// token c may hold: what lies in its sentence or in a quotation that reaches
// into it; of a label, in its paragraph. Where nothing does, all of it.
func (l *lesson) localContent(c int, content []run) []run {
	s := l.SentenceOf(c)
	low, high := s.First, s.End
	if l.Words[c].Form == l.form.colon {
		high = l.Blocks[l.Words[c].Block].End // a label leads in its paragraph
	}
	n := l.sentences[l.Words[c].Sentence]
	for q := n.quotes; q < n.until; q++ {
		low, high = min(low, l.Outer[q].First), max(high, l.Outer[q].End)
	}
	var out []run
	for _, g := range content {
		if a, b := max(g.First, low), min(g.End, high); a < b {
			if a, b = l.Trim(a, b); a < b {
				out = append(out, run{a, b})
			}
		}
	}
	if len(out) == 0 {
		return content
	}
	return out
}

// sameName reports whether two speakers may be one; "" is nobody.
func sameName(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	return namesake.Same(a, b, true)
}
