package occasion

import (
	"strings"

	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
)

// Templates of features.
const (
	nBias choose.Name = iota + 1
	nRel
	nKinds
	nNoun
	nHead
	nTense
	nSource
	nSpeaker
	nCue
	nRoom
	nRoomAround
	nToneRoom
	nToneCrowd
	nBlocks
	nTold
	nDirect
	nSpeakers
	nCount
	nKindsTense
	nNounTense
	nKindsSource
	nHeadCue
	nLastKinds
	nNested
	nOwnDay
	nMarks
	nFirst
	nHints
	nHintsKinds
	nNamed
	nRole
	nAnswer
	nSince
	nNone
	nNoneTense
	nNoneCue
	nNoneSource
	nNoneSpeaker
	nNoneRoom
	nNoneTone
	nNoneCrowd
	nNoneAround
	nNoneLast
	nNoneMarks
	nNoneNested
	nNoneFirst
	nNoneOwnDay
	nNoneStart
	nNoneRole
	nNoneAnswer
	nStay
	nStayKinds
	nStayNoun
	nStayTense
	nStayGap
	nStayBlocks
	nStayLast
	nStaySource
	nStayMarks
	nStayNested
	nStayOwnDay
	nStayCue
	nStayHead
)

// lastKinds are the kinds of the setting of the utterance before position k, 16
// where there is none before.
func (r *reader) lastKinds(k int) uint32 {
	if k == 0 {
		return 16
	}
	if p := r.place[r.Order[k-1]]; p >= 0 {
		return kinds(r.settings[p].where)
	}
	return 0
}

// describeEntry describes entry i to the utterance at position k; -1 is "none".
func (r *reader) describeEntry(k int, all []entry, i int, t *choose.Tally) {
	if i < 0 {
		r.describeNoEntry(k, t)
		return
	}
	q := r.Order[k]
	f := &r.facts[q]
	tense, src := uint32(f.tense), uint32(f.source)
	ownDay := choose.Bool(r.Quotes[q].When != nil)
	room, last := f.sounds(), r.lastKinds(k)
	role, answer := choose.Bool(f.role), r.answer(k)
	p := &r.settings[all[i].setting]
	rel := uint32(all[i].relation)
	if p.mention {
		rel |= 32
	}
	kind, noun := kinds(p.where), uint32(nounKinds(r.Scene, p.where))
	word := headOf(r.Scene, p.where)
	head := uint32(lexicon.HashOf(word))
	t.Bias(nBias)
	t.One(nRel, rel)
	t.Two(nKinds, rel, kind)
	t.Two(nNoun, rel, noun)
	t.Two(nHead, rel, head)
	t.Two(nTense, rel, tense)
	t.Two(nSource, rel, src)
	t.Two(nSpeaker, rel, f.kind)
	t.Two(nCue, rel, f.cue)
	t.Three(nRoom, rel, room, kind)
	t.Two(nRoomAround, rel, r.tone.around[k])
	t.Two(nToneRoom, rel, r.tone.room)
	t.Two(nToneCrowd, rel, r.tone.crowd)
	t.Two(nBlocks, rel, choose.Bin(f.block-p.block))
	t.Two(nTold, rel, choose.Bool(f.told))
	t.Two(nDirect, rel, choose.Bool(f.direct))
	t.Two(nSpeakers, rel, choose.Bin(p.speakers))
	t.Two(nCount, rel, choose.Bin(r.tone.counts[word]))
	t.Two(nKindsTense, kind, tense)
	t.Two(nNounTense, noun, tense)
	t.Two(nKindsSource, kind, src)
	t.Two(nHeadCue, head, f.cue)
	t.Two(nLastKinds, last, rel)
	t.Two(nNested, choose.Bool(f.nested), rel)
	t.Two(nOwnDay, ownDay, rel)
	t.Two(nMarks, f.marks, rel)
	t.Two(nFirst, f.first, rel)
	t.Three(nRole, role, rel, kind)
	t.Three(nAnswer, answer, rel, kind)
	if n := len(p.users); n > 0 {
		t.Two(nSince, choose.Bin(f.block-r.facts[r.Order[p.users[n-1]]].block), rel)
	}
	for h := p.hints; h != 0; h &= h - 1 {
		bit := uint32(h & -h)
		t.Two(nHints, bit, rel)
		t.Three(nHintsKinds, bit, rel, kind)
	}
	named := choose.Bool(r.names(p.sentence, q)) | choose.Bool(p.quote >= 0)<<1
	t.Two(nNamed, named, rel)
	t.Three(nNamed+100, named, rel, uint32(p.hints))
}

