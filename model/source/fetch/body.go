package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// sizeError is the error of a body beyond its bound.
type sizeError struct {
	limit int64
	what  string
}

func (e *sizeError) Error() string {
	return fmt.Sprintf("more than %d MB %s; it was not read to its end", e.limit>>20, e.what)
}

var errStalled = errors.New("the server stopped sending in the middle")

// body reads what the server sends, within the bounds of size and time.
func (c *Client) body(res *http.Response, cancel context.CancelCauseFunc) ([]byte, error) {
	if res.ContentLength > c.MaxWire {
		return nil, &sizeError{c.MaxWire, "announced"}
	}
	whole := time.AfterFunc(c.Body, func() { cancel(fmt.Errorf("not complete after %s", c.Body)) })
	defer whole.Stop()
	stall := time.AfterFunc(c.Stall, func() { cancel(errStalled) })
	defer stall.Stop()
	wire := &bounded{r: &watched{res.Body, stall, c.Stall}, left: c.MaxWire, err: &sizeError{c.MaxWire, "sent"}}
	plain, err := decompressed(wire, res.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, cause(res.Request.Context(), err)
	}
	body, err := io.ReadAll(&bounded{r: plain, left: c.MaxBody, err: &sizeError{c.MaxBody, "after decompression"}})
	if err != nil {
		return nil, cause(res.Request.Context(), err)
	}
	return body, nil
}

// cause gives the reason for which a request was given up, where it was.
func cause(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// bounded reads up to left bytes, and fails where there are more.
type bounded struct {
	r    io.Reader
	left int64
	err  error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, b.err
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n, b.err
	}
	return n, err
}

// watched puts a timer off whenever something comes.
type watched struct {
	r     io.Reader
	timer *time.Timer
	d     time.Duration
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if n > 0 {
		w.timer.Reset(w.d)
	}
	return n, err
}

// decompressed undoes the compression of a body. Servers are wrong about it both
// ways, so its first bytes decide and not the header alone: a gzip file that is
// not announced is opened, a plain body that is announced as gzip is taken as it
// is.
func decompressed(r io.Reader, encoding string) (io.Reader, error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	encoding = strings.ToLower(strings.TrimSpace(encoding))
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("compressed, but damaged: %w", err)
		}
		return damaged{z}, nil
	case encoding == "deflate" && len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
		z, err := zlib.NewReader(b) // RFC 9110, section 8.4.1.2
		if err != nil {
			return nil, fmt.Errorf("compressed, but damaged: %w", err)
		}
		return damaged{z}, nil
	case encoding == "deflate" && len(head) > 0 && head[0] != '<' && head[0] != '{':
		return damaged{flate.NewReader(b)}, nil // what some servers send instead
	case encoding == "br" || encoding == "zstd" || encoding == "compress":
		return nil, fmt.Errorf("compressed with %s, which was not asked for", encoding)
	}
	return b, nil
}

// damaged says of what kind the errors of a decompressor are.
type damaged struct{ r io.Reader }

func (d damaged) Read(p []byte) (int, error) {
	n, err := d.r.Read(p)
	var long *sizeError
	if err != nil && !errors.Is(err, io.EOF) && !errors.As(err, &long) {
		err = fmt.Errorf("compressed, but damaged or cut off: %s", err.Error())
	}
	return n, err
}
