package model

import (
	"crypto/sha256"
	"encoding/hex"
)

// ContextLength is how many code points around a passage an Anchor keeps on
// either side: as many as Hypothesis keeps, so that the two find each other's.
const ContextLength = 32

// Anchor holds what is needed to find a passage again when the text around it,
// or its own words, have changed. Package model/anchor makes and finds them.
type Anchor struct {
	Span          // of Exact in the text with Hash
	Hash   string // TextHash of that text; empty when only words are known
	Exact  string // the words of the passage; empty for no passage
	Prefix string // up to ContextLength code points before it
	Suffix string // and after it
	Twins  int    // other places of that text where the same words stood in like surroundings
}

// Known reports whether a is the anchor of a passage.
func (a Anchor) Known() bool { return a.Exact != "" }

// TextHash is the name of a plain text: its SHA-256, hex.
func TextHash(plain string) string {
	sum := sha256.Sum256([]byte(plain))
	return hex.EncodeToString(sum[:])
}
