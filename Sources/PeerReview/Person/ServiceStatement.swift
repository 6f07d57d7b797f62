/// What a conference attests of somebody's service, in words that are signed. It names no paper, and tells the number of
/// reviews only as a bound.
public struct ServiceStatement: Hashable, Sendable {
  public let call: Call
  public let name: String
  public let role: Role
  /// At least so many reviews or evaluations; nil for offices that write none.
  public let atLeast: Int?
  public let issuedAt: Instant

  public init(call: Call, name: String, role: Role, atLeast: Int?, issuedAt: Instant) {
    self.call = call
    self.name = name
    self.role = role
    self.atLeast = atLeast
    self.issuedAt = issuedAt
  }

  /// The year of the conference's first day; where the call doesn't say it, of the notification.
  public var year: Int {
    Zone.utc.civilTime(at: call.proceedings?.starts ?? call.calendar.notification).year
  }

  /// The signed text: a line each, UTF-8, each with a line feed at its end. What people gave is on one line.
  public var text: String {
    var lines = [
      "Lectern statement of service, version 1", "Conference: \(Self.line(call.fullName)) (\(Self.line(call.name)))",
      "Year: \(year)", "Name: \(Self.line(name))", "Office: \(role.title)",
    ]
    if let atLeast { lines.append("\(role == .evaluator ? "Evaluations" : "Reviews") written: at least \(atLeast)") }
    lines.append("Issued on: \(issuedAt.iso8601.prefix(10))")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Without line breaks, control and invisible characters, so that nobody's name looks like another line.
  private static func line(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: " "
      default: Character(scalar)
      }
    }
    return String(shown).split(separator: " ").joined(separator: " ")
  }
}

/// When somebody gets a statement of service.
public enum ServiceRules {
  /// Numbers are told as the greatest of these that they reach: an exact one would be a fingerprint.
  public static let bounds = [1, 3, 5, 10]

  /// Nil below the least bound.
  public static func atLeast(_ written: Int) -> Int? { bounds.last { $0 <= written } }

  /// What is known of somebody's service in an office.
  public struct Facts: Hashable, Sendable {
    public let role: Role
    public let holdsOffice: Bool
    /// Reviews submitted or evaluations handed in; nothing else counts as done.
    public let written: Int
    public let hasName: Bool
    public let decisionsReleasedAt: Instant?
    public let badgesReleasedAt: Instant?

    public init(
      role: Role, holdsOffice: Bool, written: Int, hasName: Bool, decisionsReleasedAt: Instant?, badgesReleasedAt: Instant?
    ) {
      self.role = role
      self.holdsOffice = holdsOffice
      self.written = written
      self.hasName = hasName
      self.decisionsReleasedAt = decisionsReleasedAt
      self.badgesReleasedAt = badgesReleasedAt
    }
  }

  /// The bound that is told; nil for offices that write nothing. Refuses as not found whoever neither holds the office nor
  /// did anything in it, and `invalid` with the way out before the work is over, without work, and without a name.
  public static func issue(_ facts: Facts) throws(Refusal) -> Int? {
    guard facts.holdsOffice || facts.written > 0 else { throw .notFound }
    let isOfArtifacts = Role.ofArtifacts.contains(facts.role)
    if isOfArtifacts, facts.badgesReleasedAt == nil {
      throw .invalid([FieldProblem("office", "The statement can be had once badges are released.")])
    }
    if facts.decisionsReleasedAt == nil {
      throw .invalid([FieldProblem("office", "The statement can be had once decisions are released.")])
    }
    let bound = atLeast(facts.written)
    if facts.role.writes, bound == nil {
      let work = isOfArtifacts ? "evaluation of yours was handed in" : "review of yours was submitted"
      throw .invalid([FieldProblem("office", "There is nothing to attest: no \(work).")])
    }
    if !facts.hasName { throw .invalid([FieldProblem("office", "Give your name under “About you” first: it is attested.")]) }
    return facts.role.writes ? bound : nil
  }
}

extension Role {
  /// Whether those who hold it write reviews or evaluations.
  public var writes: Bool {
    switch self {
    case .reviewer, .metareviewer, .evaluator: true
    case .chair, .trackChair, .artifactChair, .publicationChair: false
    }
  }
}
