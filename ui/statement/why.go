package statement

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"quoth/model"
	"quoth/model/correct"
	"quoth/model/plaintext"
	"quoth/ui/motion"
)

// Reason is one thing that an attribution rests on.
type Reason struct {
	What string     // "speaker", "cue", "place", "day" …
	Says string     // in words
	Span model.Span // where it stands; empty where it stands nowhere
}

// Why gives the reasons of a quotation: the chain of mentions that leads to the
// speaker, the cue, place and day with the sentence that they hold over from,
// and the engine's rules.
func Why(a *model.Article, ann *model.Annotations, i int) []Reason {
	q := &ann.Quotes[i]
	out := []Reason{speaker(a, ann, q)}
	if q.SpeakerName != "" {
		out = append(out, Reason{What: "sure", Says: sureness(q)})
	}
	for _, c := range q.Cue {
		out = append(out, Reason{"cue", "“" + oneLine(c.In(a.Text)) + "”", c})
	}
	out = append(out, Reason{What: "kind", Says: kind(q.Kind)})
	var from []Reason
	for _, w := range q.Where {
		out = append(out, placed(a, string(w.Kind), oneLine(w.Name), w.Span, w.Inherited))
		from = addFrom(from, a, w.Span, w.Inherited)
	}
	if q.When != nil {
		out = append(out, placed(a, "day", Day(q.When.Value), q.When.Span, q.When.Inherited))
		from = addFrom(from, a, q.When.Span, q.When.Inherited)
	}
	out = append(out, from...)
	for _, e := range q.Evidence {
		if says := byReader(q, e); says != "" {
			if r := (Reason{What: "by you", Says: says}); !slices.Contains(out, r) {
				out = append(out, r)
			}
		} else if !slices.Contains(q.Cue, e.Span) { // the cue has been told
			out = append(out, rule(a, q, e))
		}
	}
	return out
}

// speaker gives the chain of mentions: “He” ← Larijani ← Ali Larijani.
func speaker(a *model.Article, ann *model.Annotations, q *model.Quote) Reason {
	r := Reason{What: "speaker", Says: "the article does not say"}
	if q.SpeakerName == "" {
		return r
	}
	var chain []string
	add := func(s string) {
		if s != "" && (len(chain) == 0 || !strings.EqualFold(bare(chain[len(chain)-1]), s)) {
			chain = append(chain, s)
		}
	}
	if len(q.Source) > 0 {
		r.Span = q.Source[0]
		add("“" + oneLine(r.Span.In(a.Text)) + "”")
		if !strings.EqualFold(bare(chain[0]), oneLine(q.SpeakerName)) {
			for _, m := range antecedents(ann, q) {
				add(oneLine(m.In(a.Text)))
			}
		}
	}
	add(oneLine(q.SpeakerName))
	r.Says = strings.Join(chain, " ← ")
	return r
}

func bare(s string) string { return strings.Trim(s, "“”") }

// sameAs is the engine's rule for a mention that a source was tied to.
const sameAs = "same-as"

// antecedents gives the mentions that the source of a quotation was tied to:
// those that the engine names, else the last of the speaker's before it.
func antecedents(ann *model.Annotations, q *model.Quote) []model.Span {
	var out []model.Span
	for _, e := range q.Evidence {
		if e.Rule == sameAs {
			out = append(out, e.Span)
		}
	}
	if out != nil {
		return out
	}
	for _, e := range ann.Entities {
		if e.ID == q.Speaker {
			n := sort.Search(len(e.Mentions), func(i int) bool { return e.Mentions[i].Start >= q.Source[0].Start })
			if n > 0 {
				return e.Mentions[n-1 : n]
			}
		}
	}
	return nil
}

func sureness(q *model.Quote) string {
	words := strconv.Itoa(int(100*min(max(q.Confidence, 0), 1))) + " %"
	if doubt := Doubt(q); doubt != "" {
		words += ", " + doubt
	}
	return words
}

func kind(k model.QuoteKind) string {
	switch k {
	case model.Direct:
		return "direct: in quotation marks"
	case model.Mixed:
		return "mixed: in part quoted"
	case model.Indirect:
	}
	return "indirect: reported"
}

// placed tells a place or day, and the words that say so where they differ.
func placed(a *model.Article, what, name string, s model.Span, inherited bool) Reason {
	words := oneLine(s.In(a.Text))
	if name == "" {
		name, words = "“"+words+"”", ""
	}
	if words != "" && !strings.EqualFold(name, words) {
		name += " “" + words + "”"
	}
	if inherited {
		name += " ↑"
	}
	return Reason{what, name, s}
}

// addFrom adds the sentence from which a place or day holds over, once.
func addFrom(from []Reason, a *model.Article, s model.Span, inherited bool) []Reason {
	if !inherited {
		return from
	}
	says := around(a.Text, s)
	for _, r := range from {
		if r.Says == says {
			return from
		}
	}
	return append(from, Reason{"↑ from", says, s})
}

// byReader says what the reader set, or nothing where evidence is the engine's.
func byReader(q *model.Quote, e model.Evidence) string {
	switch {
	case e.Rule == correct.WhereRule && len(q.Where) == 0:
		return "that no place is told"
	case e.Rule == correct.WhereRule:
		return "the place"
	case e.Rule == correct.WhenRule && q.When == nil:
		return "that no day is told"
	case e.Rule == correct.WhenRule:
		return "the day"
	case e.Rule == correct.Rule:
		return "the speaker or the kind"
	}
	return ""
}

// rule puts a rule or feature of the engine into words, with the words that it
// rests on unless those are what was said.
func rule(a *model.Article, q *model.Quote, e model.Evidence) Reason {
	says := strings.NewReplacer("-", " ", "_", " ").Replace(oneLine(e.Rule))
	said := slices.ContainsFunc(q.Content, e.Span.Overlaps)
	if said {
		return Reason{What: "rule", Says: says}
	}
	if words := oneLine(e.Span.In(a.Text)); words != "" {
		says += " “" + shorten(words, 60) + "”"
	}
	return Reason{"rule", says, e.Span}
}

// Paragraph gives the number of the paragraph that holds a byte, as exports cite
// it.
func Paragraph(a *model.Article, off int) int { return plaintext.Paragraph(a.Text, a.Title, off) }

// around gives the sentence that a span stands in, or as much of it as can be
// read at a glance.
func around(text string, s model.Span) string {
	const most = 160 // bytes on each side
	s = model.Span{Start: min(max(s.Start, 0), len(text)), End: min(max(s.End, 0), len(text))}
	from, to := max(s.Start-most, 0), min(s.End+most, len(text))
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > s.End && !utf8.RuneStart(text[to]) {
		to--
	}
	window := text[from:to]
	start, end := motion.Sentence(window, s.Start-from).Start, motion.Sentence(window, max(s.End-from-1, 0)).End
	words := oneLine(window[start:max(start, end)])
	if start == 0 && from > 0 { // the first word is cut
		words = "…" + words[strings.IndexByte(words, ' ')+1:]
	}
	if end == len(strings.TrimRight(window, " \n")) && to < len(text) {
		if i := strings.LastIndexByte(words, ' '); i > 0 {
			words = words[:i]
		}
		words += "…"
	}
	return words
}

// shorten cuts words to n characters.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimSpace(string(r[:n])) + "…"
}
