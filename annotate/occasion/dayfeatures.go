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

// shared is what the days of an utterance are asked of the setting that it shares.
type shared struct {
	kind, noun uint32
	own        uint32 // 0 without a setting, 2 where its own clause tells it, else 1
	head       string
	users      uint32 // how many utterances and speakers share it
}

func (r *reader) sharedBy(q int) shared {
	p := r.place[q]
	if p < 0 {
		return shared{}
	}
	x := &r.settings[p]
	own := 1 + choose.Bool(x.quote == q)
	return shared{
		kind: kinds(x.where) | own<<8, noun: uint32(nounKinds(r.Scene, x.where)), own: own, head: headOf(r.Scene, x.where),
		users: choose.Bin(len(x.users)) | choose.Bin(x.speakers)<<8,
	}
}

// describeNoDay describes that the utterance at position k has none of all days.
func (r *reader) describeNoDay(k int, all []dated, t *choose.Tally) {
	q := r.Order[k]
	f, s := &r.facts[q], r.sharedBy(q)
	t.Bias(dNone)
	t.One(dNoneKinds, s.kind)
	t.Two(dNoneNoun, s.noun, s.own)
	t.Two(dNoneTense, uint32(f.tense), s.kind)
	t.Two(dNoneRoom, r.tone.room, s.own)
	t.One(dNoneSource, uint32(f.source))
	t.One(dNoneSpeaker, f.kind)
	t.One(dNoneCue, f.cue)
	t.Two(dNoneUsers, s.users, s.kind)
	t.Two(dNoneOthers, choose.Bin(len(all)), s.kind)
	t.One(dNoneHead, uint32(lexicon.HashOf(s.head)))
	t.One(dNoneMarks, f.marks)
	t.One(dNoneFollow, r.follows(k))
}

// describeDay describes candidate i to the utterance at position k; -1 is "none".
func (r *reader) describeDay(k int, all []dated, i int, t *choose.Tally) {
	if i < 0 {
		r.describeNoDay(k, all, t)
		return
	}
	q := r.Order[k]
	f, s := &r.facts[q], r.sharedBy(q)
	d := &all[i]
	age, size := r.age(d.when.Value), uint32(len(d.when.Value))
	first := min(r.TokenAt(d.when.Span.Start), len(r.Words)-1)
	t.One(dBonds, uint32(d.bonds))
	t.Two(dUsers, s.users, s.kind)
	for rest := d.bonds; rest != 0; rest &= rest - 1 {
		b := uint32(rest & -rest)
		t.One(dBond, b)
		t.Two(dBondAge, b, age)
		t.Two(dBondSize, b, size)
		t.Two(dBondTense, b, uint32(f.tense))
		t.Two(dBondKinds, b, s.kind)
		t.Three(dBondNoun, b, s.noun, s.own)
		t.Two(dBondSource, b, uint32(f.source))
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
