import PeerReview

extension Badge {
  var html: HTML {
    let classes: ClassList =
      switch tone {
      case .neutral: "badge"
      case .progress: "badge progress"
      case .good: "badge good"
      case .warning: "badge warning"
      case .bad: "badge bad"
      }
    return "<span class=\"\(classes)\">\(label)</span>"
  }
}

extension Secrecy {
  /// Why the viewer sees nothing here; never derived from what is hidden.
  var sentence: String {
    switch self {
    case .doubleBlind: "Hidden: reviewing is double blind."
    case .ownOrConflicted: "Hidden: you wrote this paper or have a conflict with it."
    case .ownReviewMissing: "Shown once your own review is submitted."
    case .notYetReleased: "Not released yet."
    case .officeOnly: "Only for those whose office it is."
    case .ownEvaluationMissing: "Shown once your own evaluation is handed in."
    case .evaluatorsAnonymous: "Hidden: evaluators stay anonymous."
    case .sealed: "Closed: the call kept this only until some day, which has come."
    }
  }
}

/// The value's HTML, or why it is hidden.
func revealed<Value>(_ disclosure: Disclosure<Value>, _ body: (Value) -> HTML) -> HTML {
  switch disclosure {
  case .shown(let value): body(value)
  case .hidden(let secrecy): "<p class=\"hidden-note\">\(secrecy.sentence)</p>"
  }
}

/// The same in a table cell, where there is only room for a mark.
func revealedBriefly<Value>(_ disclosure: Disclosure<Value>, _ body: (Value) -> HTML) -> HTML {
  switch disclosure {
  case .shown(let value): body(value)
  case .hidden(let secrecy): "<span class=\"soft\" title=\"\(secrecy.sentence)\">hidden</span>"
  }
}

/// A part of a page with a heading of its own, that other pages may point at.
func part(_ id: StaticString, _ heading: String, _ body: () -> HTML) -> HTML {
  """
  <section id="\(id.description)" aria-labelledby="\(id.description)-heading"><h2 id="\(id.description)-heading">\(heading)</h2>
  \(body())</section>
  """
}

/// A table that scrolls sideways on its own where it doesn't fit, with the column names repeated for narrow screens.
func table(_ caption: String, id: String, head: [HTML], _ rows: HTML) -> HTML {
  """
  <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table id="\(id)"><caption class="unseen">\(caption)\
  </caption>
  <thead><tr>\(each(head) { "<th scope=\"col\">\($0)</th>" })</tr></thead>
  <tbody>\(rows)</tbody></table></div>
  """
}

/// What a list says when nothing is in it.
func nothing(_ sentence: String) -> HTML { "<p class=\"nothing\">\(sentence)</p>" }

/// Names and values, one pair a line.
func facts(_ pairs: [(String, HTML)]) -> HTML {
  "<dl class=\"facts\">\(each(pairs) { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>"
}

/// Text folded away under its name.
func folded(_ summary: String, _ body: HTML, open: Bool = false) -> HTML {
  "<details\(flag: "open", open)><summary>\(summary)</summary><div class=\"inside\">\(body)</div></details>"
}

/// Links to the page before and the page after, of a list that takes more than one. `page` counts from 1.
func pageLinks(_ page: Int, found: Int, size: Int, _ address: (Int) -> Link) -> HTML {
  let last = max(0, found - 1) / size + 1
  guard last > 1 else { return .empty }
  return """
    <nav class="actions" aria-label="Pages"><span>Page \(page) of \(last)</span>
    \(when(page > 1) { "<a href=\"\(address(page - 1))\" rel=\"prev\">Previous</a>" })
    \(when(page < last) { "<a href=\"\(address(page + 1))\" rel=\"next\">Next</a>" })</nav>
    """
}
