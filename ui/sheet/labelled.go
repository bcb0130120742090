package sheet

import (
	"quoth/ui/line"
	"quoth/ui/theme"
)

// Labelled makes the lines of an item that has a quiet label before its words:
// in a column of its own, or above them where the sheet is narrow. What stands at
// the right edge stands on the first line.
func Labelled(pen line.Pen, styles *theme.Styles, width int, label, words, right string) []Line {
	const column, narrow = 10, 28
	edge := Piece{Style: styles.Quiet, Text: right}
	var out []Line
	add := func(label, words string) {
		out = append(out, Line{Left: []Piece{{Style: styles.Quiet, Text: label}, {Style: styles.Text, Text: words}}, Right: edge})
		edge = Piece{}
	}
	if width < narrow {
		if label != "" || right != "" {
			add(label, "")
		}
		for _, text := range pen.Wrap(words, width, 0) {
			add("", text)
		}
		return out
	}
	room := width - column
	if right != "" {
		room -= pen.Cells(right) + 1
	}
	for _, text := range pen.Wrap(words, room, 0) {
		add(pen.Fit(label, column), text)
		label = ""
	}
	return out
}
