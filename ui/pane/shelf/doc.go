// Package shelf is the list of articles: it shows them, filters them as one
// types and knows the chosen one. It opens nothing itself.
package shelf
