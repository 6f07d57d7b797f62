import PeerReview

/// What was found, what the call says, and the place on the page.
func findingList(_ findings: [Finding]) -> HTML {
  "<ul class=\"findings\">\(each(findings) { "<li class=\"\($0.severity.classes)\">\($0.html)</li>" })</ul>"
}

extension Finding {
  var html: HTML {
    """
    <p><strong>\(severity.label)</strong> \(sentence)
    <span class="soft">\(slot.label)\(with(page) { ", page \($0)" })</span></p>
    \(when(!rule.isEmpty) { "<p class=\"soft\">The call: \(rule)</p>" })
    \(with(picture) { $0.html })
    """
  }
}

extension FindingPicture {
  /// Loaded only when it comes into sight.
  var html: HTML {
    let frame = place.frame
    return """
      <p class="place"><img src="\(link)" loading="lazy" width="\(points(frame.right - frame.left))"
      height="\(points(frame.bottom - frame.top))" alt="\(words)"></p>
      """
  }

  private var words: String {
    place.box == nil ? "Page \(place.page)" : "The place on page \(place.page), with the passage boxed"
  }

  private func points(_ length: Double) -> Int { Int(min(max(length, 1), 100_000).rounded()) }
}

extension Finding.Severity {
  var label: String {
    switch self {
    case .note: "Note."
    case .warning: "Please check."
    case .violation: "Against the call."
    }
  }

  var classes: ClassList {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .violation: "bad"
    }
  }
}
