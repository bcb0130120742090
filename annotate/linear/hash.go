package linear

// The multiplier is 2^64 divided by the golden ratio; the start value is that of
// FNV-1a. Features are told apart by the 64 bits of their hash alone.
const (
	multiplier = 0x9e3779b97f4a7c15
	start      = 0xcbf29ce484222325
)

// Hash gives the hash of a string.
func Hash(s string) uint64 {
	h := uint64(start)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return Mix(h, uint64(len(s)))
}

// Mix puts x to the hash h. The order of what is mixed matters. Both the high and
// the low bits of the result are well mixed.
func Mix(h, x uint64) uint64 {
	h = (h ^ x) * multiplier
	return h ^ h>>32
}
