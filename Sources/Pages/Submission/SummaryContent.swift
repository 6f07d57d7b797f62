import PeerReview

extension SubmissionSummary {
  /// Abstract, topics and whatever else is given.
  var html: HTML {
    """
    <div class="abstract">\(prose(abstract))</div>
    \(topicLine)
    \(each(statements) { "<h3>\($0.label)</h3>\(prose($0.text))" })
    \(when(!declarations.isEmpty) { "<h3>Declarations</h3>\(labelledList(declarations))" })
    \(when(!exceptions.isEmpty) { "<h3>Exceptions to the dual-submission rule</h3>\(labelledList(exceptions))" })
    \(when(!preprint.isEmpty) { "<h3>Preprint</h3><p>\(preprintLink)</p><p class=\"soft\">Reviewers don't see this.</p>" })
    """
  }

  var topicLine: HTML {
    when(!topics.isEmpty || !keywords.isEmpty) {
      "<ul class=\"topics\">\(each(topics) { "<li>\($0)</li>" })\(each(keywords) { "<li class=\"free\">\($0)</li>" })</ul>"
    }
  }

  private var preprintLink: HTML {
    guard let link = Link(web: preprint) else { return "\(preprint)" }
    return "<a href=\"\(link)\" rel=\"noreferrer nofollow\">\(preprint)</a>"
  }

  private func labelledList(_ list: [LabelledText]) -> HTML {
    "<dl class=\"labelled\">\(each(list) { "<dt>\($0.label)</dt><dd>\($0.text.isEmpty ? "–" : prose($0.text))</dd>" })</dl>"
  }
}

/// Names and affiliations on one line, as on a title page.
func authorLine(_ authors: [Author]) -> HTML {
  when(!authors.isEmpty) {
    """
    <p class="authors">\(each(authors.enumerated()) { item in
      """
      \(when(item.offset > 0) { ", " })<span dir="auto">\(item.element.name)</span>\
      \(when(!item.element.affiliation.isEmpty) { " <span class=\"soft\">(\(item.element.affiliation))</span>" })
      """
    })</p>
    """
  }
}

func historyList(_ history: [HistoryLine], in layout: Layout) -> HTML {
  guard !history.isEmpty else { return nothing("Nothing has happened yet.") }
  return """
    <ol class="history">\(each(history) { line in
      "<li>\(layout.brief(line.at)) <span>\(line.what) <span class=\"soft\">\(line.who)</span></span></li>"
    })</ol>
    """
}
