// Package wndb reads the lines of the files of WordNet (wndb(5WN)). What a line
// means is its readers' business.
package wndb

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// Lines calls each for every line of a file but those of its licence, which begin
// with spaces. An error names the file.
func Lines(path string, each func(line string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20) // the longest line of WordNet 3.0 has 13 kB
	for in.Scan() {
		if strings.HasPrefix(in.Text(), "  ") {
			continue
		}
		if err := each(in.Text()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
