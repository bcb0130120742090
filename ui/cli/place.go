package cli

import (
	"errors"

	"quoth/model"
	"quoth/model/library"
	"quoth/ui/task"
)

// recall tells what the library knows of an article that is being opened. What
// cannot be told is no reason not to read it.
func (p *program) recall(a *model.Article) task.Recalled {
	var r task.Recalled
	p.mu.Lock()
	if x := p.unkept[a]; x != nil {
		r.Warning = x.extract.Words.Warning
	}
	p.mu.Unlock()
	l, id, err := p.kept(a)
	if err != nil || id == "" {
		return r
	}
	place, placeErr := l.Position(p.ctx, id)
	e, entryErr := l.Entry(p.ctx, id)
	if errors.Join(placeErr, entryErr) != nil {
		return r
	}
	r.Place, r.Warning = place, e.Warning
	if e.ByHand && !p.published.Known() {
		r.Published = e.Published
	}
	return r
}

// kept gives the name that the library has for an article; "" for one that it
// has not, or not yet.
func (p *program) kept(a *model.Article) (l *library.Library, id string, err error) {
	p.mu.Lock()
	x := p.unkept[a]
	p.mu.Unlock()
	if a.ID == "" && x == nil {
		return nil, "", nil
	}
	if l, err = p.library(); err != nil || a.ID != "" {
		return l, a.ID, err
	}
	switch {
	case x.late:
		var e model.Entry
		e, err = l.Entry(p.ctx, library.ID(*x.extract))
		id = e.ID
	case x.extract.Source == "":
		id, err = x.keep(p.ctx, l)
	default:
		id, err = l.Find(p.ctx, x.extract.Source)
	}
	if errors.Is(err, library.ErrNotFound) {
		return l, "", nil
	}
	return l, id, err
}

// keepPlace keeps where an article of the library is left.
func (p *program) keepPlace(a *model.Article, at int) {
	l, id, err := p.kept(a)
	if err == nil && id != "" {
		err = l.SetPosition(p.ctx, id, library.TextHash(a.Text), at)
	}
	p.notKept(err)
}
