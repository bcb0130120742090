package model

// Span is a stretch of Article.Text in bytes, half-open: Text[Start:End].
type Span struct{ Start, End int }

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// In gives the words that s covers in text. A span that reaches outside text is
// cut to it, so that a stale span cannot panic.
func (s Span) In(text string) string {
	start, end := min(max(s.Start, 0), len(text)), min(max(s.End, 0), len(text))
	if end < start {
		return ""
	}
	return text[start:end]
}

// Has reports whether the byte at off is inside s.
func (s Span) Has(off int) bool { return s.Start <= off && off < s.End }

// Covers reports whether t lies wholly inside s.
func (s Span) Covers(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
