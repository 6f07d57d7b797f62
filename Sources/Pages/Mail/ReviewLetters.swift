public import PeerReview

/// Tells a reviewer which papers are theirs.
public struct ReviewAssignedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let papers: [Paper]
  public let due: Instant
  public init(head: Letterhead, name: String, papers: [Paper], due: Instant) {
    self.head = head
    self.name = name
    self.papers = papers
    self.due = due
  }

  public struct Paper: Hashable, Sendable {
    public let number: SubmissionNumber
    public let title: String
    public let path: String
    public init(number: SubmissionNumber, title: String, path: String) {
      self.number = number
      self.title = title
      self.path = path
    }
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("\(count(papers.count, "paper")) to review") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "Thank you for reviewing for \(head.conference). These papers are yours:",
        papers.map { "\(paper($0.number, $0.title))\n\(head.address($0.path))" }.joined(separator: "\n"),
        "Reviews are due \(told(due)).",
        "If you know or guess an author and that is a conflict, hand the paper back on its page without reading on.",
      ])
  }
}

/// Reminds a reviewer of one review that is not in.
public struct ReviewReminderLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let due: Instant
  public let isLate: Bool
  /// A chair's own; may be empty.
  public let message: String
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, due: Instant, isLate: Bool, message: String,
    path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.due = due
    self.isLate = isLate
    self.message = message
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("Your review of \(paper(number, title)) is \(isLate ? "late" : "due")") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "Your review of \(paper(number, title)) \(isLate ? "was" : "is") due \(told(due)) and is not in yet:\n\(head.address(path))",
        message,
        "If you can't write it, hand the paper back on its page, so that the chairs can ask somebody else.",
      ])
  }
}

/// The receipt for a submitted review.
public struct ReviewReceivedLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let version: Int
  public let submittedAt: Instant
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, version: Int, submittedAt: Instant, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.version = version
    self.submittedAt = submittedAt
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission]

  public var subject: String { head.subject("Review received: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear reviewer,",
      [
        "Version \(version) of your review of \(paper(number, title)) is in since \(told(submittedAt)). Thank you.",
        "The other reviews and the discussion are open to you now:\n\(head.address(path))",
      ])
  }
}

/// Tells authors that reviews can be read and until when they may answer.
public struct ReviewsAvailableLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let reviews: Int
  public let due: Instant
  public let limitWords: Int
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, reviews: Int, due: Instant, limitWords: Int, path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.reviews = reviews
    self.due = due
    self.limitWords = limitWords
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviews]

  public var subject: String { head.subject("Reviews available: \(paper(number, title))") }

  public var body: String {
    compose(
      head,
      [
        "\(count(reviews, "review")) of \(paper(number, title)) can be read here:\n\(head.address(path))",
        "You may answer once, in at most \(limitWords) words, until \(told(due)). An answer is welcome, not required.",
      ])
  }
}

/// Tells reviewers and chairs that the authors have answered.
public struct ResponseReceivedLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .response]

  public var subject: String { head.subject("The authors answered: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Hello,",
      [
        "The authors of \(paper(number, title)) answered the reviews. Please read the answer and revise your review "
          + "where it changes your view:\n\(head.address(path))"
      ])
  }
}

/// Tells participants that the discussion went on, and whether a comment writes to them; what it says, and who wrote it, stays on the
/// server.
public struct DiscussionCommentLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let isMention: Bool
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, isMention: Bool = false, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.isMention = isMention
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .discussion]

  public var subject: String {
    head.subject(
      isMention ? "A comment on \(paper(number, title)) writes to you" : "New comment on \(paper(number, title))")
  }

  public var body: String {
    let news =
      isMention
      ? "In the discussion of \(paper(number, title)) a new comment writes to you."
      : "The discussion of \(paper(number, title)) has a new comment."
    return compose(head, greeting: "Hello,", ["\(news) Read it here:\n\(head.address(path))"])
  }
}

/// Tells a reviewer that the chairs named them to lead the discussion.
public struct DiscussionLeadLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let path: String
  public init(head: Letterhead, name: String, number: SubmissionNumber, title: String, path: String) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .reviewerCopy]

  public var subject: String { head.subject("You lead the discussion of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "The chairs ask you to lead the discussion of \(paper(number, title)): see to it that open questions are answered, and say at the "
          + "end what you all agree on.",
        "The discussion is on your review's page, once your own review is in:\n\(head.address(path))",
      ])
  }
}
