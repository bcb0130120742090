// Package opml reads and writes lists of subscriptions (OPML 2.0), the form in
// which feed readers hand them on. Folders are nested outlines.
package opml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"quoth/model"
)

type document struct {
	XMLName xml.Name  `xml:"opml"`
	Version string    `xml:"version,attr"`
	Title   string    `xml:"head>title"`
	Created string    `xml:"head>dateCreated,omitempty"`
	Body    []outline `xml:"body>outline"`
}

// outline is a feed, or a folder of them. Programs differ in how they spell the
// names of attributes.
type outline struct {
	Attrs   []xml.Attr `xml:",any,attr"`
	Outline []outline  `xml:"outline"`
}

func (o outline) attr(names ...string) string {
	for _, name := range names {
		for _, a := range o.Attrs {
			if strings.EqualFold(a.Name.Local, name) && strings.TrimSpace(a.Value) != "" {
				return strings.Join(strings.Fields(a.Value), " ")
			}
		}
	}
	return ""
}

// maxDepth bounds nested folders.
const maxDepth = 20

// ErrNotOPML is the error of a document of another kind.
var ErrNotOPML = errors.New("this is no OPML")

// maxSize bounds a list, in bytes: tens of thousands of feeds.
const maxSize = 16 << 20

// Read reads the feeds of a list, each once, with their folders. Outlines that
// are neither a feed of the web nor a folder are left out and counted.
func Read(r io.Reader) (feeds []model.Feed, left int, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	switch {
	case err != nil:
		return nil, 0, err
	case len(data) > maxSize:
		return nil, 0, fmt.Errorf("too large for a list of feeds: the limit is %d MiB", maxSize>>20)
	}
	var doc document
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimLeft(data, "\ufeff \t\r\n")))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	if err := d.Decode(&doc); err != nil {
		return nil, 0, fmt.Errorf("%w: %s", ErrNotOPML, strings.Join(strings.Fields(err.Error()), " "))
	}
	l := list{seen: make(map[string]bool)}
	l.read(doc.Body, "", 0)
	return l.feeds, l.left, nil
}

type list struct {
	feeds []model.Feed
	seen  map[string]bool
	left  int
}

func (l *list) read(outlines []outline, folder string, depth int) {
	for _, o := range outlines {
		url := o.attr("xmlUrl")
		name := o.attr("title", "text")
		switch {
		case url != "" && isWeb(url):
			if !l.seen[url] {
				l.seen[url] = true
				l.feeds = append(l.feeds, model.Feed{URL: url, Title: titleOf(name, url), Site: o.attr("htmlUrl"), Folder: folder})
			}
		case url != "" || len(o.Outline) == 0 || depth == maxDepth:
			l.left++
		default:
			l.read(o.Outline, join(folder, name), depth+1)
		}
	}
}

// titleOf drops a title that only repeats the address.
func titleOf(name, url string) string {
	if name == url {
		return ""
	}
	return name
}

func isWeb(url string) bool {
	return strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")
}

// join gives the folder of a name within another one. A slash in a name is
// doubled, as model.Feed has it.
func join(folder, name string) string {
	name = strings.ReplaceAll(name, "/", "//")
	if folder == "" || name == "" {
		return folder + name
	}
	return folder + "/" + name
}

// Write writes a list of feeds, in the order that they have.
func Write(w io.Writer, title string, created time.Time, feeds []model.Feed) error {
	doc := document{Version: "2.0", Title: title, Created: created.Format(time.RFC1123Z)}
	for _, f := range feeds {
		at := &doc.Body
		for _, name := range f.Folders() {
			at = folder(at, name)
		}
		*at = append(*at, outline{Attrs: attrs("type", "rss", "text", orURL(f), "title", orURL(f), "xmlUrl", f.URL, "htmlUrl", f.Site)})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func orURL(f model.Feed) string {
	if f.Title == "" {
		return f.URL
	}
	return f.Title
}

// folder finds or makes the folder of a name among outlines and gives what is
// in it.
func folder(in *[]outline, name string) *[]outline {
	for i := range *in {
		if o := &(*in)[i]; o.attr("xmlUrl") == "" && o.attr("text") == name {
			return &o.Outline
		}
	}
	*in = append(*in, outline{Attrs: attrs("text", name, "title", name)})
	return &(*in)[len(*in)-1].Outline
}

// attrs makes attributes of names and values, without the empty ones.
func attrs(pairs ...string) []xml.Attr {
	var out []xml.Attr
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, xml.Attr{Name: xml.Name{Local: pairs[i]}, Value: pairs[i+1]})
		}
	}
	return out
}
