// Package contract is the JSON form of an annotated article: what "quoth
// annotate" reads and prints, and what exports as JSON hold. It turns bytes
// into the values of package model and back, and nothing else: it opens no
// file, and it neither makes nor judges annotations.
//
// Inside the program offsets are bytes; in JSON they are Unicode code points,
// half-open, into "text". This package is where the one becomes the other.
package contract

// document is an annotated article. The order of the fields is the order in
// which they are printed. Pointers are null where the article does not say.
type document struct {
	ID        *string  `json:"id"`
	Title     *string  `json:"title"`
	Published *string  `json:"published"`
	Text      string   `json:"text"`
	Entities  []entity `json:"entities"`
	Quotes    []quote  `json:"quotes"`
}

// span is [start, end] in code points.
type span [2]int

type entity struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Name     string `json:"name"`
	Value    string `json:"value,omitempty"` // of DATE and TIME
	Mentions []span `json:"mentions"`
}

type quote struct {
	ID          string     `json:"id"`
	Kind        string     `json:"kind"`
	Content     []span     `json:"content"`
	Cue         []span     `json:"cue"`
	Source      []span     `json:"source"`
	Speaker     *string    `json:"speaker"`
	SpeakerName *string    `json:"speaker_name"`
	SpeakerKind string     `json:"speaker_kind"`
	Addressee   *addressee `json:"addressee"`
	Where       []where    `json:"where"`
	When        *when      `json:"when"`
	Confidence  float64    `json:"confidence"`
	Evidence    []evidence `json:"evidence"`
	Status      string     `json:"status,omitempty"` // "confirmed" or "corrected" by a reader
}

type addressee struct {
	Span span   `json:"span"`
	Name string `json:"name"`
}

type where struct {
	Kind      string `json:"kind"`
	Span      span   `json:"span"`
	Name      string `json:"name"`
	Inherited bool   `json:"inherited"`
}

type when struct {
	Span      span   `json:"span"`
	Value     string `json:"value"`
	Inherited bool   `json:"inherited"`
}

type evidence struct {
	Rule string `json:"rule"`
	Span span   `json:"span"`
}
