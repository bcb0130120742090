package correct

import (
	"cmp"
	"slices"
	"strings"

	"quoth/model"
)

// correctName lays a correction of names over entities and speakers. A name that
// the text does not have is none of its business.
func (d *draft) correctName(c model.Correction) {
	switch c.Kind {
	case model.OneName:
		d.merge(c.Name, c.Other)
	case model.PartName:
		d.part(c.Name, c.Other)
	case model.SetType:
		d.setType(c.Name, c.Type)
	case model.Confirm, model.SetSpeaker, model.SetKind, model.SetWhere, model.SetWhen, model.Dismiss, model.AddQuote:
	}
}

// merge makes one of two names: what is called name is into.
func (d *draft) merge(name, into string) {
	if strings.EqualFold(name, into) {
		return
	}
	from, to := d.entity(name), d.entity(into)
	id := ""
	switch {
	case from != nil && to != nil:
		to.Mentions = append(slices.Clone(to.Mentions), from.Mentions...)
		slices.SortFunc(to.Mentions, func(x, y model.Span) int { return cmp.Compare(x.Start, y.Start) })
		id, into = to.ID, to.Name
		d.give(from.ID, to)
		gone := from.ID
		d.entities = slices.DeleteFunc(d.entities, func(e model.Entity) bool { return e.ID == gone })
	case from != nil:
		from.Name = into
		d.give(from.ID, from)
		id = from.ID
	case to != nil:
		id, into = to.ID, to.Name
	}
	kind := model.SpeakerKind("")
	if e := d.entity(into); e != nil {
		kind = speakerKind(e.Type)
	}
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.SpeakerName == "" || !strings.EqualFold(q.SpeakerName, name) {
			continue
		}
		q.Speaker, q.SpeakerName = id, into
		if kind != "" {
			q.SpeakerKind = kind
		}
	}
}

// give gives the quotations of the entity with that id to another one.
func (d *draft) give(id string, to *model.Entity) {
	for i := range d.quotes {
		if q := &d.quotes[i]; q.Speaker == id {
			q.Speaker, q.SpeakerName, q.SpeakerKind = to.ID, to.Name, speakerKind(to.Type)
		}
	}
}

func speakerKind(t model.EntityType) model.SpeakerKind {
	switch t {
	case model.Person:
		return model.SpeakerPerson
	case model.NORP:
		return model.SpeakerGroup
	case model.Org, model.Place, model.Event, model.Work, model.Date, model.Time:
	}
	return model.SpeakerOrganisation
}

// part makes someone else of the mentions of an entity that have that form, and
// gives them what they say.
func (d *draft) part(name, form string) {
	e := d.entity(name)
	if e == nil {
		return
	}
	var stay, leave []model.Span
	for _, m := range e.Mentions {
		if strings.EqualFold(m.In(d.text), form) {
			leave = append(leave, m)
		} else {
			stay = append(stay, m)
		}
	}
	if len(stay) == 0 || len(leave) == 0 {
		return
	}
	e.Mentions = stay
	old := e.ID
	made := d.newEntity(model.Entity{Type: e.Type, Name: leave[0].In(d.text), Mentions: leave})
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.Speaker != old || len(q.Source) == 0 {
			continue
		}
		if slices.ContainsFunc(leave, func(m model.Span) bool { return q.Source[0].Covers(m) }) {
			q.Speaker, q.SpeakerName = made.ID, made.Name
		}
	}
}

func (d *draft) setType(name string, t model.EntityType) {
	e := d.entity(name)
	if e == nil || t == "" {
		return
	}
	e.Type = t
	d.give(e.ID, e)
}