// describeNoEntry describes that the speaker at position k comes into no setting.
func (r *reader) describeNoEntry(k int, t *choose.Tally) {
	q := r.Order[k]
	f := &r.facts[q]
	room, last := f.sounds(), r.lastKinds(k)
	t.Bias(nNone)
	t.One(nNoneTense, uint32(f.tense))
	t.One(nNoneCue, f.cue)
	t.One(nNoneSource, uint32(f.source))
	t.One(nNoneSpeaker, f.kind)
	t.One(nNoneRoom, room)
	t.One(nNoneTone, r.tone.room)
	t.One(nNoneCrowd, r.tone.crowd)
	t.Two(nNoneAround, r.tone.around[k], room)
	t.Two(nNoneLast, last, room)
	t.One(nNoneMarks, f.marks)
	t.One(nNoneNested, choose.Bool(f.nested))
	t.One(nNoneFirst, f.first)
	t.One(nNoneOwnDay, choose.Bool(r.Quotes[q].When != nil))
	t.One(nNoneStart, choose.Bin(k))
	t.Two(nNoneRole, choose.Bool(f.role), last)
	t.Two(nNoneAnswer, r.answer(k), last)
}

// answer tells whether the utterance at position k asks or answers: bit 0, it is
// a question; bit 1, the one before is one; bit 2, that one stands in the same
// paragraph; bit 3, in the one before.
func (r *reader) answer(k int) uint32 {
	f := &r.facts[r.Order[k]]
	a := choose.Bool(f.question)
	if k > 0 {
		g := &r.facts[r.Order[k-1]]
		a |= choose.Bool(g.question)<<1 | choose.Bool(g.block == f.block)<<2 | choose.Bool(g.block == f.block-1)<<3
	}
	return a
}

// longestLook is how many tokens of a sentence are searched for a name.
const longestLook = 120

// names reports whether a sentence names the speaker of utterance q, by the last
// word of the name.
func (r *reader) names(sentence, q int) bool {
	name := r.Quotes[q].SpeakerName
	if name == "" {
		return false
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	first := r.Sentences[sentence].First
	for i := first; i < min(first+longestLook, r.Sentences[sentence].End); i++ {
		if r.Words[i].In < 0 && r.Tokens[i].In(r.Text) == last {
			return true
		}
	}
	return false
}

// describeStay describes to the utterance at position k that its speaker is
// where he was at position before; -1 is "he is not".
func (r *reader) describeStay(k, before, i int, t *choose.Tally) {
	if i < 0 {
		return
	}
	q := r.Order[k]
	f := &r.facts[q]
	id := r.place[r.Order[before]]
	p := &r.settings[id]
	last := uint32(0)
	if r.place[r.Order[k-1]] == id {
		last = 1
	} else if r.place[r.Order[k-1]] >= 0 {
		last = 2
	}
	kind, noun := kinds(p.where), uint32(nounKinds(r.Scene, p.where))
	blocks := choose.Bin(f.block - r.facts[r.Order[before]].block)
	tense := uint32(f.tense)
	t.Bias(nStay)
	t.One(nStayKinds, kind)
	t.One(nStayNoun, noun)
	t.Two(nStayTense, tense, kind)
	t.One(nStayGap, choose.Bin(k-before))
	t.Two(nStayBlocks, blocks, last)
	t.Two(nStayLast, last, kind)
	t.One(nStaySource, uint32(f.source))
	t.One(nStayMarks, f.marks)
	t.One(nStayNested, choose.Bool(f.nested))
	t.One(nStayOwnDay, choose.Bool(r.Quotes[q].When != nil))
	t.One(nStayCue, f.cue)
	t.One(nStayHead, uint32(lexicon.HashOf(headOf(r.Scene, p.where))))
}
