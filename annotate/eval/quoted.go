package main

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/mark"
	"quoth/model"
)

// quotedSpans gives what stands in quotation marks, line by line.
func quotedSpans(text string) []model.Span {
	var blocks []doc.Block
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		blocks = append(blocks, doc.Block{Span: model.Span{Start: at, End: at + len(line)}})
		at += len(line) + 1
	}
	var out []model.Span
	for _, q := range mark.Find(text, blocks) {
		if q.Depth == 0 {
			out = append(out, q.Span)
		}
	}
	return out
}
