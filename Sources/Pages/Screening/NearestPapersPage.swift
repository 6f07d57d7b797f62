public import PeerReview

/// The papers nearest in meaning to one, for a chair who looks for dual submissions and copies in other words.
public struct NearestPapersPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let name: String
  /// Nearest first; nil when texts can't be compared on this server.
  public let papers: [Paper]?
  public init(id: ID<Submission>, number: SubmissionNumber, name: String, papers: [Paper]?) {
    self.id = id
    self.number = number
    self.name = name
    self.papers = papers
  }

  public struct Paper: Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let abstract: String
    /// Its conference, where it is another.
    public let conference: String?
    /// From −1 to 1; 1 for the same words.
    public let closeness: Double
    public init(
      id: ID<Submission>, number: SubmissionNumber, title: String, abstract: String, conference: String?, closeness: Double
    ) {
      self.id = id
      self.number = number
      self.title = title
      self.abstract = abstract
      self.conference = conference
      self.closeness = closeness
    }
  }

  public var title: String { "Papers near \(number)" }
  public var section: Section? { .chairScreening }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(Link.chairSubmission(id))"><span class="number">\(number)</span> \(name)</a></p>
    <h1>Papers near in meaning</h1>
    <p>Titles and abstracts are compared by the meaning of their words, whatever their order; 1 is the same words. Papers on one
    subject are often above 0.8, so read both before you think of a copy. Text that stands in both word by word is found by
    <a href="\(queue)">screening</a>.</p>
    \(list)
    """
  }

  private var queue: Link { "/chair/screening?state=all&paper=\(id)" }

  private var list: HTML {
    guard let papers else {
      return nothing("Texts can't be compared: the table of words that belongs to the program isn't beside it.")
    }
    if papers.isEmpty { return nothing("There is no other submitted paper that you may know of.") }
    return "<ol class=\"rows near\">\(each(papers, line))</ol>"
  }

  private func line(_ paper: Paper) -> HTML {
    let name: HTML = "<span class=\"number\">\(paper.number)</span> <span dir=\"auto\">\(paper.title)</span>"
    return """
      <li><div><strong>\(decimal(paper.closeness))</strong>
      \(paper.conference == nil ? "<a href=\"\(Link.chairSubmission(paper.id))\">\(name)</a>" : name)
      \(with(paper.conference) { "<span class=\"soft\">of \($0)</span>" })
      \(when(!paper.abstract.isEmpty) { folded("Abstract", prose(paper.abstract)) })</div></li>
      """
  }
}
