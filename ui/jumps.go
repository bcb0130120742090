package ui

// jumps is the list of places that were left by a jump, as vim keeps it: back
// goes to where the last jump came from, forward undoes that.
type jumps struct {
	places []int
	at     int // in places; its length when the reader is not in the past
}

// mostJumps is how many places are remembered.
const mostJumps = 100

// push remembers a place that is about to be left.
func (j *jumps) push(place int) {
	j.places = append(j.places[:j.at:j.at], place)
	if len(j.places) > mostJumps {
		j.places = j.places[1:]
	}
	j.at = len(j.places)
}

// back gives the place before here.
func (j *jumps) back(here int) (place int, ok bool) {
	if j.at == 0 {
		return 0, false
	}
	if j.at == len(j.places) {
		j.places = append(j.places, here)
	}
	j.at--
	return j.places[j.at], true
}

// forward gives the place that the last back came from.
func (j *jumps) forward() (place int, ok bool) {
	if j.at+1 >= len(j.places) {
		return 0, false
	}
	j.at++
	return j.places[j.at], true
}
