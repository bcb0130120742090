// Package merge brings a Markdown file up to date that a reader may have
// changed. The file is the reader's: only its marked items, and some keys of its
// front matter, are the program's, and of those only what the reader left as it
// was written. What the reader took out stays out, and every other byte stays
// where it is. It works on bytes: it opens no file and knows nothing of what the
// items are about.
//
// Items stand between two lines, the first of which holds the item's name and
// the hash of what was written:
//
//	<!-- quoth:item q-144a60bd a4cccdc9 -->
//	…
//	<!-- quoth:/item -->
//
// New items go between <!-- quoth:begin HASHES --> and <!-- quoth:end NAMES -->.
// HASHES are those of the program's keys of the front matter, NAMES those of all
// items that were ever written, so that one that is missing is known to have
// been taken out.
package merge

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Page is what the program has to say.
type Page struct {
	ID    string // the value of IDKey in the front matter, by which a file is known
	Keys  []Key  // in their order
	Head  string // between the front matter and the items: written once
	Items []Item // in their order
	Foot  string // below the items: written once
}

// IDKey is the key of the front matter that tells which page a file is of.
const IDKey = "quoth_id"

// Key is a key of the front matter.
type Key struct {
	Name string
	YAML string // the whole entry, "name: value\n"; empty where there is nothing to say
	Once bool   // written when the file is made, then the reader's
}

// Item is a part of the page that is written as a whole.
type Item struct {
	ID   string // letters, digits and dashes
	Body string // Markdown; ends in a line break
}

// Options choose what to do with what the reader changed.
type Options struct {
	// Force writes over the items and keys that the reader changed. What was
	// taken out stays out.
	Force bool
	// Taken lists items whose changes were taken over: they are written anew.
	Taken []string
}

// Result is a file brought up to date.
type Result struct {
	File []byte
	Kept []string // keys and items that the reader changed and that were left as they are
}

// DamageError is a file whose marks cannot be told apart any more. Nothing is to be
// written.
type DamageError struct {
	Line int // from 1
	What string
}

// Error gives one line for the reader.
func (d *DamageError) Error() string { return fmt.Sprintf("line %d: %s", d.Line, d.What) }

// hashLength is how many hex digits a hash has; keyLength that of a key.
const (
	hashLength = 8
	keyLength  = 6
)

// hash tells whether words were changed. How lines end is no change: some
// editors and version controls turn it by themselves.
func hash(s string) string {
	sum := sha256.Sum256([]byte(unix(s)))
	return hex.EncodeToString(sum[:])[:hashLength]
}

// absent is the hash of a key that was not written.
var absent = strings.Repeat("0", keyLength) //nolint:gochecknoglobals // a constant, but for its making

// keyHash is the hash of an entry of the front matter.
func keyHash(yaml string) string {
	if yaml == "" {
		return absent
	}
	return hash(yaml)[:keyLength]
}

// Edit is an item that the reader changed.
type Edit struct {
	Item
	hash string // of what was written
}

// Was reports whether the item had these words when it was written.
func (e Edit) Was(body string) bool { return hash(body) == e.hash }

// Edited gives the items of a file that the reader changed. Its errors are
// *DamageError.
func Edited(file []byte) ([]Edit, error) {
	p, err := parse(file)
	if err != nil {
		return nil, err
	}
	var out []Edit
	for _, it := range p.items {
		if body := unix(p.text(it.body)); hash(body) != it.hash {
			out = append(out, Edit{Item{it.id, body}, it.hash})
		}
	}
	return out, nil
}

// IDs lists the items that stand in a file. Its errors are *DamageError.
func IDs(file []byte) ([]string, error) {
	p, err := parse(file)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(p.items))
	for i, it := range p.items {
		ids[i] = it.id
	}
	return ids, nil
}

// New makes the file of a page.
func New(p Page) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, k := range p.Keys {
		b.WriteString(k.YAML)
	}
	b.WriteString("---\n")
	b.WriteString(p.Head)
	hashes := map[string]string{}
	for _, k := range p.Keys {
		hashes[k.Name] = keyHash(k.YAML)
	}
	b.WriteString(beginLine(p, hashes))
	for _, it := range p.Items {
		b.WriteString(it.block())
	}
	b.WriteString(endLine(p.ids()))
	b.WriteString(p.Foot)
	return b.Bytes()
}

func (p Page) ids() []string {
	ids := make([]string, len(p.Items))
	for i, it := range p.Items {
		ids[i] = it.ID
	}
	return ids
}

// item finds an item by its id.
func (p Page) item(id string) (Item, bool) {
	i := slices.IndexFunc(p.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return p.Items[i], true
}

func (it Item) block() string {
	return fmt.Sprintf("%sitem %s %s%s\n%s%s/item%s\n\n", opening, it.ID, hash(it.Body), closing, it.Body, opening, closing)
}

// beginLine writes the hashes of the keys that are written again and again, in
// the order of the page.
func beginLine(p Page, hashes map[string]string) string {
	var all strings.Builder
	for _, k := range p.Keys {
		if k.Once {
			continue
		}
		if h := hashes[k.Name]; h != "" {
			all.WriteString(h)
		} else {
			all.WriteString(absent)
		}
	}
	return opening + "begin " + all.String() + closing + "\n"
}

func endLine(ids []string) string {
	return opening + strings.TrimSpace("end "+strings.Join(ids, " ")) + closing + "\n"
}
