package correct

import "quoth/model"

// History is what a reader did in a session, to be undone and done again without
// limit. It says what is to be done; carrying it out is the caller's.
type History struct{ done, undone []model.Action }

// Did takes note of an action that was carried out. What was undone before it
// cannot be done again.
func (h *History) Did(a model.Action) {
	if !a.Empty() {
		h.done, h.undone = append(h.done, a), nil
	}
}

// Undo gives the action that undoes the last one, and reports whether there is
// one.
func (h *History) Undo() (model.Action, bool) {
	if len(h.done) == 0 {
		return model.Action{}, false
	}
	a := h.done[len(h.done)-1]
	h.done, h.undone = h.done[:len(h.done)-1], append(h.undone, a)
	return a.Inverse(), true
}

// Redo gives the action that was undone last, and reports whether there is one.
func (h *History) Redo() (model.Action, bool) {
	if len(h.undone) == 0 {
		return model.Action{}, false
	}
	a := h.undone[len(h.undone)-1]
	h.undone, h.done = h.undone[:len(h.undone)-1], append(h.done, a)
	return a, true
}
