package cli_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// serve starts a server with the files of a directory, and puts its address into
// the environment as SITE: serve DIRECTORY. In the files, SITE stands for the
// address too. What ends in .html is a page, what ends in .xml a feed.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve DIRECTORY")
	}
	dir := ts.MkAbs(args[0])
	var s *httptest.Server
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(dir, filepath.FromSlash(r.URL.Path))
		data, err := os.ReadFile(name)
		switch filepath.Ext(name) {
		case ".html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		case ".xml":
			w.Header().Set("Content-Type", "application/rss+xml")
		}
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Write([]byte(strings.ReplaceAll(string(data), "SITE", s.URL)))
	}))
	ts.Defer(s.Close)
	ts.Setenv("SITE", s.URL)
}
