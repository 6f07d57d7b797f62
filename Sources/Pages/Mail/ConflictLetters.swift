public import PeerReview

/// Tells a paper's contacts what the chairs ask or decided about its declared conflicts.
public struct DeclarationLetter: Letter {
  public let head: Letterhead
  public let name: String
  public let number: SubmissionNumber
  public let title: String
  public let kind: DeclarationWordKind
  public let text: String
  public let removed: [String]
  public let path: String
  public init(
    head: Letterhead, name: String, number: SubmissionNumber, title: String, kind: DeclarationWordKind, text: String,
    removed: [String], path: String
  ) {
    self.head = head
    self.name = name
    self.number = number
    self.title = title
    self.kind = kind
    self.text = text
    self.removed = removed
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .declaredConflicts]

  public var subject: String {
    head.subject("\(kind == .question ? "A question about" : "Decided:") the declared conflicts of \(paper(number, title))")
  }

  private var opening: String {
    switch kind {
    case .removed:
      "These declared conflicts of \(paper(number, title)) do not stand any more: "
        + removed.map(oneLine).joined(separator: ", ") + "."
    case .question: "The chairs ask about the conflicts of interest declared for \(paper(number, title)):"
    case .answer, .kept, .dismissed: "The conflicts of interest declared for \(paper(number, title)) stand as they are."
    }
  }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      [
        opening, text,
        "\(kind == .question ? "Please answer" : "If you disagree, say so") here:\n\(head.address(path))",
      ])
  }
}

/// Tells chairs what a paper's authors answered about its declared conflicts.
public struct DeclarationAnswerLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let text: String
  public let path: String
  public init(head: Letterhead, number: SubmissionNumber, title: String, text: String, path: String) {
    self.head = head
    self.number = number
    self.title = title
    self.text = text
    self.path = path
  }

  public static let tells: Set<Secret> = [.submission, .authors, .declaredConflicts, .committeeConflicts]

  public var subject: String { head.subject("Answer about the declared conflicts of \(paper(number, title))") }

  public var body: String {
    compose(
      head, greeting: "Dear chair,",
      [
        "The authors of \(paper(number, title)) answer about the conflicts they declared:", text,
        "Decide here:\n\(head.address(path))",
      ])
  }
}
