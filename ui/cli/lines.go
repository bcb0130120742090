package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"quoth/annotate"
	"quoth/model/contract"
)

// maxLine is the longest line of --jsonl in bytes, so that a stream without
// line breaks does not fill the memory.
const maxLine = 64 << 20

// output is what became of one line of input.
type output struct {
	line []byte
	err  error
}

// annotateLines annotates the articles of standard input, a line each. At most
// jobs of them are worked on at once; they are written in the order in which
// they were read.
func (p *program) annotateLines(engine *annotate.Engine, jobs int) error {
	queue := make(chan chan output, jobs-1)
	go func() {
		defer close(queue)
		for line, err := range lines(p.stdin, maxLine) {
			result := make(chan output, 1)
			select {
			case queue <- result:
			case <-p.ctx.Done():
				return
			}
			go func() { result <- annotateLine(engine, line, err) }()
		}
	}()
	for {
		result, more := next(p, queue)
		if !more {
			return p.ctx.Err()
		}
		out, more := next(p, result)
		switch {
		case !more:
			return p.ctx.Err()
		case out.err != nil:
			p.report(out.err)
			continue
		}
		if _, err := p.stdout.Write(out.line); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
}

// next receives from a channel. It reports false where that is closed, or the
// program is interrupted meanwhile.
func next[T any](p *program, from <-chan T) (v T, more bool) {
	select {
	case v, more = <-from:
	case <-p.ctx.Done():
	}
	return v, more
}

func annotateLine(engine *annotate.Engine, line numbered, err error) output {
	if err != nil {
		return output{err: err}
	}
	a, err := contract.DecodeArticle(line.text)
	if err != nil {
		return output{err: fmt.Errorf("line %d: %w", line.number, err)}
	}
	text, err := contract.Encode(a, engine.Annotate(a))
	return output{text, err}
}

// numbered is a line of input without its line break. The first has number 1.
type numbered struct {
	number int
	text   []byte
}

// lines gives the lines of r. One longer than limit bytes is passed over with
// an error; any other error is the last thing it gives.
func lines(r io.Reader, limit int) iter.Seq2[numbered, error] {
	return func(yield func(numbered, error) bool) {
		in := bufio.NewReader(r)
		for number := 1; ; number++ {
			text, err := readLine(in, limit)
			if len(text) == 0 && errors.Is(err, io.EOF) {
				return
			}
			var fault error
			switch {
			case len(text) > limit:
				fault = fmt.Errorf("line %d: longer than %d MiB", number, limit>>20)
			case err != nil && !errors.Is(err, io.EOF):
				fault = fmt.Errorf("standard input: %w", err)
			}
			if !yield(numbered{number, bytes.TrimSuffix(text, []byte("\n"))}, fault) || err != nil {
				return
			}
		}
	}
}

// readLine reads to the end of a line and keeps no more of it than tells that
// it is longer than limit.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(line) <= limit {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}
