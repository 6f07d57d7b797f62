public import PeerReview

/// Asks somebody from outside to write a review for its reviewer.
public struct DelegationAskedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let reviewer: String
  /// The reviewer's own words; may be empty.
  public let message: String
  public let title: String
  public let due: Instant
  public let path: String
  public let expiresAt: Instant
  public init(
    head: Letterhead, name: String, reviewer: String, message: String, title: String, due: Instant, path: String,
    expiresAt: Instant
  ) {
    self.head = head
    self.name = name
    self.reviewer = reviewer
    self.message = message
    self.title = title
    self.due = due
    self.path = path
    self.expiresAt = expiresAt
  }

  public static let tells: Set<Secret> = [.submission]

  public var subject: String { head.subject("\(oneLine(reviewer)) asks you to write a review") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "\(oneLine(reviewer)) reviews a paper for \(head.conference) and asks whether you would write the review: "
          + "“\(oneLine(title))”",
        message,
        "Reviews are due \(told(due)). Please accept or decline here:\n\(head.address(path))",
        "If you wrote the paper, or have a conflict of interest with whoever may have written it, decline. Keep to yourself what you "
          + "read here, and who asked you.",
        "The link holds until \(told(expiresAt)).",
      ])
  }
}

/// Tells whoever accepted where the paper and the form are.
public struct DelegationBegunLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let title: String
  public let due: Instant
  public let path: String
  public init(head: Letterhead, name: String, title: String, due: Instant, path: String) {
    self.head = head
    self.name = name
    self.title = title
    self.due = due
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("Where you write your review") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "Thank you for writing a review of “\(oneLine(title))”. The paper and the form are here:\n\(head.address(path))",
        "The review is due \(told(due)). Whoever asked you reads it, may change it, and answers for it.",
      ])
  }
}

/// Tells the reviewer how somebody or a chair answered, or that a draft is ready.
public struct DelegationNewsLetter: Letter {
  public enum News: Hashable, Sendable {
    case accepted, declined, returned, handedOver
    /// By a chair; why is not said.
    case approved, refused
  }
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  /// Who was asked.
  public let writer: String
  public let news: News
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, writer: String, news: News, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.writer = writer
    self.news = news
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("Your review of \(paper(number, title)): \(words)") }

  private var words: String {
    switch news {
    case .accepted: "they accepted"
    case .declined: "they declined"
    case .returned: "they gave it back"
    case .handedOver: "a draft is ready"
    case .approved: "the chairs agreed"
    case .refused: "the chairs did not agree"
    }
  }

  public var body: String {
    let who = oneLine(writer)
    let told =
      switch news {
      case .accepted: "\(who) accepted to write the review of \(paper(number, title)) for you."
      case .declined: "\(who) declined to write the review of \(paper(number, title)) for you."
      case .returned: "\(who) can't go on with the review of \(paper(number, title)). What was written stays with you."
      case .handedOver:
        "\(who) has written the review of \(paper(number, title)). Read it, change what you would say otherwise, and submit it: "
          + "it is yours, and you answer for it."
      case .approved: "The chairs agree that \(who) writes the review of \(paper(number, title)) for you."
      case .refused: "The chairs don't want \(who) to write the review of \(paper(number, title)) for you."
      }
    return compose(head, greeting: "Dear \(oneLine(name)),", [told, "Everything about it is here:\n\(head.address(path))"])
  }
}

/// Tells somebody that the review isn't needed any more. It names no paper: they may not know of it by now.
public struct DelegationEndedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public init(head: Letterhead, name: String) {
    self.head = head
    self.name = name
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("No review needed any more") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      ["The review you were asked to write for a reviewer of \(head.conference) isn't needed any more. Thank you."])
  }
}
