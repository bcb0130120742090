// Package ui is the screen: App, the one tea.Model. It routes keys and results
// to the panes and owns focus and layout. What the panes show is theirs; what
// takes time is in ui/task.
package ui
