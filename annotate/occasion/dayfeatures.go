package occasion

import (
	"quoth/annotate/choose"
	"quoth/annotate/lexicon"
)

// Templates of the features of days.
const (
	dBonds choose.Name = iota + 1
	dBond
	dBondAge
	dBondSize
	dBondTense
	dBondKinds
	dBondNoun
	dBondSource
	dBondRoom
	dBondGap
	dBondOthers
	dBondMarks
	dBondLead
	dMentions
	dBlock
	dUsers
	dNone
	dNoneKinds
	dNoneNoun
	dNoneTense
	dNoneRoom
	dNoneSource
	dNoneSpeaker
	dNoneCue
	dNoneHead
	dNoneUsers
	dNoneOthers
	dNoneMarks
	dNoneFollow
)

// describeDay describes candidate i to the utterance at position k; -1 is "none".
func (r *reader) describeDay(k int, all []dated, i int, t *choose.Tally) {
	q := r.Order[k]
	f := &r.facts[q]
	kind, noun, own, head, users := uint32(0), uint32(0), uint32(0), "", uint32(0)
	if p := r.place[q]; p >= 0 {
		x := &r.settings[p]
		kind, noun = kinds(x.where), uint32(nounKinds(r.Scene, x.where))
		own = 1 + choose.Bool(x.quote == q)
		head = headOf(r.Scene, x.where)
		users = choose.Bin(len(x.users)) | choose.Bin(x.speakers)<<8
	}
	kind |= own << 8
	tense, src := uint32(f.tense), uint32(f.source)
	if i < 0 {
		t.Bias(dNone)
		t.One(dNoneKinds, kind)
		t.Two(dNoneNoun, noun, own)
		t.Two(dNoneTense, tense, kind)
		t.Two(dNoneRoom, r.tone.room, own)
		t.One(dNoneSource, src)
		t.One(dNoneSpeaker, f.kind)
		t.One(dNoneCue, f.cue)
		t.Two(dNoneUsers, users, kind)
		t.Two(dNoneOthers, choose.Bin(len(all)), kind)
		t.One(dNoneHead, uint32(lexicon.HashOf(head)))
		t.One(dNoneMarks, f.marks)
		t.One(dNoneFollow, r.follows(k))
		return
	}
	d := &all[i]
	age, size := r.age(d.when.Value), uint32(len(d.when.Value))
	first := min(r.TokenAt(d.when.Span.Start), len(r.Words)-1)
	t.One(dBonds, uint32(d.bonds))
	t.Two(dUsers, users, kind)
	for rest := d.bonds; rest != 0; rest &= rest - 1 {
		b := uint32(rest & -rest)
		t.One(dBond, b)
		t.Two(dBondAge, b, age)
		t.Two(dBondSize, b, size)
		t.Two(dBondTense, b, tense)
		t.Two(dBondKinds, b, kind)
		t.Three(dBondNoun, b, noun, own)
		t.Two(dBondSource, b, src)
		t.Two(dBondRoom, b, r.tone.room)
		t.Two(dBondOthers, b, choose.Bool(len(all) == 1))
		t.Two(dBondMarks, b, f.marks)
		t.Two(dBondLead, b, uint32(lexicon.HashOf(r.Low(first-1))))
		t.Two(dMentions, b, choose.Bin(r.mentions[dayPart(d.when.Value)]))
		t.Two(dBlock, b, choose.Bin(r.Words[first].Block))
		t.Two(dBondGap, b, choose.Bin(f.block-r.Words[first].Block))
	}
}

// follows tells which of the utterances that the one at position k goes on with
// have no day.
func (r *reader) follows(k int) uint32 {
	flags := uint32(0)
	for n, j := range []int{r.leader(k), r.before(k), k - 1} {
		if j >= 0 {
			flags |= 1 << (2 * n)
			if r.Quotes[r.Order[j]].When != nil {
				flags |= 2 << (2 * n)
			}
		}
	}
	return flags
}
