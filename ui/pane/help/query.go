package help

// query explains what may be asked for in the list of articles, as package query
// reads it.
func (p *Pane) query() section {
	s := section{title: "What a search of the list may say"}
	for _, e := range []struct{ sign, text string }{
		{"ferry strike", "both words; what you type last may go on"},
		{"\"ferry strike\"", "the words beside each other"},
		{"ferr*", "every word that begins so"},
		{"-budget", "without it; so too -is:read, -(one two)"},
		{"one OR two, ( )", "one of them; what belongs together"},
		{"title:  author:", "in the title; in the name of who wrote it"},
		{"feed:  tag:", "of a feed, by its name, address or folder; with a tag"},
		{"is:", "unread, read, starred or archived"},
		{"speaker:  said:", "somebody by that name is quoted; what was said has the word; side by side: of one and the same quotation"},
		{"place:", "a place that is named, or where something was said"},
		{"before:  after:", "published then: 2026-02, \"1 Feb\", monday, \"3 days ago\""},
	} {
		s.entries = append(s.entries, entry{sign: []piece{{p.styles.Help.Key, e.sign}}, text: e.text})
	}
	return s
}
