// Package model holds the values that every part of Quoth speaks of: an
// article and its blocks, and what the engine says about it (entities and
// quotations). It is values only: it reads no file, draws nothing and decides
// nothing, and it imports the standard library alone.
//
// There is one offset space. Article.Text is the one plain text of an article,
// immutable once extracted. Everything else points into it with Span: bytes,
// half-open, on the boundaries of characters. Code points appear only where
// JSON is written.
package model
