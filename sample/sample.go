// Package sample embeds the sample articles. It is their bytes only: reading
// them is the work of model/source. It imports nothing of the project.
package sample

import "embed"

// Files holds seed.txt, a real agency text (published 2026-02-02), and twelve
// fictional articles in Markdown. Their events, people and outlets are invented.
//
//go:embed seed.txt *.md
var Files embed.FS
