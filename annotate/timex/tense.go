package timex

import "strings"

// verb is what a word tells of the tense of its clause.
type verb int8

const (
	verbNone    verb = iota
	verbPast         // said, was, resigned
	verbFuture       // will, due, scheduled
	verbFixture      // meets, opens: a bare present that announces
)

// tense of a clause as far as dates need it.
type tense struct {
	verb verb // verbPast, verbFuture or verbNone
	weak bool // guessed from a fixture verb
}

func (t tense) past() bool   { return t.verb == verbPast }
func (t tense) future() bool { return t.verb == verbFuture }

// verbLexicon gives the words that tell a tense by themselves.
func verbLexicon(add func(word string, v verb)) {
	for w := range strings.FieldsSeq(`meets opens begins starts faces goes heads plays votes runs ends expires hosts visits returns travels meet open begin
		start face play vote resume resumes continues continue rules decides closes airs kicks concludes arrives moves go leave report reports
		is are leaves speaks attend`) {
		add(w, verbFixture)
	}
	for w := range strings.FieldsSeq(`was were had did said told began came went took gave made found met held spoke wrote ran rose fell won lost
		left led broke sent saw got became drew flew grew hit knew kept paid put read set sat sold stood struck taught thought threw wore cut
		shut spent died tied sued built bought brought caught chose fought felt heard hid hung laid let meant rang shot slept slid sought stole swept swore
		tore woke been has have shook blew drove fled sank sprang swung bore fed dealt wasn't weren't hadn't didn't lay ate dug froze`) {
		add(w, verbPast)
	}
	for w := range strings.FieldsSeq(`will 'll shall would won't wouldn't due scheduled expected planned plans planning set going could may might
		should upcoming deadline hopes aims intends intend must can tabled slated poised summoned invited braced fixtures adjourned postponed
		predicting next fixture if ahead`) {
		add(w, verbFuture)
	}
}

// endsInEd reports whether w is a regular past form, as far as its spelling
// tells.
func endsInEd(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !among(w, `need indeed hundred united speed feed seed breed bleed embed exceed proceed
		succeed naked wicked sacred rugged aged unprecedented supposed limited`)
}

// verbs tells for each word what tense it shows.
func verbs(words []word) []verb {
	out := make([]verb, len(words))
	low := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return words[i].low
	}
	for i := range words {
		w := &words[i]
		if w.verb == verbNone && !w.capital && endsInEd(w.low) {
			w.verb = verbPast
		}
		if w.verb != verbNone {
			out[i] = verbOf(w, low(i-1), low(i+1))
		}
	}
	return out
}

func verbOf(w *word, prev, next string) verb {
	switch low := w.low; {
	case among(low, "is are") && next == "to":
		return verbFuture
	case among(low, "is are") && (strings.HasSuffix(next, "ed") || among(prev, "it he she that they there who which")):
		return verbNone
	case low == "may" && w.capital:
		return verbNone
	case among(low, "set planned expected summoned invited adjourned postponed tabled") && !among(prev, "is are was were be been has have had being"):
		return verbPast
	case w.verb == verbPast && among(prev, "be being to"),
		w.verb == verbPast && endsInEd(low) && among(prev, "get a an the"),
		w.verb == verbFixture && among(prev, "to the a"):
		return verbNone
	}
	return w.verb
}

// tense looks at the preposition before a match, then for the nearest verb to
// its left in the sentence, then to its right. Quotation marks and semicolons
// close the clause.
func (m *match) tense() tense {
	if m.from > 0 && !m.words[m.from].para {
		switch p := m.prev(1); {
		case p == "since", p == "ended":
			return tense{verb: verbPast}
		case p == "for" && m.first().class&(clsWeekday|clsMonth|clsDay) != 0:
			return tense{verb: verbFuture}
		case among(p, "until till by before") && m.deadline():
			return tense{verb: verbFuture}
		}
	}
	if m.fronted() {
		if t := m.tenseAfter(); t.verb != verbNone {
			return t
		}
	}
	if t := m.tenseBefore(); t.verb != verbNone {
		return t
	}
	return m.tenseAfter()
}

// fronted reports whether the match and its preposition begin a clause, as in:
// they are small, and until March nobody had seen one.
func (m *match) fronted() bool {
	return m.from > 1 && among(m.prev(1), "on in until till by") && !m.words[m.from-1].sentence && among(m.words[m.from-2].low, "and but")
}

