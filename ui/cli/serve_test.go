package cli_test

import (
	"fmt"
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
		if filepath.Ext(name) == ".long" {
			tooLong(ts, w, data)
			return
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

// tooLong answers with more bytes than it announces.
func tooLong(ts *testscript.TestScript, w http.ResponseWriter, data []byte) {
	conn, _, err := w.(http.Hijacker).Hijack()
	ts.Check(err)
	_, err = fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n%s", len(data)/2, data)
	ts.Check(err)
}
