package shelf

import (
	"slices"

	"quoth/ui/catalog"
)

// Update changes the entries with those IDs that are loaded, as the library
// changed them.
func (p *Pane) Update(ids []string, change func(*catalog.Entry)) {
	among := set(ids)
	for i := range p.entries {
		if among[p.entries[i].ID] {
			change(&p.entries[i])
		}
	}
}

// set makes a set of ids: there may be as many as the library has articles.
func set(ids []string) map[string]bool {
	out := make(map[string]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// ToggleMark marks the chosen article, or takes its mark off.
func (p *Pane) ToggleMark() {
	e, ok := p.Chosen()
	switch {
	case !ok || e.ID == "":
	case p.marked[e.ID]:
		delete(p.marked, e.ID)
	default:
		p.marked[e.ID] = true
	}
}

// Mark marks articles, and takes the marks of all others off.
func (p *Pane) Mark(ids []string) { p.marked = set(ids) }

// Marked gives how many articles are marked.
func (p *Pane) Marked() int { return len(p.marked) }

// Targets gives the articles that an action is for: the marked ones, or else
// the chosen one.
func (p *Pane) Targets() []string {
	if len(p.marked) == 0 {
		if e, ok := p.Chosen(); ok && e.ID != "" {
			return []string{e.ID}
		}
		return nil
	}
	ids := make([]string, 0, len(p.marked))
	for id := range p.marked {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// All reports whether all loaded targets have something.
func (p *Pane) All(ids []string, has func(catalog.Entry) bool) bool {
	among := set(ids)
	for _, e := range p.entries {
		if among[e.ID] && !has(e) {
			return false
		}
	}
	return true
}
