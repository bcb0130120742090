package intent

// All explains every intent, in the order of their numbers.
func All() []Info {
	return []Info{
		{Down, "down", "down", "one line or item down", Moving, false, ""},
		{Up, "up", "up", "one line or item up", Moving, false, ""},
		{HalfDown, "half-down", "half page", "half a page down", Moving, false, ""},
		{HalfUp, "half-up", "half page up", "half a page up", Moving, false, ""},
		{PageDown, "page-down", "page", "a page down", Moving, false, ""},
		{PageUp, "page-up", "page up", "a page up", Moving, false, ""},
		{Top, "top", "top", "to the top", Moving, false, ""},
		{Bottom, "bottom", "end", "to the end", Moving, false, ""},
		{Percent, "percent", "percent", "to so many percent of the text: 50%", Moving, false, "NUMBER"},
		{NextParagraph, "next-paragraph", "paragraph", "next paragraph", Moving, false, ""},
		{PreviousParagraph, "previous-paragraph", "paragraph up", "previous paragraph", Moving, false, ""},

		{NextQuote, "next-quote", "next quote", "next quotation; 3) is the third from here", Quotes, false, ""},
		{PreviousQuote, "previous-quote", "quote before", "previous quotation", Quotes, false, ""},
		{NextSameSpeaker, "next-same-speaker", "same speaker", "next quotation of the same speaker", Quotes, false, ""},
		{PreviousSameSpeaker, "previous-same-speaker", "same speaker before", "previous quotation of the same speaker", Quotes, false, ""},
		{NextDoubtful, "next-doubtful", "next doubt", "next quotation whose speaker is in doubt or unknown", Quotes, false, ""},
		{PreviousDoubtful, "previous-doubtful", "doubt before", "previous quotation whose speaker is in doubt or unknown", Quotes, false, ""},
		{NextEntity, "next-entity", "next name", "next person, body, place or date", Quotes, false, ""},
		{PreviousEntity, "previous-entity", "name before", "previous person, body, place or date", Quotes, false, ""},

		{Search, "search", "search", "search; small letters find capitals too", Finding, false, "WORDS"},
		{NextMatch, "next-match", "next match", "next match", Finding, false, ""},
		{PreviousMatch, "previous-match", "match before", "previous match", Finding, false, ""},
		{SetMark, "mark", "mark", "mark this place with a letter", Finding, true, "LETTER"},
		{GoToMark, "go-to-mark", "to mark", "to the place marked with a letter; '' goes back", Finding, true, "LETTER"},
		{JumpBack, "jump-back", "back", "back to where the last jump came from, in the article before too", Finding, false, ""},
		{JumpForward, "jump-forward", "forward", "forward again", Finding, false, ""},

		{SwitchFocus, "switch", "panel", "between text and panel", Showing, false, ""},
		{FocusText, "focus-text", "text", "to the text", Showing, false, ""},
		{FocusPanel, "focus-panel", "panel", "to the panel", Showing, false, ""},
		{CycleLayout, "layout", "layout", "text and panel, text alone, panel alone", Showing, false, ""},
		{QuotesOnly, "quotes-only", "quotes only", "fold the paragraphs in which nobody speaks", Showing, false, ""},
		{GroupBySpeaker, "group", "by speaker", "panel by speaker, or in the order of reading", Showing, false, ""},
		{Filter, "filter", "filter", "only what fits the words: a speaker, direct, indirect, doubt", Showing, false, "WORDS"},
		{People, "people", "people", "people, bodies and places, with all their mentions", Showing, false, ""},
		{Evidence, "evidence", "why", "why the quotation is given to its speaker, place and day", Showing, false, ""},
		{Links, "links", "links", "the links by number; 3# opens the third", Showing, false, "NUMBER"},
		{About, "info", "info", "about the article", Showing, false, ""},
		{Wider, "wider", "wider", "longer lines", Showing, false, ""},
		{Narrower, "narrower", "narrower", "shorter lines", Showing, false, ""},

		{SelectWords, "select-words", "select", "select words, from here on; again: no more", Picking, false, ""},
		{SelectLines, "select-lines", "lines", "select whole lines", Picking, false, ""},
		{OtherEnd, "other-end", "other end", "move the other end", Picking, false, ""},
		{Left, "left", "left", "one character left", Picking, false, ""},
		{Right, "right", "right", "one character right", Picking, false, ""},
		{NextWord, "next-word", "word", "next word", Picking, false, ""},
		{PreviousWord, "previous-word", "word back", "previous word", Picking, false, ""},
		{WordEnd, "word-end", "end of word", "end of the word", Picking, false, ""},
		{LineStart, "line-start", "start of line", "start of the line", Picking, false, ""},
		{LineEnd, "line-end", "end of line", "end of the line", Picking, false, ""},
		{NextSentence, "next-sentence", "sentence", "next sentence", Picking, false, ""},
		{PreviousSentence, "previous-sentence", "sentence back", "previous sentence", Picking, false, ""},

		{Annotate, "annotate", "note", "write a note on the quotation or the selected words; #word in it is a tag", Noting, false, "WORDS"},
		{AnnotateArticle, "annotate-article", "note on all", "write a note on the whole article", Noting, false, "WORDS"},
		{EditNote, "edit-note", "editor", "write the note in $VISUAL or $EDITOR", Noting, false, ""},
		{Highlight, "highlight", "kind", "important, doubt, check, or a kind of your own", Noting, false, "KIND"},
		{Tag, "tag", "tag", "tag the note", Noting, false, "TAGS"},
		{Untag, "untag", "untag", "take tags off the note", Noting, false, "TAGS"},
		{DeleteNote, "delete-note", "delete", "delete the note", Noting, false, ""},
		{NextNote, "next-note", "next note", "next note", Noting, false, ""},
		{PreviousNote, "previous-note", "note before", "previous note", Noting, false, ""},
		{Notes, "notes", "notes", "the notes of the article", Noting, false, ""},
		{AllNotes, "all-notes", "all notes", "the notes of all articles", Noting, false, ""},
		{Export, "export", "export", "write notes and corrected quotations of the article to a Markdown file", Noting, false, ""},
		{Cite, "cite", "cite", "copy a line by which to cite the article", Noting, false, ""},

		{Speaker, "speaker", "who", "set who said the quotation", Putting, false, "NAME"},
		{OneName, "one-name", "same name", "make two names one, or part them", Putting, false, "NAME"},
		{Confirm, "confirm", "confirm", "the quotation is right as it is", Putting, false, ""},
		{Dismiss, "dismiss", "no quotation", "it is no quotation", Putting, false, ""},
		{AddQuote, "add-quote", "a quotation", "the selected words are a quotation", Putting, false, "SPEAKER"},
		{SetKind, "set-kind", "kind", "set the kind: direct, mixed, indirect", Putting, false, "KIND"},
		{SetWhere, "set-where", "where", "set where it was said", Putting, false, "PLACE"},
		{SetWhen, "set-when", "when", "set the day on which it was said", Putting, false, "DAY"},
		{SetType, "set-type", "type", "set what a name is: person, body, place", Putting, false, "TYPE"},

		{Undo, "undo", "undo", "undo the last change, on the shelf or in an article", Putting, false, ""},
		{Redo, "redo", "redo", "do again what was undone", Putting, false, ""},

		{Open, "open", "go there", "open the article or link, go to the quotation or name; in the text: why", Doing, false, ""},
		{Browse, "browse", "browser", "open the article's source in the browser", Doing, false, ""},
		{Copy, "copy", "copy", "copy the quotation with its speaker, or the selected words", Doing, false, ""},
		{NextArticle, "next-article", "next article", "next article", Doing, false, ""},
		{PreviousArticle, "previous-article", "article before", "previous article", Doing, false, ""},

		{Star, "star", "star", "star the article, or take the star off; in the list, the marked ones", Keeping, false, ""},
		{Read, "toggle-read", "read", "read or unread: the chosen article or the marked ones", Keeping, false, ""},
		{Archive, "archive", "archive", "into the archive, or out of it", Keeping, false, ""},
		{TagArticle, "tag-article", "tag", "tag the article", Keeping, false, "NAME"},
		{UntagArticle, "untag-article", "untag", "take a tag off the article", Keeping, false, "NAME"},
		{Delete, "delete", "delete", "delete the article; at the left, give up the feed or search", Keeping, false, ""},
		{Select, "select", "select", "mark the article for what comes next, or take the mark off", Keeping, false, ""},
		{SelectAll, "select-all", "select all", "mark the whole list, or take all marks off", Keeping, false, ""},
		{Sort, "sort", "sort", "the newest first, the oldest first, by title, by feed", Keeping, false, ""},
		{GroupArticles, "group-articles", "by day", "headings between the days, or the feeds", Keeping, false, ""},
		{SaveSearch, "save-search", "save search", "keep what is searched for under a name", Keeping, false, "NAME"},
		{Refresh, "refresh", "refresh", "fetch what is new in the feeds; again, stop", Keeping, false, ""},
		{Sync, "sync", "sync", "keep in step with the account that config.toml names under [sync]", Keeping, false, ""},
		{FullText, "full-text", "full text", "fetch the whole article from its page; on a feed at the left: always, or no more", Keeping, false, ""},
		{Changes, "changes", "changes", "what changed in the article since it was kept", Keeping, false, ""},
		{SetPublished, "published", "published", "set the day of publication: every day in the text is told by it", Keeping, false, "DAY"},
		{Follow, "follow", "follow", "follow a feed, or the one that a page announces", Keeping, false, "URL"},

		{Command, "command", "command", "command line: any of these by name", Program, false, ""},
		{Help, "help", "help", "this page; / searches in it", Program, false, ""},
		{Mouse, "mouse", "mouse", "mouse on or off; off, the terminal selects text", Program, false, ""},
		{Redraw, "redraw", "redraw", "draw the screen anew", Program, false, ""},
		{Suspend, "suspend", "suspend", "to the shell; fg comes back", Program, false, ""},
		{Cancel, "cancel", "cancel", "close what is open, clear what is searched or filtered", Program, false, ""},
		{Close, "close", "back", "back: close what is open, to the article before, to the list, out", Program, false, ""},
		{Quit, "quit", "quit", "leave the program", Program, false, ""},
	}
}

// Named finds an intent by its name.
func Named(name string) (Info, bool) {
	for _, info := range All() {
		if info.Name == name {
			return info, true
		}
	}
	return Info{}, false
}

// Groups lists the headings in the order of the help screen.
func Groups() []Group {
	return []Group{Moving, Quotes, Finding, Showing, Picking, Noting, Putting, Doing, Keeping, Program}
}
