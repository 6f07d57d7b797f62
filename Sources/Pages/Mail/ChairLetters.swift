public import PeerReview

/// Tells authors what the chairs answered to an exception they claimed.
public struct ExceptionAnsweredLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  /// The exception in the call's words.
  public let exception: String
  public let approved: Bool
  /// The chairs' words; may be empty.
  public let reason: String
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, exception: String, approved: Bool, reason: String,
    path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.exception = exception
    self.approved = approved
    self.reason = reason
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .declarations]

  public var subject: String {
    head.subject("Exception \(approved ? "approved" : "not approved"): \(paper(number, title))")
  }

  public var body: String {
    compose(
      head,
      [
        "For \(paper(number, title)) you claimed this exception:",
        wrapped(exception, indent: "  "),
        approved ? "The chairs approved it." : "The chairs did not approve it.",
        reason,
        head.address(path),
      ])
  }
}

/// Tells a reviewer that a paper is not theirs to review any more, without saying why.
public struct ReviewNotNeededLetter: Letter {
  public let head: Letterhead
  public let name: String
  /// Nil for someone who must not know of the paper any more.
  public let number: SubmissionNumber?
  public let title: String
  public init(head: Letterhead, name: String, number: SubmissionNumber?, title: String) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
  }

  public static let tells: Set<Secret> = [.submission]

  public var subject: String { head.subject(number.map { "No review needed: \(paper($0, title))" } ?? "One review less") }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Dear reviewer," : "Dear \(oneLine(name)),",
      [
        number.map { "\(paper($0, title)) needs no review from you any more, and it has left your list." }
          ?? "A paper has left your list and needs no review from you any more.",
        "Thank you for what you did for it. Please delete your copies of the paper and keep what you read confidential.",
      ])
  }
}

/// Tells authors and reviewers that a paper rejected without review is back in the process.
public struct ReinstatedLetter: Letter {
  public let head: Letterhead
  public let greeting: String
  public let number: SubmissionNumber
  public let title: String
  public let path: String
  public init(head: Letterhead, greeting: String, number: SubmissionNumber, title: String, path: String) {
    self.head = head
    self.greeting = greeting
    self.number = number
    self.title = title
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission]

  public var subject: String { head.subject("Back in the process: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting,
      [
        "The chairs returned \(paper(number, title)) to the process. It will be reviewed like every other paper.",
        head.address(path),
      ])
  }
}

/// Tells the other chairs that one of them lifted the blindness of the call for a reviewer.
public struct OpenedLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let openedBy: String
  public let reviewer: String
  /// As in "opened the authors to".
  public let what: String
  public let reason: String
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, openedBy: String, reviewer: String, what: String,
    reason: String, path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.openedBy = openedBy
    self.reviewer = reviewer
    self.what = what
    self.reason = reason
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerIdentity]

  public var subject: String { head.subject("Opened to a reviewer: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear chair,",
      [
        "\(oneLine(openedBy)) opened \(what) of \(paper(number, title)) to \(oneLine(reviewer)), with this reason:",
        wrapped(reason, indent: "  "),
        head.address(path),
      ])
  }
}
