package timex

// join puts a time and the day beside it into one expression: "8 p.m. on
// Tuesday", "16 March at 8 a.m.", "2:30 the next day".
func (r *reader) join(found []expression) []expression {
	out := found[:0]
	for _, e := range found {
		if n := len(out); n > 0 {
			if both, ok := r.joined(out[n-1], e); ok {
				out[n-1] = both
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// joinGap is how many words may stand between a time and its day.
const joinGap = 2

func (r *reader) joined(a, b expression) (expression, bool) {
	if a.value.Unit != Day || b.value.Unit != Day || b.from-a.to > joinGap || r.words[b.from].para {
		return a, false
	}
	timeFirst := a.value.Clock > 0 || a.value.Part != ""
	dayFirst := b.value.Clock > 0 || b.value.Part != ""
	if timeFirst == dayFirst {
		return a, false
	}
	for i := a.to; i < b.from; i++ {
		w := r.words[i].low
		if r.words[i].para || !(w == "," || timeFirst && among(w, "on of") || dayFirst && w == "at") {
			return a, false
		}
	}
	day, clock := a.value, b.value
	if timeFirst {
		day, clock = b.value, a.value
	}
	if day.Open {
		return a, false
	}
	if clock.Open || !clock.At.Equal(day.At.AddDate(0, 0, 7)) { // else the clock saw a deadline that the day did not
		clock.At = day.At
	}
	clock.Open = false
	return expression{from: a.from, to: b.to, value: clock}, true
}
