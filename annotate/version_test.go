package annotate_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"quoth/annotate"
	"quoth/model/contract"
)

// outputOf is the file that holds the engine's version and a digest of what it
// says of the sample articles.
const outputOf = "testdata/version.txt"

// The library keeps annotations by the engine's version: one that says something
// else under an old version would be shown beside what it said before.
func TestVersionNamesTheOutput(t *testing.T) {
	engine, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	list, _ := articles(t)
	digest := sha256.New()
	for _, a := range list {
		ann := engine.Annotate(a)
		for i := range ann.Quotes {
			ann.Quotes[i].Confidence = 0 // its last digit is the processor's
		}
		line, err := contract.Encode(a, ann)
		if err != nil {
			t.Fatal(err)
		}
		digest.Write(line)
	}
	now := annotate.Version + " " + hex.EncodeToString(digest.Sum(nil)[:8])
	kept, err := os.ReadFile(outputOf)
	if err != nil {
		t.Fatal(err)
	}
	if was := strings.TrimSpace(string(kept)); was != now {
		t.Errorf("the engine says something else of the samples than %q: raise annotate.Version if that was released, and write %q to %s", was, now, outputOf)
	}
}
