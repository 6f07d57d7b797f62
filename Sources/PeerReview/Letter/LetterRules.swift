/// A letter that chairs write once and send to many. A noun to hang ids on.
public enum LetterDraft {}

/// To whom chairs may write.
public enum LetterAudience: String, Hashable, CaseIterable, Sendable {
  /// Who holds the office.
  case reviewers, chairs
  /// Of the papers a search finds.
  case contacts, authors
  /// Who reviews them; only those whose review is missing.
  case assigned, late

  public var label: String {
    switch self {
    case .reviewers: "all reviewers"
    case .chairs: "all chairs"
    case .contacts: "contact authors of the papers found"
    case .authors: "all authors of the papers found"
    case .assigned: "reviewers of the papers found"
    case .late: "reviewers of the papers found whose review is missing"
    }
  }

  /// Whether there is a letter for each of a person's papers, and not one for each person.
  public var isAboutPapers: Bool { self != .reviewers && self != .chairs }

  public var areAuthors: Bool { self == .contacts || self == .authors }

  /// What may be filled in.
  public var fields: [String] {
    let general = ["name", "email", "conference", "site", "contact"]
    if !isAboutPapers { return general }
    return general + ["number", "title", "track", "link"] + (areAuthors ? ["decision"] : ["due"])
  }

  /// What whoever writes to them has to be allowed to know, beside the papers.
  public var needs: [Secret] {
    switch self {
    case .reviewers, .chairs: []
    case .contacts, .authors: [.authors]
    case .assigned, .late: [.assignments, .reviewerIdentity]
    }
  }
}

/// Letters of the chairs' own.
public enum LetterRules {
  public static let subjectLimit = 200
  public static let bodyLimit = 20_000
  /// More than a conference has people; a search that finds more is a mistake.
  public static let recipientsLimit = 50_000

  /// What an author or reviewer may know of every paper before decisions are released. A search for anything else would tell by who
  /// gets the letter (C12).
  static let openNames: Set<String> = ["title", "abstract", "keyword", "topic", "track", "status", "author"]

  /// Reads subject and body. Refuses `invalid` with every problem: empty, too long, or fields there are none of.
  public static func read(
    subject: String, body: String, audience: LetterAudience
  ) throws(Refusal) -> (subject: LetterTemplate, body: LetterTemplate) {
    var problems: [FieldProblem] = []
    if Words.isBlank(subject) { problems.append(FieldProblem("subject", "Give the letter a subject.")) }
    if subject.count > subjectLimit {
      problems.append(FieldProblem("subject", "A subject has at most \(subjectLimit) characters."))
    }
    if Words.isBlank(body) { problems.append(FieldProblem("body", "Write the letter.")) }
    if body.count > bodyLimit { problems.append(FieldProblem("body", "A letter has at most \(bodyLimit) characters.")) }
    if !problems.isEmpty { throw .invalid(problems) }
    return (
      try LetterTemplate(subject, fields: audience.fields, name: "subject"),
      try LetterTemplate(body, fields: audience.fields, name: "body")
    )
  }

  /// Refuses `invalid` when the search asks about what its recipients may not know yet.
  public static func search(_ names: Set<String>, audience: LetterAudience, releasedAt: Instant?) throws(Refusal) {
    guard audience.isAboutPapers, releasedAt == nil, let secret = names.subtracting(openNames).min() else { return }
    throw .invalid([
      FieldProblem(
        "q",
        "Who gets this letter would tell authors and reviewers of “\(secret)” before decisions are released. Search by "
          + "\(openNames.sorted().joined(separator: ", ")) until then.")
    ])
  }
}
