package doc_test

import (
	"testing"

	"quoth/annotate/doc"
)

func TestNamesOfTagsAndRelations(t *testing.T) {
	for tag, want := range map[doc.Tag]string{doc.TagNone: "", doc.TagNN: "NN", doc.TagPRPS: "PRP$", doc.TagVBZ: "VBZ", doc.TagOpen: "``"} {
		if tag.String() != want || doc.TagOf(want) != tag {
			t.Errorf("tag %d is %q, want %q", tag, tag, want)
		}
	}
	for rel, want := range map[doc.Rel]string{doc.RelAcl: "acl", doc.RelNsubjPass: "nsubj:pass", doc.RelXcomp: "xcomp"} {
		if rel.String() != want || doc.RelOf(want) != rel {
			t.Errorf("relation %d is %q, want %q", rel, rel, want)
		}
	}
	if int(doc.TagOpen)+1 != len(doc.TagNames) || int(doc.RelXcomp)+1 != len(doc.RelNames) {
		t.Error("a name has no constant")
	}
}
