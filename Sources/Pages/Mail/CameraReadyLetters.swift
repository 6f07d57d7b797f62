public import PeerReview

/// What a final version still lacks and by when; also when a chair gave more time.
public struct FinalReminderLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let missing: [String]
  public let due: Instant?
  public let isExtended: Bool
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, missing: [String], due: Instant?,
    isExtended: Bool = false, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.missing = missing
    self.due = due
    self.isExtended = isExtended
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .decision, .finalVersion]

  public var subject: String {
    head.subject("\(isExtended ? "More time for" : "Please complete") the final version of \(paper(number, title))")
  }

  public var body: String {
    let list = missing.map { wrapped("- \(oneLine($0))") }.joined(separator: "\n")
    return compose(
      head, greeting: greeting(name),
      [
        isExtended
          ? "The chairs gave you more time for the final version of \(paper(number, title))."
          : "The final version of \(paper(number, title)) is not complete yet.",
        due.map { "It is due \(told($0))." },
        missing.isEmpty ? nil : "What is missing:\n\(list)",
        "The form is at\n\(head.address(path))",
      ])
  }
}

/// A chair's word on what authors changed after acceptance.
public struct ChangesJudgedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let approved: Bool
  public let note: String
  public let due: Instant?
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, approved: Bool, note: String, due: Instant?,
    path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.approved = approved
    self.note = note
    self.due = due
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .decision, .finalVersion]

  public var subject: String { head.subject("Changes \(approved ? "approved" : "refused"): \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "A chair \(approved ? "approved" : "refused") what you changed in \(paper(number, title)) since it was accepted.",
        note.isEmpty ? nil : wrapped(note, indent: "  "),
        approved ? nil : due.map { "Please change the form until \(told($0))." },
        "The form is at\n\(head.address(path))",
      ])
  }
}

/// Asks a reviewer to shepherd an accepted paper.
public struct ShepherdAppointedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  /// What the authors were asked for with the decision.
  public let note: String
  public let due: Instant?
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, note: String, due: Instant?, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.note = note
    self.due = due
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .decision]

  public var subject: String { head.subject("You shepherd \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "\(paper(number, title)), which you reviewed, is accepted on the condition that a shepherd is satisfied with its final "
          + "version. The chairs ask you to be the shepherd. The authors learn your name, and you learn theirs.",
        note.isEmpty ? nil : "What the authors were asked for:\n" + wrapped(note, indent: "  "),
        due.map { "The final version is due \(told($0))." },
        "You find it, and sign it off, at\n\(head.address(path))",
      ])
  }
}

/// Tells authors who shepherds their paper.
public struct ShepherdNamedLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let shepherd: String
  public let due: Instant?
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, shepherd: String, due: Instant?, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.shepherd = shepherd
    self.due = due
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .decision, .finalVersion]

  public var subject: String { head.subject("Your shepherd: \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        "\(oneLine(shepherd)) shepherds \(paper(number, title)) and signs off its final version.",
        due.map { "Upload it in time for changes: it is due \(told($0))." },
        "The form is at\n\(head.address(path))",
      ])
  }
}

/// What a shepherd says of a final version.
public struct ShepherdWordLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let shepherd: String
  public let isSatisfied: Bool
  public let note: String
  public let due: Instant?
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, shepherd: String, isSatisfied: Bool, note: String,
    due: Instant?, path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.shepherd = shepherd
    self.isSatisfied = isSatisfied
    self.note = note
    self.due = due
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .decision, .finalVersion]

  public var subject: String {
    head.subject("\(isSatisfied ? "Signed off" : "Your shepherd asks for changes"): \(paper(number, title))")
  }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        isSatisfied
          ? "\(oneLine(shepherd)) signed off the final version of \(paper(number, title)). A new final manuscript would have to be "
            + "signed off again."
          : "\(oneLine(shepherd)) asks for changes in \(paper(number, title)) before signing it off.",
        note.isEmpty ? nil : wrapped(note, indent: "  "),
        isSatisfied ? nil : due.map { "The final version is due \(told($0))." },
        "The form is at\n\(head.address(path))",
      ])
  }
}
