package quote

import (
	"encoding/binary"
	"errors"
	"math"

	"quoth/annotate/choose"
)

// Models are the choosers of the attribution, in the order in which they speak.
type Models struct {
	Cue     *choose.Model // is this token a cue?
	Source  *choose.Model // which phrase is its source?
	Content *choose.Model // which words are its content?
	Loose   *choose.Model // whose is a quotation without a cue?
	Speaker *choose.Model // whom does the source stand for?
	Trust   []float32     // weights of the confidence
}

func (m *Models) list() []**choose.Model {
	return []**choose.Model{&m.Cue, &m.Source, &m.Content, &m.Loose, &m.Speaker}
}

// Append writes the models to b.
func (m *Models) Append(b []byte) []byte {
	for _, c := range m.list() {
		b = (*c).Append(b)
	}
	b = binary.AppendUvarint(b, uint64(len(m.Trust)))
	for _, w := range m.Trust {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
	}
	return b
}

// ReadModels reads what Append wrote.
func ReadModels(b []byte) (*Models, error) {
	m := &Models{}
	for _, c := range m.list() {
		var err error
		if *c, b, err = choose.Read(b); err != nil {
			return nil, err
		}
	}
	n, k := binary.Uvarint(b)
	if k <= 0 || uint64(len(b)-k) != 4*n {
		return nil, errors.New("the weights of the confidence end too early")
	}
	for b = b[k:]; len(b) > 0; b = b[4:] {
		m.Trust = append(m.Trust, math.Float32frombits(binary.LittleEndian.Uint32(b)))
	}
	return m, nil
}
