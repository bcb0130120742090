package occasion

import "sort"

// relation is how a setting stands to an utterance by somebody new.
type relation uint32

const (
	relLast     relation = iota // the utterance before shares it
	relRecent                   // one of the last few shares it
	relSentence                 // its own sentence tells of it, outside the clause
	relBefore                   // the sentence before
	relBlock                    // the same paragraph, further back
	relAbove                    // the paragraphs before
	relLede                     // the head of the article
	relBelow                    // the sentences after
	relOwnLater                 // a later clause of the same speaker
	relLater                    // the next clauses of others
)

// entry is a setting that somebody new may share.
type entry struct {
	setting  int
	relation relation
}

const (
	recently    = 5 // utterances back in which a setting is in use
	aboveBlocks = 3 // paragraphs back in which narration still tells of what comes
	ledeBlocks  = 7 // paragraphs at the head that tell what the article is about
	belowSent   = 2 // sentences after an utterance that may tell its setting
	ownLater    = 6 // utterances ahead, in the speaker's own clauses
	othersLater = 2 // utterances ahead, in the clauses of others
	maxEntries  = 60
)

// entries lists the settings that the utterance at position k may share, the
// most closely related of those that read the same.
func (r *reader) entries(k int) []entry {
	q := r.Order[k]
	var out []entry
	add := func(p int, rel relation) {
		for _, e := range out {
			if e.setting == p || r.readsSame(e.setting, p) {
				return
			}
		}
		out = append(out, entry{p, rel})
	}
	for j := k - 1; j >= max(0, k-recently); j-- {
		if p := r.place[r.Order[j]]; p >= 0 {
			rel := relRecent
			if j == k-1 {
				rel = relLast
			}
			add(p, rel)
		}
	}
	sentence, block := r.Words[r.First(q)].Sentence, r.Words[r.First(q)].Block
	near := sort.Search(r.narrated, func(p int) bool { return r.settings[p].sentence > sentence+belowSent })
	for p := near - 1; p >= 0 && r.settings[p].block >= block-aboveBlocks && len(out) < maxEntries; p-- {
		if rel, ok := r.told(p, sentence, block); ok {
			add(p, rel)
		}
	}
	for p := 0; p < near && r.settings[p].block <= ledeBlocks && len(out) < maxEntries; p++ {
		if rel, ok := r.told(p, sentence, block); ok {
			add(p, rel)
		}
	}
	for j := k + 1; j < min(len(r.Order), k+1+ownLater); j++ {
		y := r.Order[j]
		p := r.place[y]
		if p < 0 || r.settings[p].quote != y {
			continue
		}
		if r.sameSpeaker(q, y) {
			add(p, relOwnLater)
			break
		} else if j-k <= othersLater {
			add(p, relLater)
		}
	}
	return out
}

// told tells how narrated setting p stands to an utterance in a sentence.
func (r *reader) told(p, sentence, block int) (relation, bool) {
	x := &r.settings[p]
	back := sentence - x.sentence
	switch {
	case back == 0:
		return relSentence, true
	case back == 1 && x.block >= block-1:
		return relBefore, true
	case back < 0:
		return relBelow, -back <= belowSent && !x.mention
	case x.block == block:
		return relBlock, true
	case x.mention:
		return relBefore, false
	case x.block >= block-aboveBlocks:
		return relAbove, true
	}
	return relLede, x.block <= ledeBlocks
}

func (r *reader) readsSame(i, j int) bool {
	a, b := r.settings[i].where, r.settings[j].where
	if len(a) != len(b) {
		return false
	}
	for n := range a {
		if a[n].Name != b[n].Name {
			return false
		}
	}
	return true
}

// certain gives the entry that needs no weighing: the sentence after says where
// “he gave the assurance”, or the paragraphs above a transcript say where the
// two met. It is -1 where there is none.
func (r *reader) certain(k int, all []entry) int {
	f := &r.facts[r.Order[k]]
	for i, e := range all {
		p := &r.settings[e.setting]
		switch e.relation {
		case relBelow:
			if !p.mention && p.hints&hintPronoun != 0 && p.hints&hintSpeech != 0 {
				return i
			}
		case relBefore, relBlock, relAbove:
			if f.cue == 0 && r.tone.turns && p.hints&hintWe != 0 && p.hints&(hintSpeaking|hintGathering) != 0 && kinds(p.where)&^4 != 0 {
				return i
			}
		}
	}
	return -1
}
