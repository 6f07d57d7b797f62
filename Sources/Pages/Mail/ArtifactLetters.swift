public import PeerReview

/// A letter about an artifact. It tells nothing of a paper's review.
public protocol ArtifactLetter: Letter {
  /// What of an artifact the letter lets its reader know. It is queued only for readers who may know all of it.
  static var tellsOfArtifact: Set<ArtifactSecret> { get }
}

extension ArtifactLetter {
  public static var tells: Set<Secret> { [] }
}

/// The receipt of a registration.
public struct ArtifactRegisteredLetter: ArtifactLetter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let due: Instant
  public let path: String
  public init(head: Letterhead, name: String, number: SubmissionNumber, title: String, due: Instant, path: String) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.due = due
    self.path = path
  }

  public static let tellsOfArtifact: Set<ArtifactSecret> = [.artifact]

  public var subject: String { head.subject("Artifact registered: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "An artifact of \(paper(number, title)) is registered. It is evaluated as it stands when it is due, if nothing is missing "
          + "then: \(told(due)).",
        "The form is at\n\(head.address(path))",
      ])
  }
}

/// Gives an artifact to an evaluator.
public struct ArtifactAssignedLetter: ArtifactLetter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  /// Such as "Evaluator B", as authors know the reader.
  public let letter: String
  public let calendar: ArtifactCalendar
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, letter: String, calendar: ArtifactCalendar,
    path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.letter = letter
    self.calendar = calendar
    self.path = path
  }

  public static let tellsOfArtifact: Set<ArtifactSecret> = [.artifact, .files]

  public var subject: String { head.subject("An artifact for you to evaluate: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name.isEmpty ? "evaluator" : name)),",
      [
        "Please evaluate the artifact of \(paper(number, title)). Its authors know you as \(letter) and never learn your name.",
        "Your kick-the-tires report is due \(told(calendar.kickTheTires)), your evaluation \(told(calendar.evaluation)).",
        "You find paper and artifact at\n\(head.address(path))",
        "If you are in conflict with it, say so there, and it goes to somebody else.",
      ])
  }
}

/// What an evaluator reported, to the authors.
public struct ArtifactReportLetter: ArtifactLetter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let letter: String
  public let outcome: KickTheTires
  public let text: String
  public let due: Instant
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, letter: String, outcome: KickTheTires, text: String,
    due: Instant, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.letter = letter
    self.outcome = outcome
    self.text = text
    self.due = due
    self.path = path
  }

  public static let tellsOfArtifact: Set<ArtifactSecret> = [.dialogue]

  public var subject: String { head.subject("Kick-the-tires report: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "\(letter) reports on the artifact of \(paper(number, title)): \(outcome.label.lowercased()).",
        text.isEmpty ? nil : wrapped(text, indent: "  "),
        outcome == .works ? nil : "You can answer until \(told(due)).",
        "The artifact's page is at\n\(head.address(path))",
      ])
  }
}

/// A message of the dialogue, to the other side and to the other evaluators.
public struct ArtifactMessageLetter: ArtifactLetter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  /// An author by name, or an evaluator by letter.
  public let from: String
  public let text: String
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, from: String, text: String, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.from = from
    self.text = text
    self.path = path
  }

  public static let tellsOfArtifact: Set<ArtifactSecret> = [.dialogue]

  public var subject: String { head.subject("A message about the artifact of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Dear colleague," : "Dear \(oneLine(name)),",
      [
        "\(oneLine(from)) writes about the artifact of \(paper(number, title)):", wrapped(text, indent: "  "),
        "Answer at\n\(head.address(path))",
      ])
  }
}

/// What became of the badges requested.
public struct BadgesLetter: ArtifactLetter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let outcomes: [BadgeOutcome]
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, outcomes: [BadgeOutcome], path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.outcomes = outcomes
    self.path = path
  }

  public static let tellsOfArtifact: Set<ArtifactSecret> = [.badges, .evaluations]

  public var subject: String { head.subject("Badges for \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      ["The evaluation of the artifact of \(paper(number, title)) is over."]
        + outcomes.map { outcome in
          let note = outcome.note.isEmpty ? "" : "\n" + wrapped(outcome.note, indent: "  ")
          return "\(oneLine(outcome.label)): \(outcome.isAwarded ? "awarded" : "not awarded")\(note)"
        } + ["What the evaluators found is at\n\(head.address(path))"])
  }
}
