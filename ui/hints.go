package ui

import (
	"quoth/ui/intent"
	"quoth/ui/keymap"
	"quoth/ui/pane/status"
)

// hints lists the keys that matter where the keys are now.
func (a *App) hints() []status.Hint {
	var out []status.Hint
	add := func(id intent.ID, text string) {
		if keys := a.opt.Keys.KeysFor(a.scope(), id); len(keys) > 0 {
			out = append(out, status.Hint{Key: keys[0], Text: text})
		}
	}
	switch a.scope() {
	case keymap.Text:
		if a.comparing() {
			compareHints(add)
			break
		}
		add(intent.NextQuote, "next quote")
		add(intent.NextSameSpeaker, "same speaker")
		add(intent.SwitchFocus, "panel")
		add(intent.Evidence, "why")
		add(intent.People, "names")
		add(intent.Search, "search")
		add(intent.Annotate, "note")
		add(intent.Help, "help")
	case keymap.Selection:
		add(intent.NextWord, "word")
		add(intent.NextSentence, "sentence")
		add(intent.Annotate, "note")
		add(intent.Highlight, "kind")
		add(intent.AddQuote, "a quotation")
		add(intent.Copy, "copy")
		add(intent.Cancel, "back")
	case keymap.Panel:
		add(intent.Open, "go there")
		add(intent.Filter, "filter")
		add(intent.GroupBySpeaker, "by speaker")
		add(intent.Evidence, "why")
		add(intent.Copy, "copy")
		add(intent.Cancel, "back")
	case keymap.Side:
		side := a.side
		if a.listing {
			side = sideNotes
		}
		switch side {
		case sidePeople:
			add(intent.Open, "next mention")
			add(intent.Filter, "filter")
		case sideLinks:
			add(intent.Open, "open")
		case sideEvidence:
			add(intent.Open, "show")
			add(intent.NextQuote, "next quote")
		case sideNotes:
			add(intent.Open, "go there")
			if !a.notes.All() {
				add(intent.Annotate, "write")
				add(intent.DeleteNote, "delete")
				add(intent.Export, "export")
				add(intent.AllNotes, "all")
			}
			add(intent.Filter, "filter")
		case sideAbout, sideMargin, sidePicker:
		}
		add(intent.Cancel, "back")
	case keymap.Shelf:
		a.shelfHints(add)
	case keymap.Page:
		add(intent.Search, "search in help")
		add(intent.Cancel, "back")
	case keymap.Everywhere:
	}
	return out
}
