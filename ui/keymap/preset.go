package keymap

import (
	"fmt"
	"strings"

	"quoth/ui/intent"
)

// Presets names the presets in the order in which help tells of them.
func Presets() []string { return []string{"default", "vim", "newsboat"} }

// Preset gives a ready Map by name; the empty name is "default".
func Preset(name string) (Map, error) {
	base := parse(standard())
	switch name {
	case "", "default":
		return New(base)
	case "vim":
		return override(base, vim())
	case "newsboat":
		return override(base, newsboat())
	}
	return Map{}, fmt.Errorf("no such key preset: %q (there are %s)", name, strings.Join(Presets(), ", "))
}

func override(base []Binding, keys map[string][]string) (Map, error) {
	m, err := New(base)
	if err != nil {
		return Map{}, err
	}
	return m.Rebind(keys)
}

type row struct {
	scope Scope
	id    intent.ID
	keys  string // alternatives with blanks between; sequences without
}

func parse(rows []row) []Binding {
	var out []Binding
	for _, r := range rows {
		for _, word := range strings.Fields(r.keys) {
			if seq, err := Parse(word); err == nil {
				out = append(out, Binding{r.scope, seq, r.id})
			}
		}
	}
	return out
}

// standard is the map that the terminal readers agree on where they do; what
// they disagree on follows less and vim, and new verbs are on keys that are free
// in all of them.
func standard() []row {
	return []row{
		{Everywhere, intent.Down, "j down ctrl+e"},
		{Everywhere, intent.Up, "k up ctrl+y"},
		{Everywhere, intent.HalfDown, "d ctrl+d"},
		{Everywhere, intent.HalfUp, "u ctrl+u"},
		{Everywhere, intent.PageDown, "space pgdown ctrl+f"},
		{Everywhere, intent.PageUp, "b pgup ctrl+b"},
		{Everywhere, intent.Top, "g home"},
		{Everywhere, intent.Bottom, "G end"},
		{Everywhere, intent.Percent, "%"},
		{Everywhere, intent.NextParagraph, "}"},
		{Everywhere, intent.PreviousParagraph, "{"},

		{Everywhere, intent.NextQuote, ") ]q"},
		{Everywhere, intent.PreviousQuote, "( [q"},
		{Everywhere, intent.NextSameSpeaker, "]s"},
		{Everywhere, intent.PreviousSameSpeaker, "[s"},
		{Everywhere, intent.NextDoubtful, "]?"},
		{Everywhere, intent.PreviousDoubtful, "[?"},
		{Everywhere, intent.NextEntity, "]e"},
		{Everywhere, intent.PreviousEntity, "[e"},

		{Everywhere, intent.Search, "/"},
		{Everywhere, intent.NextMatch, "n"},
		{Everywhere, intent.PreviousMatch, "N"},
		{Everywhere, intent.SetMark, "m"},
		{Everywhere, intent.GoToMark, "'"},
		{Everywhere, intent.JumpBack, "ctrl+o alt+left"},
		{Everywhere, intent.JumpForward, "alt+right ctrl+i"},

		{Everywhere, intent.SwitchFocus, "tab shift+tab"},
		{Everywhere, intent.FocusText, "h left"},
		{Everywhere, intent.FocusPanel, "l right"},
		{Everywhere, intent.CycleLayout, "z"},
		{Everywhere, intent.QuotesOnly, "Z"},
		{Everywhere, intent.GroupBySpeaker, "S"},
		{Everywhere, intent.Filter, "F &"},
		{Everywhere, intent.People, "p"},
		{Everywhere, intent.Evidence, "i"},
		{Everywhere, intent.Links, "# ;;"},
		{Everywhere, intent.About, "="},
		{Everywhere, intent.Wider, "+"},
		{Everywhere, intent.Narrower, "-"},

		{Everywhere, intent.SelectWords, "v"},
		{Everywhere, intent.SelectLines, "V"},
		{Selection, intent.OtherEnd, "o"},
		{Selection, intent.Left, "h left"},
		{Selection, intent.Right, "l right"},
		{Selection, intent.NextWord, "w"},
		{Selection, intent.PreviousWord, "b"},
		{Selection, intent.WordEnd, "e"},
		{Selection, intent.LineStart, "0 ^"},
		{Selection, intent.LineEnd, "$"},
		{Selection, intent.NextSentence, ")"},
		{Selection, intent.PreviousSentence, "("},

		{Everywhere, intent.Annotate, "a"},
		{Everywhere, intent.AnnotateArticle, "A"},
		{Everywhere, intent.EditNote, "e"},
		{Everywhere, intent.Highlight, "H"},
		{Everywhere, intent.Tag, "t"},
		{Everywhere, intent.Untag, "T"},
		{Everywhere, intent.DeleteNote, "D"},
		{Everywhere, intent.NextNote, "]a"},
		{Everywhere, intent.PreviousNote, "[a"},
		{Everywhere, intent.Notes, "L"},
		{Everywhere, intent.AllNotes, "*"},
		{Everywhere, intent.Export, "X"},
		{Everywhere, intent.Cite, "Y"},

		{Everywhere, intent.Speaker, "w"},
		{Everywhere, intent.OneName, "W"},
		{Everywhere, intent.Confirm, "cc"},
		{Everywhere, intent.Dismiss, "cx"},
		{Everywhere, intent.AddQuote, "cq"},
		{Everywhere, intent.SetKind, "ck"},
		{Everywhere, intent.SetWhere, "cp"},
		{Everywhere, intent.SetWhen, "cd"},
		{Everywhere, intent.SetType, "ct"},
		{Everywhere, intent.Undo, "U"},
		{Everywhere, intent.Redo, "ctrl+r"},

		{Everywhere, intent.Open, "enter"},
		{Everywhere, intent.Browse, "o"},
		{Everywhere, intent.Copy, "y"},
		{Everywhere, intent.NextArticle, "J"},
		{Everywhere, intent.PreviousArticle, "K"},

		{Everywhere, intent.Star, "s"},
		{Everywhere, intent.Refresh, "R"},
		{Everywhere, intent.FullText, "x r"},
		{Everywhere, intent.Changes, "C"},
		{Everywhere, intent.SetPublished, "cD"},

		{Everywhere, intent.Command, ":"},
		{Everywhere, intent.Help, "? f1"},
		{Everywhere, intent.Mouse, "M"},
		{Everywhere, intent.Redraw, "ctrl+l"},
		{Everywhere, intent.Suspend, "ctrl+z"},
		{Everywhere, intent.Cancel, "esc"},
		{Everywhere, intent.Close, "q"},
		{Everywhere, intent.Quit, "Q ctrl+c"},

		{Shelf, intent.Open, "enter l right"},
		{Shelf, intent.Filter, "/"},
		{Shelf, intent.Read, "N"},
		{Shelf, intent.Archive, "A"},
		{Shelf, intent.TagArticle, "t"},
		{Shelf, intent.UntagArticle, "T"},
		{Shelf, intent.Delete, "D"},
		{Shelf, intent.Select, "v"},
		{Shelf, intent.SelectAll, "V"},
		{Shelf, intent.Sort, "S"},
		{Shelf, intent.GroupArticles, "Z"},
		{Shelf, intent.SaveSearch, "B"},
		{Shelf, intent.Follow, "a"},
		{Shelf, intent.Sync, "ctrl+s"},
	}
}

