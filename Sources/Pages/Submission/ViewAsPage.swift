public import PeerReview

/// A paper as somebody with a part in it sees it, shown to a chair: nothing on it can be done or followed.
public struct ViewAsPage: Page {
  public let paper: ID<Submission>
  public let number: SubmissionNumber
  public let name: String
  public let part: PaperPart
  private let seen: any Page

  public init(paper: ID<Submission>, number: SubmissionNumber, name: String, part: PaperPart, seen: any Page) {
    self.paper = paper
    self.number = number
    self.name = name
    self.part = part
    self.seen = seen
  }

  public var title: String { "\(number) as \(name) sees it" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    var shown = layout
    shown.isReadOnly = true
    let back: Link = "/chair/submissions/\(paper)"
    return """
      <aside class="notice warning" aria-label="View as"><p><strong>You see this paper as \(name), its \(part.office), sees it now.</strong>
      Nothing can be done here, and that you looked is on record. \(leftOut)
      <a href="\(back)">Back to the paper</a></p></aside>
      <div class="seen">\(seen.content(in: shown).withoutLinks)</div>
      """
  }

  private var leftOut: String {
    switch part {
    case .author: "What follows from other papers is left out."
    case .reviewer, .metareviewer: "Drafts and tags are theirs, and left out."
    }
  }

  /// Where the page is found.
  static func link(_ paper: ID<Submission>, _ part: PaperPart) -> Link {
    "/chair/submissions/\(paper)/as/\(part.office)/\(part.place)"
  }
}

extension HTML {
  /// The same with anchors that lead nowhere. What people wrote is escaped, so that these bytes are a tag's.
  var withoutLinks: HTML { replacing("href=\"", with: "data-to=\"") }
}
