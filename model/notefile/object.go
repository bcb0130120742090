package notefile

import (
	"math"
	"strings"

	"quoth/model/escape"
)

// object is a JSON object whose fields may be anything.
type object map[string]any

// str gives the first of some fields that holds words.
func (o object) str(names ...string) string {
	for _, n := range names {
		if s, ok := o[n].(string); ok && s != "" {
			return escape.Strip(s)
		}
	}
	return ""
}

// list gives the objects of a field that holds one or several.
func (o object) list(name string) []object {
	switch v := o[name].(type) {
	case map[string]any:
		return []object{v}
	case []any:
		var out []object
		for _, x := range v {
			if m, ok := x.(map[string]any); ok {
				out = append(out, m)
			}
		}
		return out
	}
	return nil
}

// first gives the first object of a field, or nil.
func (o object) first(name string) object {
	if all := o.list(name); len(all) > 0 {
		return all[0]
	}
	return nil
}

// strings gives the words of a field that holds one or several.
func (o object) strings(name string) []string {
	var out []string
	if all, ok := o[name].([]any); ok {
		for _, x := range all {
			if s, ok := x.(string); ok {
				out = append(out, escape.Strip(s))
			}
		}
	} else if s, ok := o[name].(string); ok && s != "" {
		out = append(out, escape.Strip(s))
	}
	return out
}

// lines gives the words of a field, each line of it apart.
func (o object) lines(name string) []string {
	var out []string
	for _, s := range o.strings(name) {
		for line := range strings.Lines(s) {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}

// whole gives a number of JSON that is an integer and not negative.
func whole(v any) (int, bool) {
	f, ok := v.(float64)
	if !ok || f < 0 || f > math.MaxInt32 || f != math.Trunc(f) {
		return 0, false
	}
	return int(f), true
}
