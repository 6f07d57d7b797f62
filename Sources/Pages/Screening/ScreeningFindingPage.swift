public import PeerReview

/// One finding in full, for chairs.
///
/// Form: `POST /chair/screening`: `action` (`judge`), `verdict`, `chosen` (its id), `note`, `back` (`finding`).
public struct ScreeningFindingPage: Page {
  public let queued: QueuedFinding
  /// Text in common with another paper, where it is about that.
  public let shared: SharedText?
  /// Oldest first, the standing one too.
  public let history: [QueuedFinding.Judgement]
  /// The file as it was uploaded, opened at the page.
  public let file: Link
  /// Whether the paper can be rejected without review now.
  public let offersRejection: Bool
  public init(
    queued: QueuedFinding, shared: SharedText?, history: [QueuedFinding.Judgement], file: Link, offersRejection: Bool
  ) {
    self.queued = queued
    self.shared = shared
    self.history = history
    self.file = file
    self.offersRejection = offersRejection
  }

  /// What two papers have in common.
  public struct SharedText: Sendable {
    /// Nil for an imported paper, which is no submission.
    public let other: ID<Submission>?
    public let number: SubmissionNumber?
    /// Of an imported paper the name of its file.
    public let title: String
    /// Of an earlier conference, its name; nil for a paper of this one.
    public let conference: String?
    /// What may explain it, such as a declared exception.
    public let remarks: [String]
    public let passages: [Passage]
    public init(
      other: ID<Submission>? = nil, number: SubmissionNumber? = nil, title: String, conference: String? = nil, remarks: [String],
      passages: [Passage]
    ) {
      self.other = other
      self.number = number
      self.title = title
      self.conference = conference
      self.remarks = remarks
      self.passages = passages
    }
  }

  /// A run of words that stands in both.
  public struct Passage: Hashable, Sendable {
    public let words: Int
    public let here: String
    public let herePage: Int?
    public let there: String
    public let therePage: Int?
    public init(words: Int, here: String, herePage: Int?, there: String, therePage: Int?) {
      self.words = words
      self.here = here
      self.herePage = herePage
      self.there = there
      self.therePage = therePage
    }
  }

  public var title: String { "\(FindingWords.name(queued.finding.code)) in \(queued.number)" }
  public var section: Section? { .chairScreening }

  public func content(in layout: Layout) -> HTML {
    """
    \(queued.paperLine)
    <h1>\(FindingWords.name(queued.finding.code))</h1>
    <div class="findings"><div class="\(queued.finding.severity.classes)">\(queued.finding.html)</div></div>
    <p><a href="\(file)">The file itself\(with(queued.finding.page) { ", at page \($0)" })</a></p>
    \(with(shared, sharedPart))
    \(when(queued.finding.code.hasPrefix("dup.")) { "<p><a href=\"\(caseLink)\">Open an integrity case with this finding</a></p>" })
    \(part("judge", "What do you say?") { judge(layout) })
    \(when(!history.isEmpty) { part("history", "What was said of it") { said(layout) } })
    """
  }

  private func judge(_ layout: Layout) -> HTML {
    """
    \(queued.judged(in: layout))
    \(layout.form("/chair/screening") { """
      \(hidden("action", "judge"))\(hidden("chosen", queued.id.text))\(hidden("back", "finding"))
      \(Fields().text("note", "Note", "", .init(
        help: "Optional; other chairs read it.", limitCharacters: JudgementRules.noteLimitCharacters, rows: 3)))
      <p class="actions"><button name="verdict" value="confirmed">Confirm</button>
      <button class="quiet" name="verdict" value="dismissed">Dismiss</button>
      \(when(offersRejection) { """
        <a class="button quiet danger" href="\(rejectLink)">Reject the paper without review …</a>
        """ })</p>
      """ })
    """
  }

  private var caseLink: Link { "/chair/integrity?finding=\(queued.id)#open" }

  private var rejectLink: Link { "/chair/submissions/\(queued.submission)?reject=\(queued.id)#decision" }

  private func said(_ layout: Layout) -> HTML {
    """
    <ol class="history">\(each(history.reversed()) { judgement in
      """
      <li>\(layout.brief(judgement.at)) <span>\(judgement.verdict.label) <span class="soft">by \(judgement.by)</span>
      \(when(!judgement.note.isEmpty) { prose(judgement.note) })</span></li>
      """
    })</ol>
    """
  }

  private func sharedPart(_ shared: SharedText) -> HTML {
    part("shared", "Side by side") {
      """
      <p>The other paper is \(with(shared.conference) { "of \($0): " })\(otherPaper(shared)).</p>
      \(each(shared.remarks) { "<p class=\"notice warning\">\($0)</p>" })
      \(shared.passages.isEmpty ? nothing("The passages can't be shown.") : each(shared.passages, passage))
      """
    }
  }

  private func otherPaper(_ shared: SharedText) -> HTML {
    guard let other = shared.other, let number = shared.number else { return "the imported <code>\(shared.title)</code>" }
    let name: HTML = "<span class=\"number\">\(number)</span> \(shared.title)"
    return shared.conference == nil ? "<a href=\"\(Link.chairSubmission(other))\">\(name)</a>" : name
  }

  private func passage(_ passage: Passage) -> HTML {
    """
    <div class="compare card"><h3>\(count(passage.words, "word"))</h3>
    <div><h4>This paper\(with(passage.herePage) { ", page \($0)" })</h4><p class="quoted">\(passage.here)</p></div>
    <div><h4>The other paper\(with(passage.therePage) { ", page \($0)" })</h4><p class="quoted">\(passage.there)</p></div></div>
    """
  }
}
