package export

import (
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"quoth/model/export/merge"
)

func TestMarkdown(t *testing.T) {
	for name, o := range map[string]Options{"marked": {}, "all": {All: true}} {
		t.Run(name, func(t *testing.T) {
			look, err := NewLook("")
			if err != nil {
				t.Fatal(err)
			}
			p, err := look.Page(article(t, o))
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, merge.New(p))
		})
	}
}
