package cli

import (
	"fmt"
	"slices"

	"quoth/model"
	"quoth/model/correct"
	"quoth/model/notefile"
	"quoth/ui/desk"
)

// cutEverywhere parts the corrections that hold for all articles from what is
// about one: they need no article, and each article brings them again.
func cutEverywhere(notes []notefile.Note) (ofArticles []notefile.Note, everywhere []model.Correction) {
	for _, n := range notes {
		if n.Correction != nil && n.Correction.Everywhere {
			everywhere = append(everywhere, n.Correction.Correction)
		} else {
			ofArticles = append(ofArticles, n)
		}
	}
	return ofArticles, everywhere
}

// everywhere puts corrections into the library that hold for all articles.
func (in *importing) everywhere(all []model.Correction) error {
	if len(all) == 0 {
		return nil
	}
	marks, err := in.library.Marks(in.ctx, "")
	if err != nil {
		return err
	}
	corrections := corrections{importing: in, have: marks.Corrections}
	for _, c := range all {
		corrections.add(c, "")
	}
	return in.act(model.Action{Corrections: corrections.edits})
}

// corrections is what is new of some.
type corrections struct {
	*importing
	have  []model.Correction // with those that are new
	edits []model.Edit[model.Correction]
}

// add adds a correction of an article, "" for all, unless the library has one
// that puts the same right.
func (cs *corrections) add(c model.Correction, article string) {
	c.Article = article
	c.ID = correct.ID(c)
	if c.Created.IsZero() {
		c.Created = cs.now
	}
	if i := slices.IndexFunc(cs.have, func(have model.Correction) bool { return have.ID == c.ID }); i >= 0 {
		have := cs.have[i]
		have.Created, have.Content, have.Cue = c.Created, c.Content, c.Cue // found alike, and perhaps in another text
		if !have.Equal(c) {
			cs.warn(fmt.Errorf("a correction (%s) differs from the one in the library, which stays as it is", desk.Told(c)))
		}
		cs.stood++
		return
	}
	cs.have = append(cs.have, c)
	cs.edits = append(cs.edits, model.Edit[model.Correction]{After: &c})
}
