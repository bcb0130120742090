package annotate_test

import (
	"io/fs"
	"strings"
	"testing"

	"quoth/annotate"
	"quoth/annotate/doc"
	"quoth/annotate/token"
	"quoth/model"
	"quoth/sample"
)

// articles gives the sample articles and how many tokens they have.
func articles(b testing.TB) (list []*model.Article, tokens int) {
	b.Helper()
	names, err := fs.Glob(sample.Files, "*")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range names {
		data, err := sample.Files.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text := string(data)
		if _, body, ok := strings.Cut(text, "\n---\n"); ok {
			text = strings.TrimSpace(body)
		}
		list = append(list, &model.Article{Text: text})
		d := &doc.Doc{Text: text}
		token.Split(d, nil)
		tokens += len(d.Tokens)
	}
	return list, tokens
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := annotate.New(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	engine, err := annotate.New()
	if err != nil {
		b.Fatal(err)
	}
	list, tokens := articles(b)
	bytes := 0
	for _, a := range list {
		bytes += len(a.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range list {
			engine.Annotate(a)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
