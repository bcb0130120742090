package model_test

import (
	"slices"
	"testing"

	"quoth/model"
)

func TestFolders(t *testing.T) {
	for folder, want := range map[string][]string{
		"": nil, "News": {"News"}, "News/World": {"News", "World"}, "A//B": {"A/B"}, "A//B/C": {"A/B", "C"}, "/News/": {"News"},
	} {
		if got := (model.Feed{Folder: folder}).Folders(); !slices.Equal(got, want) {
			t.Errorf("%q: folders %q, want %q", folder, got, want)
		}
	}
}