// vim is what differs for hands used to vim: gg, windows, ZZ.
func vim() map[string][]string {
	return map[string][]string{
		"top":         {"gg", "home"},
		"half-down":   {"ctrl+d"},
		"half-up":     {"ctrl+u"},
		"page-down":   {"ctrl+f", "space", "pgdown"},
		"page-up":     {"ctrl+b", "pgup"},
		"switch":      {"ctrl+w w", "ctrl+w ctrl+w", "tab"},
		"focus-text":  {"ctrl+w h", "h", "left"},
		"focus-panel": {"ctrl+w l", "l", "right"},
		"layout":      {"ctrl+w o", "zz"},
		"browse":      {"gx", "o"},
		"info":        {"ctrl+g", "="},
		"quotes-only": {"zM"},
		"quit":        {"ZZ", "ZQ", "Q", "ctrl+c"},
	}
}

// newsboat is what differs for hands used to newsboat: n and p go from article
// to article, u lists the links.
func newsboat() map[string][]string {
	return map[string][]string{
		"next-article":     {"n", "J"},
		"previous-article": {"p", "K"},
		"next-match":       {"."},
		"previous-match":   {","},
		"links":            {"u", "#"},
		"half-up":          {"ctrl+u"},
		"people":           {"P"},
		"open":             {"enter"},
		"quit":             {"Q", "ctrl+c"},
	}
}
