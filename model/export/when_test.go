package export

import (
	"testing"

	"quoth/model"
)

func TestWhen(t *testing.T) {
	const text = "on Tuesday evening"
	tuesday := model.Span{Start: 3, End: 10}
	for _, c := range []struct {
		when model.When
		want string
	}{
		{model.When{Span: tuesday, Value: "2026-11-17"}, "Tuesday 2026-11-17"},
		{model.When{Span: tuesday, Value: "2026-11-17", Inherited: true}, "2026-11-17 (carried over)"},
		{model.When{Span: tuesday, Value: "2026-11-17TEV", Inherited: true}, "2026-11-17 evening (carried over)"},
		{model.When{Value: "2026-11-17T21:40"}, "2026-11-17 21:40"},
		{model.When{Span: tuesday, Value: "XXXX-WXX-2"}, "Tuesday"},
		{model.When{Span: tuesday, Value: "XXXX-WXX-2", Inherited: true}, "Tuesday (carried over)"},
		{model.When{Value: "XXXX-WXX-2"}, "XXXX-WXX-2"},
		{model.When{Span: tuesday, Value: "PRESENT_REF"}, "Tuesday"},
	} {
		if got := when(text, &c.when); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.when, got, c.want)
		}
	}
	if got := when(text, nil); got != "" {
		t.Errorf("no time is told as %q", got)
	}
}
