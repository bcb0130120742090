package quote

import (
	"sort"

	"quoth/annotate/choose"
	"quoth/annotate/coref"
	"quoth/model"
)

// speakers gives every utterance its speaker, in the order of the text.
func (r *reader) speakers(all []*utterance) *coref.Resolver {
	res := coref.NewResolver(r.View, r.phrases)
	for _, u := range all {
		for _, g := range u.runs {
			res.Said(g.First, g.End)
		}
	}
	known := map[int]int{} // phrases that were sources before
	for _, u := range all {
		r.speaker(res, u, known)
		if u.speaker >= 0 {
			res.Spoke(u.speaker)
		}
	}
	return res
}

// speaker finds the speaker of one utterance.
func (r *reader) speaker(res *coref.Resolver, u *utterance, known map[int]int) {
	if u.how == byLabel {
		u.speaker, u.chanceSpeaker = r.labelSpeaker(res, u)
		return
	}
	if u.source < 0 {
		if u.how == byLast && u.same != nil && u.same.speaker >= 0 {
			u.speaker, u.chanceSpeaker = u.same.speaker, u.same.chanceSpeaker
			return
		}
		u.speaker, u.chanceSpeaker = r.unsourced(res, u)
		return
	}
	if e, ok := known[u.source]; ok {
		u.speaker = e
		return
	}
	u.speaker, u.chanceSpeaker = res.Of(u.source, r.models.Speaker)
	known[u.source] = u.speaker
}

// The templates of the features of speakers of utterances without a source.
const (
	spkNone choose.Name = iota + 512
	spkNoneLemma
	spkNoneSpoken
	spkKind
	spkSpoke
	spkSpokeLemma
	spkSentence
	spkBlockSpoke
	spkRank
	spkRankSpoke
	spkRel
	spkQuoted
	spkCount
)

// maxUnsourced bounds the referents that may have said what has no source.
const maxUnsourced = 12

// heard is a referent that may have said what has no source, with the last
// token at which it was mentioned.
type heard struct{ referent, last int }

// near gives the referents mentioned in the sentences before an utterance, the
// last one first.
func (r *reader) near(res *coref.Resolver, u *utterance) (int, []heard) {
	at := u.first()
	if u.how == byCue {
		at = u.cue
	}
	var out []heard
	s := int(r.Words[at].Sentence)
	for e := range res.Referents {
		last := res.Last(e, at)
		if last >= 0 && int(r.Words[last].Sentence) >= s-4 {
			out = append(out, heard{e, last})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].last > out[j].last })
	if len(out) > maxUnsourced {
		out = out[:maxUnsourced]
	}
	if e := res.LastSpeaker(); e >= 0 {
		for _, h := range out {
			if h.referent == e {
				return at, out
			}
		}
		out = append(out, heard{e, max(res.Last(e, at), 0)})
	}
	return at, out
}

// unsourced chooses who said what has no source: somebody near, or nobody known.
func (r *reader) unsourced(res *coref.Resolver, u *utterance) (int, float32) {
	at, all := r.near(res, u)
	t := r.models.Speaker.Tally()
	scores := make([]float32, 0, maxUnsourced+2)
	r.addUnknown(&t, res, u)
	scores = append(scores, t.Score())
	for k, h := range all {
		t.Reset()
		r.addHeard(&t, res, u, at, k, h)
		scores = append(scores, t.Score())
	}
	best := choose.Softmax(scores)
	if best == 0 {
		return -1, scores[0]
	}
	return all[best-1].referent, scores[best]
}

// signature gives the tag and lemma of an utterance's cue, 0 where there is none.
func (r *reader) signature(u *utterance) (tag, lemma uint32) {
	if u.how != byCue {
		return 0, uint32(u.how)
	}
	return r.t(u.cue), r.l(u.cue)
}

// addUnknown adds the features of nobody known having said what has no source.
func (r *reader) addUnknown(t *choose.Tally, res *coref.Resolver, u *utterance) {
	tag, lemma := r.signature(u)
	t.One(spkNone, tag)
	t.One(spkNoneLemma, lemma)
	t.Two(spkNoneSpoken, choose.Bool(res.LastSpeaker() >= 0), tag)
}

// addHeard adds the features of h, which is k-th in the order of near, having said
// what has no source; at is where the utterance is read.
func (r *reader) addHeard(t *choose.Tally, res *coref.Resolver, u *utterance, at, k int, h heard) {
	tag, lemma := r.signature(u)
	kind := res.TypeOf(h.referent)
	spoke := uint32(res.SpokeAgo(h.referent))
	w := &r.Words[h.last]
	sentences := choose.Bin(int(r.Words[at].Sentence - w.Sentence))
	blocks := choose.Bin(int(r.Words[at].Block - w.Block))
	rank := choose.Bin(k)
	t.Two(spkKind, kind, tag)
	t.Two(spkSpoke, spoke, tag)
	t.Two(spkSpokeLemma, spoke, lemma)
	t.Two(spkSentence, sentences, tag)
	t.Three(spkBlockSpoke, blocks, spoke, tag)
	t.Two(spkRank, rank, tag)
	t.Three(spkRankSpoke, rank, spoke, sentences)
	t.Three(spkRel, uint32(w.Rel), sentences, tag)
	t.Two(spkQuoted, choose.Bool(w.Quote >= 0), tag)
	t.Two(spkCount, choose.Bin(res.Mentions(h.referent)), kind)
}

// kindOf says what kind of source a speaker is.
func kindOf(x *coref.Referent) model.SpeakerKind {
	if x.Entity < 0 {
		if x.Plural {
			return model.SpeakerGroup
		}
		return model.SpeakerUnnamed
	}
	switch x.Type {
	case model.Person:
		return model.SpeakerPerson
	case model.NORP:
		return model.SpeakerGroup
	}
	return model.SpeakerOrganisation
}
