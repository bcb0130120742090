package quote

import (
	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
)

// Learn fits the models to articles marked by hand. The content chooser learns
// from cues that models of the other half of the articles found, so that it
// meets wrong ones; the confidence is fitted to what models of the other folds
// get right. The same lessons give the same models.
func Learn(l *lexicon.Lexicon, lessons []Lesson) *Models {
	all := tieAll(l, lessons)
	m := fit(all, fitting())
	m.Trust = fitTrust(all)
	return m
}

func tieAll(l *lexicon.Lexicon, lessons []Lesson) []*lesson {
	f := newForms()
	out := make([]*lesson, len(lessons))
	for i := range lessons {
		out[i] = tie(l, f, &lessons[i])
	}
	return out
}

// fit fits every model but the confidence. Models of halves, which only make
// examples, are fitted once.
func fit(all []*lesson, o choose.Options) *Models {
	once := o
	once.Runs = 1
	m := &Models{Cue: choose.Train(cueExamples(all), o), Source: choose.Train(sourceExamples(all), o)}
	var content [2][]choose.Example
	var halves [2]*Models
	for k := range halves {
		with, without := parted(all, 2, k)
		halves[k] = &Models{Cue: choose.Train(cueExamples(without), once), Source: choose.Train(sourceExamples(without), once)}
		content[k] = contentExamples(with, halves[k])
	}
	m.Content = choose.Train(append(content[0], content[1]...), o)
	var loose []choose.Example
	for k, half := range halves {
		with, _ := parted(all, 2, k)
		half.Content = choose.Train(content[1-k], once)
		loose = append(loose, looseExamples(with, half)...)
		loose = append(loose, looseExamplesFound(with, half)...)
	}
	m.Loose = choose.Train(loose, o)
	o.Decay = firmly
	m.Speaker = choose.Train(speakerExamples(all), o)
	return m
}

// fitting is how every chooser is fitted: several times, since single fits of so
// few examples differ by half a point, and with half of the features left out at
// each step, so that no one word decides what others tell as well.
func fitting() choose.Options { return choose.Options{Runs: 3, Epochs: 20, Decay: 1e-3, Drop: 0.5} }

// firmly is the penalty on the weights of the chooser of speakers: its examples are
// few and their nouns many, and under a weaker one it learns the nouns by heart.
const firmly = 1e-2

// judging is how the models are fitted that the confidence is fitted to: quickly.
func judging() choose.Options { return choose.Options{Runs: 1, Epochs: 12, Decay: 1e-3, Drop: 0.5} }

// parted gives the lessons of fold k of n, and the others.
func parted(all []*lesson, n, k int) (with, without []*lesson) {
	for i, l := range all {
		if i%n == k {
			with = append(with, l)
		} else {
			without = append(without, l)
		}
	}
	return with, without
}

// cueExamples asks of every candidate whether it is a cue.
func cueExamples(all []*lesson) []choose.Example {
	var out []choose.Example
	for _, l := range all {
		for i := range l.Words {
			if !l.mayCue(i) {
				continue
			}
			var t choose.Tally
			l.cueFeatures(&t, i)
			_, right := l.cues[i]
			out = append(out, choose.Example{Candidates: [][]uint32{nil, t.Kept()}, Right: []bool{!right, right}})
		}
	}
	return out
}

// sourceExamples asks of every marked cue which phrase is its source.
func sourceExamples(all []*lesson) []choose.Example {
	var out []choose.Example
	for _, l := range all {
		for _, u := range l.taught {
			if u.cue < 0 || u.source == unmatched {
				continue
			}
			list := l.sources(u.cue, nil)
			f := l.sourceContext(u.cue, list)
			var x choose.Example
			for _, k := range list {
				var t choose.Tally
				f.add(&t, k)
				x.Add(&t, k == u.source)
			}
			if x.Answered() {
				out = append(out, x)
			}
		}
	}
	return out
}

// leastTaught is how likely a wrong cue must seem to the other half's model to
// be worth learning from.
const leastTaught = 0.1

// contentExamples asks of every marked cue, and of every wrong one that m takes
// for a cue, what its content is.
func contentExamples(all []*lesson, m *Models) []choose.Example {
	var out []choose.Example
	var s scratch
	for _, l := range all {
		l.models = m
		for i := range l.Words {
			if !l.mayCue(i) {
				continue
			}
			n, marked := l.cues[i]
			p := l.cueChance(i)
			if !marked && p < leastTaught {
				continue
			}
			source, _ := l.source(i, &s)
			if marked {
				source = max(l.taught[n].source, nobody)
			}
			if x, ok := l.contentExample(i, n, marked, source, p, &s); ok {
				out = append(out, x)
			}
		}
	}
	return out
}

// contentExample asks of the cue at token c what its content is.
func (l *lesson) contentExample(c, n int, marked bool, source int, chance float32, s *scratch) (choose.Example, bool) {
	var x choose.Example
	l.contents(c, source, &s.contents)
	l.contentContext(&s.contents, chance, &s.content)
	var t choose.Tally
	s.content.edges(&t)
	best := 0.0
	fits := make([]float64, len(s.contents.list))
	var gold []run
	if marked {
		gold = l.localContent(c, l.taught[n].content)
	}
	for k := range s.contents.list {
		t.Reset()
		s.content.add(&t, &s.contents.list[k])
		x.Candidates = append(x.Candidates, t.Kept())
		fits[k] = l.overlap(gold, s.contents.list[k].runs)
		best = max(best, fits[k])
	}
	x.Right = make([]bool, len(fits))
	if !marked {
		x.Right[0] = true
		return x, true
	}
	for k := range fits {
		x.Right[k] = fits[k] >= best-0.001
	}
	return x, best >= 0.5
}
