public import PeerReview

/// A finding as chairs judge it.
public struct QueuedFinding: Sendable {
  public let id: ID<ScreeningFinding>
  public let finding: Finding
  public let submission: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public let judgement: Judgement?
  public init(
    id: ID<ScreeningFinding>, finding: Finding, submission: ID<Submission>, number: SubmissionNumber, title: String,
    judgement: Judgement?
  ) {
    self.id = id
    self.finding = finding
    self.submission = submission
    self.number = number
    self.title = title
    self.judgement = judgement
  }

  /// What a chair said of it.
  public struct Judgement: Hashable, Sendable {
    public let verdict: FindingVerdict
    public let note: String
    public let by: String
    public let at: Instant
    public init(verdict: FindingVerdict, note: String, by: String, at: Instant) {
      self.verdict = verdict
      self.note = note
      self.by = by
      self.at = at
    }
  }
}

extension QueuedFinding {
  var link: Link { "/chair/screening/\(id)" }

  var paperLine: HTML {
    """
    <p class="over"><a href="\(Link.chairSubmission(submission))"><span class="number">\(number)</span>
    \(title.isEmpty ? "No title yet" : title)</a></p>
    """
  }

  func judged(in layout: Layout) -> HTML {
    with(judgement) { judgement in
      """
      <p><span class="\(judgement.verdict == .confirmed ? "badge bad" : "badge good")">\(judgement.verdict.label)</span>
      <span class="soft">by \(judgement.by), \(layout.brief(judgement.at))</span></p>
      \(when(!judgement.note.isEmpty) { "<div class=\"quoted\">\(prose(judgement.note))</div>" })
      """
    }
  }
}
