package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser gives goldmark's parser with the extensions that Parse takes, at the
// priorities that they have in goldmark.
func newParser() parser.Parser {
	blocks := parser.DefaultBlockParsers()
	for i := range blocks {
		switch p := blocks[i].Value.(parser.BlockParser); p {
		case parser.NewBlockquoteParser(), parser.NewListParser():
			blocks[i].Value = bounded{p}
		}
	}
	return parser.NewParser(
		parser.WithBlockParsers(append(blocks, util.Prioritized(bounded{extension.NewFootnoteBlockParser()}, 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(&tables{ParagraphTransformer: extension.NewTableParagraphTransformer()}, 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unreferenced{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// deepest is how many quotes, lists and footnotes may stand in one another. What
// would open one more is text. Each line is held against all that are open, and
// each block tells all that enclose it: without a bound 20 KB of '>' take
// gigabytes.
const deepest = 100

// bounded opens containers of one kind, but none below the deepest.
type bounded struct{ parser.BlockParser }

// Open opens a container, or leaves the line to what else it may be.
func (b bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.Position()
	n, state := b.BlockParser.Open(parent, reader, pc)
	if n == nil || depth(parent) < deepest {
		return n, state
	}
	reader.SetPosition(line, at)
	return nil, parser.NoChildren
}

// depth counts the containers that a block in n stands in.
func depth(n ast.Node) int {
	count := 0
	for ; n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.Blockquote, *ast.List, *east.Footnote:
			count++
		}
	}
	return count
}
