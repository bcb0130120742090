package fetch_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

func compress(t *testing.T, kind, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch kind {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "flate":
		w, _ = flate.NewWriter(&b, flate.DefaultCompression)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCompression(t *testing.T) {
	const text = "<rss>words words words</rss>"
	for _, c := range []struct {
		name, encoding string
		body           []byte
	}{
		{"plain", "", []byte(text)},
		{"gzip", "gzip", compress(t, "gzip", text)},
		{"gzip not announced", "", compress(t, "gzip", text)},
		{"plain announced as gzip", "gzip", []byte(text)},
		{"deflate", "deflate", compress(t, "zlib", text)},
		{"deflate without header", "deflate", compress(t, "flate", text)},
		{"plain announced as deflate", "deflate", []byte(text)},
	} {
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", c.encoding)
			w.Header().Set("Content-Type", "text/xml")
			w.Write(c.body)
		})
		if d := get(t, client(t, options()), url); string(d.Body) != text {
			t.Errorf("%s: body is %q", c.name, d.Body)
		}
	}
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body := compress(t, "gzip", strings.Repeat(text, 1000))
		if r.URL.Path == "/br" {
			w.Header().Set("Content-Encoding", "br")
		}
		w.Write(body[:len(body)/2])
	})
	fails(t, client(t, options()), url+"/cut", "damaged or cut off")
	url = serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		fmt.Fprint(w, "\x8b\x02\x80")
	})
	fails(t, client(t, options()), url, "compressed with br")
}

func TestSizes(t *testing.T) {
	o := options()
	o.MaxWire, o.MaxBody = 1<<20, 2<<20
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/announced":
			w.Header().Set("Content-Length", "209715200")
			w.Write([]byte("x"))
		case "/endless":
			for r.Context().Err() == nil {
				if _, err := w.Write(bytes.Repeat([]byte("x"), 64<<10)); err != nil {
					return
				}
			}
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(compress(t, "gzip", strings.Repeat("\x00", 8<<20)))
		case "/just":
			w.Write(bytes.Repeat([]byte("x"), 1<<20))
		}
	})
	c := client(t, o)
	fails(t, c, url+"/announced", "more than 1 MB announced")
	fails(t, c, url+"/endless", "more than 1 MB sent")
	fails(t, c, url+"/bomb", "more than 2 MB after decompression")
	if d := get(t, c, url+"/just"); len(d.Body) != 1<<20 {
		t.Errorf("%d bytes came", len(d.Body))
	}
}

func TestCutOffBody(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		buf.WriteString("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
		buf.Flush()
		conn.Close()
	})
	fails(t, client(t, options()), url, "ended the connection before all was sent")
}