// maxClause is how many words away a verb may stand. It keeps the work on texts
// without full stops linear.
const maxClause = 80

func closesClause(w string) bool { return among(w, "” “ \" '' `` ;") }

// maxScrap is how many words a name or a phrase in marks may have.
const maxScrap = 8

// scrap gives the other mark of a few words in marks that are a part of their
// clause, as in: play at the "Save Our Docks" rally. The mark at i is the first
// one met in the direction step (1 or -1); -1 is no such words.
func (m *match) scrap(i, step int) int {
	if !quotationMark(m.words[i].low) || m.first().quoted {
		return -1
	}
	for j := i + step; j >= 0 && j < len(m.words) && j != i+step*(maxScrap+2); j += step {
		switch w := &m.words[j]; {
		case quotationMark(w.low):
			if last := m.words[max(i, j)-1].low; j == i+step || among(last, ", . ? !") {
				return -1
			}
			return j
		case m.verbs[j] != verbNone, m.words[max(j, j-step)].sentence: // a clause, or a new sentence
			return -1
		}
	}
	return -1
}

func quotationMark(w string) bool { return among(w, "“ ” \" '' ``") }

func (m *match) tenseBefore() tense {
	for i := m.from - 1; i >= max(0, m.from-maxClause) && !m.words[i+1].sentence; i-- {
		if open := m.scrap(i, -1); open >= 0 {
			i = open
			continue
		}
		if closesClause(m.words[i].low) || among(m.words[i].low, "which who") { // "would be free, which on Tuesday was not"
			break
		}
		switch m.verbs[i] {
		case verbFuture:
			return tense{verb: verbFuture}
		case verbFixture:
			return tense{verb: verbFuture, weak: true}
		case verbPast:
			if !among(m.words[i].low, "been has have") {
				return tense{verb: verbPast}
			}
		}
	}
	return tense{}
}

func (m *match) tenseAfter() tense {
	possessive := m.next() == "'s" // "Saturday's passengers are": the verb is not the day's
	for i := m.to; i < min(len(m.words), m.to+maxClause) && !m.words[i].sentence; i++ {
		if end := m.scrap(i, 1); end >= 0 {
			i = end
			continue
		}
		if closesClause(m.words[i].low) {
			break
		}
		switch m.verbs[i] {
		case verbFuture:
			if !possessive || among(m.words[i].low, "will 'll") {
				return tense{verb: verbFuture}
			}
		case verbFixture:
			if !possessive {
				return tense{verb: verbFuture, weak: true}
			}
		case verbPast:
			return tense{verb: verbPast}
		}
	}
	return tense{}
}

// deadline tells "to finish it by Friday" from "it had gone by Friday" and "By
// Friday it had gone".
func (m *match) deadline() bool {
	if m.words[m.from-1].sentence || m.fronted() {
		return m.tenseAfter().verb != verbPast
	}
	for i := m.from - 2; i >= max(0, m.from-maxClause) && !m.words[i+1].sentence; i-- {
		w := m.words[i].low
		infinitive := w == "to" && !m.words[i+1].capital && !among(m.words[i+1].low, "the a an his her its their about one")
		if m.verbs[i] == verbFuture || infinitive || among(w, "if unless until") {
			return true
		}
		if m.verbs[i] == verbPast && !among(w, "been has have") && i < m.from-4 {
			return false
		}
	}
	return true
}

// habitual reports whether the clause tells what always happens.
func (m *match) habitual() bool {
	for i := m.from - 1; i >= 0 && i > m.from-12 && !m.words[i+1].sentence; i-- {
		if among(m.words[i].low, "every each daily usually always often nightly between") {
			return true
		}
	}
	return false
}

// timeless reports whether the match stands in quoted words without a past verb
// in its sentence: "a family holding a sick dog at 2 a.m. is not a consumer".
func (m *match) timeless() bool {
	if !m.first().quoted {
		return false
	}
	past := func(i int) bool { return m.verbs[i] == verbPast && !among(m.words[i].low, "has have been") }
	for i := m.from; i >= max(0, m.from-maxClause) && m.words[i].quoted; i-- {
		if past(i) {
			return false
		}
		if m.words[i].sentence {
			break
		}
	}
	for i := m.to; i < min(len(m.words), m.to+maxClause) && m.words[i].quoted && !m.words[i].sentence; i++ {
		if past(i) || m.words[i].low == "will" || m.words[i].low == "'ll" {
			return false
		}
	}
	return true
}
