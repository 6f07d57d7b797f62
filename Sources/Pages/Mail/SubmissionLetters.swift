public import PeerReview

/// The receipt for a submitted paper: what the server holds, byte for byte.
public struct SubmissionReceivedLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let track: String
  public let version: Int
  public let submittedAt: Instant
  public let files: [File]
  public let closes: Instant
  public let path: String
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, track: String, version: Int, submittedAt: Instant,
    files: [File], closes: Instant, path: String
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.track = track
    self.version = version
    self.submittedAt = submittedAt
    self.files = files
    self.closes = closes
    self.path = path
  }

  public struct File: Hashable, Sendable {
    public let slot: FileSlot
    public let version: Int
    public let sizeBytes: Int64
    public let sha256: String
    public let uploadedAt: Instant
    public init(slot: FileSlot, version: Int, sizeBytes: Int64, sha256: String, uploadedAt: Instant) {
      self.slot = slot
      self.version = version
      self.sizeBytes = sizeBytes
      self.sha256 = sha256
      self.uploadedAt = uploadedAt
    }
  }

  public static let tells: Set<Secret> = [.submission, .originalFiles]

  public var subject: String { head.subject("Received: \(paper(number, title))") }

  public var body: String {
    let received = files.map { file in
      """
      \(file.slot.label), version \(file.version), \(file.sizeBytes) bytes, uploaded \(file.uploadedAt.utc)
      SHA-256 \(file.sha256)
      """
    }
    return compose(
      head,
      [
        "\(paper(number, title)) is submitted to the \(oneLine(track)) of \(head.conference).",
        "Submitted at \(told(submittedAt)), as version \(version) of the form.",
        received.isEmpty ? nil : "The server holds these files, byte for byte:\n" + received.joined(separator: "\n"),
        "You can change everything until \(told(closes)). What stands then goes to the reviewers.",
        head.address(path),
      ])
  }
}

/// The receipt for a withdrawal.
public struct SubmissionWithdrawnLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let withdrawnAt: Instant
  public let withdrawnBy: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, withdrawnAt: Instant, withdrawnBy: String) {
    self.head = head
    self.number = number
    self.title = title
    self.withdrawnAt = withdrawnAt
    self.withdrawnBy = withdrawnBy
  }

  public static let tells: Set<Secret> = [.submission, .authors]

  public var subject: String { head.subject("Withdrawn: \(paper(number, title))") }

  public var body: String {
    compose(
      head,
      [
        "\(oneLine(withdrawnBy)) withdrew \(paper(number, title)) at \(told(withdrawnAt)). It will not be reviewed further.",
        "If this is not what the authors want, write to the chairs at once.",
      ])
  }
}

/// Tells a paper's contacts that they have more time than others.
public struct SubmissionExtendedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let until: Instant
  public let isSubmitted: Bool
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, until: Instant, isSubmitted: Bool, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.until = until
    self.isSubmitted = isSubmitted
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .authors]

  public var subject: String { head.subject("More time for \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "The chairs give \(paper(number, title)) more time: you can change it until \(told(until)).\n\(head.address(path))",
        isSubmitted
          ? "It is submitted already; what you save takes the place of that." : "It is not submitted yet. Submit it by then.",
      ])
  }
}

/// Tells an author that a chair returned their withdrawn paper.
public struct WithdrawalUndoneLetter: Letter {
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

  public static let tells: Set<Secret> = [.submission, .authors]

  public var subject: String { head.subject("Not withdrawn any more: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "The chairs undid the withdrawal of \(paper(number, title)). It stands again where it stood before:\n\(head.address(path))",
        "If this is not what the authors want, write to the chairs at once.",
      ])
  }
}

/// Tells someone that a paper lists them as an author.
public struct CoauthorNoticeLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let listedBy: String
  public let path: String
  public init(head: Letterhead, name: String, number: SubmissionNumber, title: String, listedBy: String, path: String) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.listedBy = listedBy
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .authors]

  public var subject: String { head.subject("You are listed as an author of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Hello," : "Dear \(oneLine(name)),",
      [
        "\(oneLine(listedBy)) lists you as an author of \(paper(number, title)) at \(head.conference).",
        "Sign in with this address to read the submission and to add your conflicts of interest:\n\(head.address(path))",
        "Please confirm there that you are an author of this paper, or say that you are not.",
      ])
  }
}

/// Tells contacts and chairs that someone on the list says they are no author.
public struct AuthorshipDeniedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let author: String
  public let note: String
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, author: String, note: String, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.author = author
    self.note = note
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .authors]

  public var subject: String { head.subject("Not an author of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Hello," : "Dear \(oneLine(name)),",
      [
        "\(oneLine(author)) is listed on \(paper(number, title)) and says they are no author of it.", note,
        "The list stays as it is until the contacts change it:\n\(head.address(path))",
      ])
  }
}

/// A rejection without review, with its ground and the way to appeal.
public struct DeskRejectedLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let rejection: DeskRejectionPanel
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, rejection: DeskRejectionPanel, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.rejection = rejection
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .deskRejection]

  public var subject: String { head.subject("Rejected without review: \(paper(number, title))") }

  public var body: String {
    compose(
      head,
      [
        "The chairs of \(head.conference) rejected \(paper(number, title)) without review, on this ground:",
        wrapped(rejection.ground, indent: "  "),
        rejection.explanation,
        rejection.isAppealable ? "If you think this is a mistake, write to \(rejection.contactEmail) and say why." : nil,
        head.address(path),
      ])
  }
}
