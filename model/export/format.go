package export

import (
	"fmt"
	"io"
	"iter"

	"quoth/model/export/merge"
)

// Documents gives documents one after the other, so that a whole library need
// not be in memory.
type Documents = iter.Seq[Document]

// Format is a way to write documents into one stream.
type Format struct {
	Name    string
	Ext     string // of a file in it
	Every   bool   // it is about articles and all that is said in them, not about what a reader marked
	Carries bool   // it takes corrections along into another library
	Write   func(w io.Writer, all Documents) error
}

// Markdown is the name of the format that Folder and Look write.
const Markdown = "markdown"

// Formats lists the formats, Markdown aside.
func Formats() []Format {
	return []Format{
		{Name: "who", Ext: "md", Every: true, Write: writeWho},
		{Name: "json", Ext: "json", Every: true, Carries: true, Write: writeJSON},
		{Name: "jsonl", Ext: "jsonl", Every: true, Carries: true, Write: writeJSONL},
		{Name: "csv", Ext: "csv", Write: writeCSV},
		{Name: "readwise", Ext: "csv", Write: writeReadwise},
		{Name: "org", Ext: "org", Write: writeOrg},
		{Name: "jsonld", Ext: "jsonld", Carries: true, Write: writeJSONLD},
		{Name: "bibtex", Ext: "bib", Every: true, Write: writeBibTeX},
		{Name: "csl-json", Ext: "json", Every: true, Write: writeCSL},
		{Name: "gold", Ext: "jsonl", Write: writeGold},
	}
}

// Named finds a format.
func Named(name string) (Format, error) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format %q", name)
}

// Stream gives Markdown as one text: what the files would be, one after the
// other.
func (l *Look) Stream(w io.Writer, all Documents) error {
	first := true
	for d := range all {
		p, err := l.Page(d)
		if err != nil {
			return err
		}
		if !first {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		first = false
		if _, err := w.Write(merge.New(p)); err != nil {
			return err
		}
	}
	return nil
}
