package model

// Article is a text to read, with its structure. Text and what points into it
// never change after extraction; a changed text is another Article.
type Article struct {
	ID        string // the library's id; empty for an article that is not kept
	Title     string // from front matter or recognised; may also stand in Text
	Authors   []string
	Site      string // the outlet, where it is known
	Source    string // URL or file name; "sample/NAME" for an embedded sample
	Published Stamp  // zero where it is not known
	Tags      []string

	Text   string   // UTF-8, "\n\n" between blocks, "\n" between rows and tight items
	Blocks []Block  // in the order of the text, not overlapping
	Runs   []Run    // inline styles, in the order of the text, not overlapping
	Links  []string // targets that Run.Link points to, unchecked
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of blocks. The ones after BlockTableHead are recognised in plain
// text; Markdown gives the ones before.
const (
	BlockParagraph BlockKind = iota
	BlockHeading             // Block.Level 1 to 6
	BlockCode                // lines kept as they are; Block.Info holds the language
	BlockRule                // a thematic break: an empty span
	BlockTableRow            // Block.Cells
	BlockTableHead           // the first row of a table
	BlockTitle               // the headline where it stands in the text
	BlockByline              // "By Ida Moreau"
	BlockLabel               // a section label: "Top News"
	BlockFootnote            // Block.Info holds its mark
)

// Block is a paragraph or another unit that no sentence crosses.
type Block struct {
	Span
	Kind  BlockKind
	Level int // of a heading, 1 to 6
	Info  string
	Tight bool        // no blank line between this block and the one before
	Wrap  bool        // line ends inside are no breaks: the writer's lines were full
	In    []Container // what encloses it, outermost first
	Cells []Cell      // of a table row, in order
	Table int         // rows with one number belong together; 0 outside tables
}

// ContainerKind says what encloses a block.
type ContainerKind uint8

// The containers of Markdown.
const (
	ContainerQuote ContainerKind = iota // a block quote
	ContainerItem                       // an item of a list
)

// Container is a block quote or a list item around a block.
type Container struct {
	Kind  ContainerKind
	Mark  string // of an item: "•", "3.", "☐", "☑"
	First bool   // the block is the first of its item and carries the mark
	ID    int    // blocks of one quote or item share it; unique in an article
}

// Align is the alignment of a table column.
type Align uint8

// The alignments of a table column.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Cell is a cell of a table row.
type Cell struct {
	Span
	Align Align
}

// RunStyle is a set of inline styles.
type RunStyle uint8

// The inline styles of Markdown.
const (
	RunStrong RunStyle = 1 << iota
	RunEmphasis
	RunCode
	RunStrike
	RunLink
	RunImage // the text is the image's alternative text
)

// Run is a stretch of text with one set of inline styles.
type Run struct {
	Span
	Style RunStyle
	Link  int // index into Article.Links, or -1
}
