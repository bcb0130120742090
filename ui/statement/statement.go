// Package statement puts what the engine found about a quotation into the words
// that the screen shows: who, how, what, where, when, and how sure that is. It
// is words only, without styles, positions or sizes, so that the panel, the
// status line, the evidence and the clipboard all say the same.
package statement

import (
	"strings"

	"quoth/model"
)

// Statement is a quotation in words.
type Statement struct {
	Index   int          // in Annotations.Quotes
	Key     string       // the same for all statements of one speaker; "" where not known
	Speaker string       // "Abbas Araqchi", "a senior U.S. official", "Unknown"
	Named   bool         // the speaker has a name
	How     string       // the cue as the text has it: "told", "told reporters"
	Doubt   string       // "", "probably" or "perhaps"
	Status  model.Status // whose word it is
	Kind    model.QuoteKind
	Words   string // what was said, on one line, direct words in “ ”
	Where   string // "CNN", "speech, Tehran"; "" where not said
	When    string // resolved: "Sun 1 Feb 2026"; "" where not said
	Written string // the words of the day as written, where they say it otherwise
	Held    bool   // place or day hold over from another statement
}

// The confidences from which on a speaker is given without a word of doubt, and
// as probable. The engine is calibrated: of those at 0.9 or above at least 95 in
// 100 are right.
const (
	Sure     = 0.9
	Probable = 0.6
)

// Of tells every quotation of an article, in the order of reading.
func Of(a *model.Article, ann *model.Annotations) []Statement {
	out := make([]Statement, len(ann.Quotes))
	for i := range ann.Quotes {
		out[i] = one(a, &ann.Quotes[i])
		out[i].Index = i
	}
	return out
}

func one(a *model.Article, q *model.Quote) Statement {
	s := Statement{
		Key:     speakerKey(q),
		Speaker: q.SpeakerName,
		Named:   q.SpeakerKind != model.SpeakerUnnamed && q.SpeakerKind != model.SpeakerUnknown && q.SpeakerName != "",
		How:     how(a, q),
		Doubt:   Doubt(q),
		Kind:    q.Kind,
		Status:  q.Status,
		Words:   words(a, q),
		Where:   where(a, q),
	}
	if s.Speaker == "" {
		s.Speaker = "Unknown"
	}
	s.Speaker = oneLine(s.Speaker)
	for _, w := range q.Where {
		s.Held = s.Held || w.Inherited
	}
	if q.When != nil {
		written := oneLine(q.When.Span.In(a.Text))
		s.When, s.Held = Day(q.When.Value), s.Held || q.When.Inherited
		switch {
		case s.When == "":
			s.When = written
		case !q.When.Inherited && !says(written, s.When):
			s.Written = written
		}
	}
	return s
}

// speakerKey tells speakers apart: the entity, or the description where the
// source is none; "" where the article does not say.
func speakerKey(q *model.Quote) string {
	if q.Speaker != "" {
		return q.Speaker
	}
	return strings.ToLower(q.SpeakerName)
}

// Doubt is the word of doubt that goes with a speaker. One that is not known
// needs none.
func Doubt(q *model.Quote) string {
	switch {
	case q.SpeakerName == "" || q.Confidence >= Sure:
		return ""
	case q.Confidence >= Probable:
		return "probably"
	}
	return "perhaps"
}

// Whose is the word of doubt and, with a ring, the reader's own: "probably",
// "○ confirmed".
func (s *Statement) Whose() string {
	if s.Status == model.ByEngine {
		return s.Doubt
	}
	return strings.TrimSpace(s.Doubt + " ○ " + string(s.Status))
}

// Doubtful reports whether a reader should look twice: the speaker is not known
// or not sure.
func Doubtful(q *model.Quote) bool { return q.SpeakerName == "" || Doubt(q) != "" }

// how is the cue as the text has it, with the one spoken to where that follows
// at once: "told reporters". One that is the channel is told by Where.
func how(a *model.Article, q *model.Quote) string {
	var parts []string
	for _, c := range q.Cue {
		if w := strings.Trim(oneLine(c.In(a.Text)), " ,:"); w != "" {
			parts = append(parts, w)
		}
	}
	cue := strings.Join(parts, " … ")
	if cue == "" || q.Addressee == nil {
		return cue
	}
	to := q.Addressee.Span
	for _, w := range q.Where {
		if w.Span.Overlaps(to) {
			return cue
		}
	}
	between := model.Span{Start: q.Cue[len(q.Cue)-1].End, End: to.Start}
	if between.End < between.Start || strings.TrimSpace(between.In(a.Text)) != "" {
		return cue
	}
	return cue + " " + oneLine(to.In(a.Text))
}

func where(a *model.Article, q *model.Quote) string {
	var names []string
	for _, w := range q.Where {
		name := w.Name
		if name == "" {
			name = w.Span.In(a.Text)
		}
		names = append(names, oneLine(name))
	}
	return strings.Join(names, ", ")
}

// words joins the parts of a quotation. Quotation marks become typographic;
// what was left out between two parts is shown as dots.
func words(a *model.Article, q *model.Quote) string {
	var b strings.Builder
	for i, c := range q.Content {
		part := oneLine(c.In(a.Text))
		if i > 0 && part != "" {
			b.WriteString(" … ")
		}
		b.WriteString(part)
	}
	return Typographic(strings.TrimPrefix(b.String(), "that "))
}

// Typographic turns straight quotation marks and apostrophes into curly ones:
// one that follows a blank, a bracket or nothing opens.
func Typographic(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range s {
		opens := strings.ContainsRune(" ([—–…-‘“", before)
		mark := r
		switch {
		case r == '"' && opens:
			mark = '“'
		case r == '"':
			mark = '”'
		case r == '\'' && opens:
			mark = '‘'
		case r == '\'':
			mark = '’'
		}
		b.WriteRune(mark)
		before = mark
	}
	return b.String()
}

// oneLine folds blanks and drops control characters: what is shown beside the
// text comes from the article too.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || (r >= 0x7f && r < 0xa0) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(clean), " ")
}
