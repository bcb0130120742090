package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"quoth/ui/linear"
)

// listFlags choose the format of a list.
type listFlags struct {
	JSON   bool   `name:"json" xor:"format" help:"One JSON array."`
	JSONL  bool   `name:"jsonl" xor:"format" help:"One JSON object per line."`
	CSV    bool   `name:"csv" xor:"format" help:"Comma-separated values with a header."`
	Format string `name:"format" short:"f" enum:"text,vim" default:"text" help:"text, or vim for its quickfix list."`
}

// row is one line of a list. Its fields, by their JSON names, are the columns.
type row interface {
	line() []string // what the plain list shows, with tabs between
	place() string  // where vim finds it: FILE or FILE:LINE:COLUMN
}

// rowsOf makes the rows of a list.
func rowsOf[T any, R row](all []T, of func(T) R) []R {
	rows := make([]R, len(all))
	for i, v := range all {
		rows[i] = of(v)
	}
	return rows
}

// writeList prints a list in the format asked for. An empty one has the exit
// status of a search that found nothing.
func writeList[R row](p *program, f listFlags, rows []R) error {
	if len(rows) == 0 {
		p.status = max(p.status, statusNothing)
	}
	switch {
	case f.JSON:
		enc := json.NewEncoder(p.stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(rows)
	case f.JSONL:
		enc := json.NewEncoder(p.stdout)
		enc.SetEscapeHTML(false)
		for _, r := range rows {
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
		return nil
	case f.CSV:
		return writeCSV(p, rows)
	}
	for _, r := range rows {
		line := oneLine(strings.Join(r.line(), "\t"))
		if f.Format == "vim" {
			line = r.place() + ": " + oneLine(strings.Join(r.line(), " "))
		}
		if _, err := fmt.Fprintln(p.stdout, line); err != nil {
			return err
		}
	}
	return nil
}

// writeCSV prints the columns of rows; what is a list in JSON has semicolons.
func writeCSV[R row](p *program, rows []R) error {
	w := csv.NewWriter(p.stdout)
	columns := reflect.TypeFor[R]()
	header := make([]string, columns.NumField())
	for i := range header {
		header[i], _, _ = strings.Cut(columns.Field(i).Tag.Get("json"), ",")
	}
	if err := w.Write(header); err != nil {
		return err
	}
	for _, r := range rows {
		record := make([]string, len(header))
		for i := range record {
			record[i] = cell(reflect.ValueOf(r).Field(i).Interface())
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func cell(value any) string {
	if list, ok := value.([]string); ok {
		return strings.Join(list, "; ")
	}
	return fmt.Sprint(value)
}

// oneLine makes words from outside safe for a line of a list. Tabs part fields
// and stay.
func oneLine(s string) string { return strings.ReplaceAll(linear.Clean(s), "\n", " ") }

// moment writes a time for other programs, or nothing where there is none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
