public import PeerReview

/// Tells chairs that a reviewer handed a paper back.
public struct RecusalLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let reviewer: String
  public let reason: String
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, reviewer: String, reason: String, path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.reviewer = reviewer
    self.reason = reason
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerIdentity]

  public var subject: String { head.subject("A reviewer handed back \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear chair,",
      [
        "\(oneLine(reviewer)) handed back \(paper(number, title)), with this reason:",
        wrapped(reason, indent: "  "),
        "The paper has one reviewer less. Assign another one here:\n\(head.address(path))",
      ])
  }
}

/// Tells chairs that a reviewer found a conflict of interest with a paper they had to review.
public struct ConflictDeclaredLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let reviewer: String
  /// The conflict kind's label.
  public let kind: String
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, reviewer: String, kind: String, path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.reviewer = reviewer
    self.kind = kind
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .committeeConflicts, .reviewerIdentity]

  public var subject: String { head.subject("Conflict of interest: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear chair,",
      [
        "\(oneLine(reviewer)) declared a conflict of interest with \(paper(number, title)): \(oneLine(kind))",
        "Their assignment ended with it. Assign another reviewer here:\n\(head.address(path))",
      ])
  }
}
