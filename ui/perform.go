package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
	"quoth/ui/motion"
	"quoth/ui/pane/reader"
)

// perform carries out an intent: each has one line.
func (a *App) perform(in intent.Intent) tea.Cmd {
	n := in.Times()
	switch in.ID {
	case intent.Down:
		a.move(n, scroller.Scroll)
	case intent.Up:
		a.move(-n, scroller.Scroll)
	case intent.HalfDown:
		a.move(n, scroller.ScrollHalf)
	case intent.HalfUp:
		a.move(-n, scroller.ScrollHalf)
	case intent.PageDown:
		a.move(n, scroller.ScrollPage)
	case intent.PageUp:
		a.move(-n, scroller.ScrollPage)
	case intent.Top:
		a.leap(scroller.Top)
	case intent.Bottom:
		a.leap(scroller.Bottom)
	case intent.Percent:
		a.percent(in)
	case intent.NextParagraph:
		a.paragraph(n)
	case intent.PreviousParagraph:
		a.paragraph(-n)

	case intent.NextQuote:
		a.stepQuote(n, a.any)
	case intent.PreviousQuote:
		a.stepQuote(-n, a.any)
	case intent.NextSameSpeaker:
		a.stepQuote(n, a.sameSpeaker)
	case intent.PreviousSameSpeaker:
		a.stepQuote(-n, a.sameSpeaker)
	case intent.NextDoubtful:
		a.stepQuote(n, a.doubtful)
	case intent.PreviousDoubtful:
		a.stepQuote(-n, a.doubtful)
	case intent.NextEntity:
		a.stepEntity(n)
	case intent.PreviousEntity:
		a.stepEntity(-n)

	case intent.Search:
		a.startSearch(in.Arg)
	case intent.NextMatch:
		a.stepMatch(n)
	case intent.PreviousMatch:
		a.stepMatch(-n)
	case intent.SetMark:
		a.setMark(in.Arg)
	case intent.GoToMark:
		return a.goToMark(in.Arg)
	case intent.JumpBack:
		return a.jumpBack(n)
	case intent.JumpForward:
		a.jumpForward(n)

	case intent.SwitchFocus:
		a.switchFocus()
	case intent.FocusText:
		a.focusText()
	case intent.FocusPanel:
		a.focusPanel()
	case intent.CycleLayout:
		a.cycleLayout()
	case intent.QuotesOnly:
		a.quotesOnly()
	case intent.GroupBySpeaker:
		a.groupBySpeaker()
	case intent.Filter:
		a.startFilter(in.Arg)
	case intent.People:
		a.toggleSide(sidePeople)
	case intent.Evidence:
		a.toggleSide(sideEvidence)
	case intent.Links:
		return a.openLinks(in)
	case intent.About:
		a.toggleSide(sideAbout)
	case intent.Wider:
		a.widen(4 * n)
	case intent.Narrower:
		a.widen(-4 * n)

	case intent.SelectWords:
		a.selectBy(false)
	case intent.SelectLines:
		a.selectBy(true)
	case intent.OtherEnd:
		a.inSelection((*reader.Pane).OtherEnd)
	case intent.Left:
		a.motion(n, motion.Previous)
	case intent.Right:
		a.motion(n, motion.Next)
	case intent.NextWord:
		a.motion(n, motion.NextWord)
	case intent.PreviousWord:
		a.motion(n, motion.PreviousWord)
	case intent.WordEnd:
		a.motion(n, motion.WordEnd)
	case intent.LineStart:
		a.inSelection((*reader.Pane).LineStart)
	case intent.LineEnd:
		a.inSelection((*reader.Pane).LineEnd)
	case intent.NextSentence:
		a.motion(n, motion.NextSentence)
	case intent.PreviousSentence:
		a.motion(n, motion.PreviousSentence)

	case intent.Annotate:
		return a.annotate(in.Arg)
	case intent.AnnotateArticle:
		return a.annotateArticle(in.Arg)
	case intent.EditNote:
		return a.editNote()
	case intent.Highlight:
		return a.startHighlight(in.Arg)
	case intent.Tag:
		return a.startTag(in.Arg, false)
	case intent.Untag:
		return a.startTag(in.Arg, true)

	case intent.Speaker:
		return a.setSpeaker(in.Arg)
	case intent.OneName:
		return a.oneName(in.Arg)
	case intent.Confirm:
		return a.confirm()
	case intent.Dismiss:
		return a.dismiss()
	case intent.AddQuote:
		return a.addQuote(in.Arg)
	case intent.SetKind:
		return a.setKind(in.Arg)
	case intent.SetWhere:
		return a.setWhere(in.Arg)
	case intent.SetWhen:
		return a.setWhen(in.Arg)
	case intent.SetType:
		return a.setType(in.Arg)
	case intent.Undo:
		return a.undo(n)
	case intent.Redo:
		return a.redo(n)
	case intent.DeleteNote:
		return a.deleteNote()
	case intent.NextNote:
		a.stepNote(n)
	case intent.PreviousNote:
		a.stepNote(-n)
	case intent.Notes:
		a.toggleSide(sideNotes)
	case intent.AllNotes:
		return a.listNotes()
	case intent.Export:
		return a.export()
	case intent.Cite:
		return a.cite()

	case intent.Open:
		return a.enter(in)
	case intent.Browse:
		return a.browseSource()
	case intent.Copy:
		return a.copyQuote()
	case intent.NextArticle:
		return a.stepArticle(n)
	case intent.PreviousArticle:
		return a.stepArticle(-n)

	case intent.Star, intent.Read, intent.Archive, intent.Delete:
		return a.flag(in.ID)
	case intent.TagArticle, intent.UntagArticle, intent.SaveSearch, intent.Follow:
		return a.startNaming(in)
	case intent.Select:
		a.selectArticle(n)
	case intent.SelectAll:
		return a.markAll()
	case intent.Sort:
		a.sortArticles()
	case intent.GroupArticles:
		a.groupArticles()
	case intent.Refresh:
		return a.refresh()
	case intent.Sync:
		return a.sync()
	case intent.Changes:
		return a.showChanges()
	case intent.SetPublished:
		return a.setPublished(in.Arg)
	case intent.FullText:
		return a.fullText()

	case intent.Command:
		a.startCommand()
	case intent.Help:
		a.helping = !a.helping
	case intent.Mouse:
		a.toggleMouse()
	case intent.Redraw:
		return tea.ClearScreen
	case intent.Suspend:
		return tea.Suspend
	case intent.Cancel:
		a.cancel()
	case intent.Close:
		return a.close()
	case intent.Quit:
		return a.quit()
	case intent.None:
	}
	return nil
}
