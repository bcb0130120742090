package desk

import (
	"cmp"
	"strings"

	"quoth/model"
)

// Told puts into words what a correction of a quotation says.
func Told(c model.Correction) string {
	unsaid := "not stated"
	switch c.Kind {
	case model.Confirm:
		return "confirmed"
	case model.Dismiss:
		return "no quotation"
	case model.AddQuote:
		return "said by " + cmp.Or(c.Speaker, "unknown")
	case model.SetSpeaker:
		return "speaker: " + cmp.Or(c.Speaker, "unknown")
	case model.SetKind:
		return "kind: " + string(c.QuoteKind)
	case model.SetWhere:
		var names []string
		for _, w := range c.Where {
			names = append(names, w.Name)
		}
		return "place: " + cmp.Or(strings.Join(names, ", "), unsaid)
	case model.SetWhen:
		if c.When == nil {
			return "day: " + unsaid
		}
		return "day: " + c.When.Value
	case model.OneName, model.PartName, model.SetType:
	}
	return string(c.Kind)
}

// Words gives the words of the quotation that a correction is about.
func Words(c model.Correction) string {
	parts := make([]string, len(c.Content))
	for i, a := range c.Content {
		parts[i] = a.Exact
	}
	return strings.Join(parts, " … ")
}
