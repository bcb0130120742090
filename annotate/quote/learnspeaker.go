package quote

import (
	"strings"

	"quoth/annotate/choose"
	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
)

// speakerExamples walks through the marked utterances of every lesson and asks
// whom each source stands for, and who said what has none.
func speakerExamples(all []*lesson) []choose.Example {
	var out []choose.Example
	for _, l := range all {
		w := speakerWalk{lesson: l, res: coref.NewResolver(l.View, l.phrases), known: map[int]int{}}
		for _, t := range l.taught {
			for _, g := range t.content {
				w.res.Said(g.First, g.End)
			}
		}
		for n := range l.taught {
			w.step(n, &out)
		}
	}
	return out
}

// speakerWalk goes through a lesson with the speakers found so far.
type speakerWalk struct {
	*lesson
	res   *coref.Resolver
	known map[int]int
}

// step asks for the speaker of taught utterance n and goes on with the right
// answer, as far as there is one.
func (w *speakerWalk) step(n int, out *[]choose.Example) {
	t := &w.taught[n]
	if t.source == unmatched || len(t.content) == 0 {
		return
	}
	u := &utterance{cue: t.cue, runs: t.content, source: t.source, speaker: -1}
	if t.cue < 0 {
		u.how = byNoOne
	}
	switch e, ok := w.known[t.source]; {
	case t.source < 0:
		w.unsourcedExample(u, t, out)
	case ok:
		u.speaker = e
	default:
		if u.speaker = w.res.Named(t.source); u.speaker < 0 {
			w.sourceExample(u, t, out)
		}
		w.known[t.source] = u.speaker
	}
	if u.speaker >= 0 {
		w.res.Spoke(u.speaker)
	}
}

func (w *speakerWalk) unsourcedExample(u *utterance, t *taught, out *[]choose.Example) {
	at, all := w.near(w.res, u)
	var x choose.Example
	var none choose.Tally
	w.addUnknown(&none, w.res, u)
	x.Add(&none, t.speaker == "")
	for k, h := range all {
		var y choose.Tally
		w.addHeard(&y, w.res, u, at, k, h)
		right := t.speaker != "" && sameName(t.speaker, w.res.Referents[h.referent].Name)
		x.Add(&y, right)
		if right && u.speaker < 0 {
			u.speaker = h.referent
		}
	}
	if x.Answered() {
		*out = append(*out, x)
	}
}

func (w *speakerWalk) sourceExample(u *utterance, t *taught, out *[]choose.Example) {
	p := w.res.Bearer(t.source)
	f := w.res.Context(p)
	pronoun := p.Kind == phrase.Pronoun
	own := w.Slice(p.First, p.End)
	if w.Words[p.First].Tag == doc.TagPRPS && p.First < p.Head {
		own = w.Slice(p.First+1, p.End) // "his lawyer" is somebody's lawyer
	}
	var x choose.Example
	for _, e := range f.Choices {
		var y choose.Tally
		f.Add(&y, e)
		right := e >= 0 && t.speaker != "" && sameName(t.speaker, w.res.Referents[e].Name)
		if e == coref.Itself {
			right = pronoun && t.speaker == "" || !pronoun && t.speaker != "" && sameName(t.speaker, own)
		}
		x.Add(&y, right)
		if right && e >= 0 && u.speaker < 0 {
			u.speaker = e
		}
	}
	switch {
	case !x.Right[0]:
	case u.speaker < 0 || sameWords(t.speaker, w.Slice(p.First, p.End)):
		for k := range x.Right { // it describes itself: nobody described alike is meant
			x.Right[k] = k == 0
		}
		u.speaker = -1
	default:
		x.Right[0] = false // "the official" takes up "a senior U.S. official"
	}
	if x.Answered() {
		*out = append(*out, x)
	}
	switch {
	case u.speaker >= 0:
		w.res.Mention(u.speaker, p)
	case !pronoun:
		u.speaker = w.res.Describe(p)
	}
}

// sameWords reports whether two descriptions are the same but for the article
// that they begin with.
func sameWords(a, b string) bool { return strings.EqualFold(bare(a), bare(b)) }

func bare(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	switch strings.ToLower(first) {
	case "a", "an", "the":
		if ok {
			return rest
		}
	}
	return s
}
