package doc

// Form is what the models see of a spelling: hashes of the word and its parts.
// Words that are written alike share one. Curly apostrophes and quotation marks
// hash as straight ones, since corpora differ in them.
type Form struct {
	Text   string // as it stands where it occurs first
	Exact  uint64
	Lower  uint64    // in lower case; a number hashes by its number of digits
	Prefix [4]uint64 // the first 1 to 4 characters in lower case
	Suffix [4]uint64 // the last 1 to 4
	Shape  uint64    // X, x and d for letters and digits, runs cut to two
	Case   Case
}

// Case tells how a word uses capitals.
type Case uint8

// The ways to use capitals.
const (
	CaseNone    Case = iota // no letter
	CaseLower               // small letters alone
	CaseInitial             // a capital and no other, "Ida"
	CaseUpper               // capitals throughout, "NATO"
	CaseMixed               // "McGuire", "iPhone", "d'Entremont"
)

// Capital reports whether the word has a capital, as names do.
func (c Case) Capital() bool { return c >= CaseInitial }

// FormOf gives the form of token i.
func (d *Doc) FormOf(i int) *Form { return &d.Forms[d.Tokens[i].Form] }
