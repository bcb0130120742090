package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
)

// kept is what a library says of an extract.
func kept(x *model.Extract) (model.Entry, model.Text) {
	return model.Entry{Title: x.Title, Authors: x.Authors, Site: x.Site, Source: x.Source, Published: x.Published, Tags: x.Tags}, x.Words
}

// TestRestoreGivesTheSameArticle holds that what a library keeps of an article
// makes the same article again.
func TestRestoreGivesTheSameArticle(t *testing.T) {
	for name, data := range map[string]string{
		"a.txt":     "Bridge shut\n\nBy Ida Moreau\n\nThe bridge is shut.\n",
		"a.md":      "---\ntitle: Bridge\ntags: [water]\npublished: 2026-01-31\n---\n# Bridge\n\nIt is *shut*.\n\n- one\n- two\n",
		"page.html": "<!doctype html><title>Bridge</title><p>It is <b>shut</b>.</p><p><a href='/x'>More</a></p>",
		"page":      "<?xml version='1.0'?>\n<html><title>Bridge</title><p>It is shut.</p></html>",
		"mail.eml":  "From: Ida <ida@courier.example>\nSubject: Bridge\nDate: Sat, 31 Jan 2026 18:30:00 +0100\n\nIt is shut.\n",
	} {
		o := &Opener{Warn: func(err error) { t.Errorf("%s: %v", name, err) }}
		x, err := o.Extract(name, []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if x.Words.Original == "" || x.Words.Plain != x.Text || x.Words.Origin != model.FromFile || x.Words.Format == "" {
			t.Errorf("%s: %+v", name, x)
		}
		if diff := cmp.Diff(&x.Article, Restore(kept(x))); diff != "" {
			t.Errorf("%s: restored (-was +is)\n%s", name, diff)
		}
	}
}

func TestHeadOfPagesAndMessages(t *testing.T) {
	for name, data := range map[string]string{
		"a.html": "<title>Bridge</title><meta name=author content='Ida Moreau'><meta name=date content=2026-01-31><p>words",
		"a.eml":  "From: Ida Moreau <x@y.example>\nSubject: Bridge\nDate: Sat, 31 Jan 2026 00:00:00 +0000\n\nwords",
	} {
		a, err := ReadHead(name, []byte(data))
		if err != nil || a.Title != "Bridge" || len(a.Authors) != 1 || a.Authors[0] != "Ida Moreau" || a.Published.Day().Day() != 31 {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}
