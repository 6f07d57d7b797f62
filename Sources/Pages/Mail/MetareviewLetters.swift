public import PeerReview

/// Tells a metareviewer whose discussions are theirs.
public struct MetareviewAssignedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let papers: [ReviewAssignedLetter.Paper]
  /// From when the reviews can be read.
  public let opens: Instant
  public let due: Instant
  public init(head: Letterhead, name: String, papers: [ReviewAssignedLetter.Paper], opens: Instant, due: Instant) {
    self.head = head
    self.name = name
    self.papers = papers
    self.opens = opens
    self.due = due
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("\(count(papers.count, "discussion")) to lead") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "Thank you for serving as a metareviewer of \(head.conference). You lead the discussion of these papers:",
        papers.map { "\(paper($0.number, $0.title))\n\(head.address($0.path))" }.joined(separator: "\n"),
        "You read their reviews from \(told(opens)). Meta-reviews are due \(told(due)).",
        "If you know or guess an author and that is a conflict, hand the paper back on its page without reading on.",
      ])
  }
}

/// Tells a metareviewer that a paper is not theirs any more; why is not said.
public struct MetareviewNotNeededLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public init(head: Letterhead, name: String, number: SubmissionNumber, title: String) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
  }

  public static let tells: Set<Secret> = [.submission]

  public var subject: String { head.subject("No meta-review needed: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      ["You need not write a meta-review of \(paper(number, title)). It is not on your list any more. Thank you."])
  }
}

/// Tells chairs that a paper lost its metareviewer.
public struct MetareviewerLeftLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let metareviewer: String
  /// In their own words, or `conflict`.
  public let reason: String
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, metareviewer: String, reason: String, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.metareviewer = metareviewer
    self.reason = reason
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .committeeConflicts, .reviewerIdentity]

  public var subject: String { head.subject("Nobody leads the discussion of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear chair,",
      [
        "\(oneLine(metareviewer)) leads the discussion of \(paper(number, title)) no more, with this reason:",
        wrapped(reason, indent: "  "),
        "Choose another metareviewer here:\n\(head.address(path))",
      ])
  }
}
