package export

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/export/merge"
)

func TestChangedWordsAreKept(t *testing.T) {
	words := "We found cracks in three of the eleven piers,"
	n := model.Note{ID: "144a60bd", Article: "21da7006aabbccdd", Passage: anchor.New(bridge, of(t, words))}
	changed := strings.Replace(bridge, "three of the eleven", "four of the eleven", 1)
	d := New(model.Entry{ID: n.Article, Title: "Harbour bridge"}, changed, model.Annotations{}, model.Marks{Notes: []model.Note{n}}, Options{})
	look, err := NewLook("")
	if err != nil {
		t.Fatal(err)
	}
	p, err := look.Page(d)
	if err != nil {
		t.Fatal(err)
	}
	page := string(merge.New(p))
	for _, want := range []string{"We found cracks in four of the eleven piers", "Noted as: We found cracks in three of the eleven piers", "the text has changed"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}
