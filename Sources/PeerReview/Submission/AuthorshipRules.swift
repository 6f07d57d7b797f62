/// What someone who is listed on a paper says of being its author.
public enum AuthorshipRules {
  /// Authors who would stand on more submitted papers than the call takes of one. `others` tells on how many other papers an address
  /// stands that are submitted and not withdrawn. A contact learns by it that the limit is reached, and nothing else of them.
  public static func overLimit(_ authors: [Author], others: [String: Int], call: Call) -> [FieldProblem] {
    guard let limit = call.limits.submissionsPerAuthor else { return [] }
    return authors.compactMap { author in
      guard let standing = others[author.email], standing >= limit else { return nil }
      return FieldProblem(
        "authors",
        "\(called(author)) is an author of as many submitted papers as this call takes of one author, which is \(limit). One of them "
          + "has to be withdrawn first; ask the chairs if that is wrong.")
    }
  }

  /// What the call doesn't let become of a list of authors any more: once registration has closed, and as far as it says so. Who somebody
  /// is, is told by the address, or by the name where there is none; names and affiliations can still be put right.
  public static func frozen(_ standing: [Author], _ wanted: [Author], call: Call, at now: Instant) -> [FieldProblem] {
    guard let closed = call.calendar.registration, now >= closed, call.limits.lateAuthors != .free else { return [] }
    let (old, new) = (standing.map(identity), wanted.map(identity))
    let gone = zip(standing, old).filter { !new.contains($0.1) }.map { $0.0 }
    let added = zip(wanted, new).filter { !old.contains($0.1) }.map { $0.0 }
    var problems = gone.map { "\(called($0)) can't be taken out" } + added.map { "\(called($0)) can't be added" }
    if problems.isEmpty && call.limits.lateAuthors == .fixed && old != new { problems = ["Their order can't change"] }
    return problems.map {
      FieldProblem(
        "authors", "\($0): the authors of a paper stand since registration closed, \(closed.utc). Ask the chairs if it is wrong.")
    }
  }

  private static func identity(_ author: Author) -> String {
    author.email.isEmpty ? author.name.lowercased() : author.email
  }

  private static func called(_ author: Author) -> String { author.name.isEmpty ? author.email : author.name }

  /// What a paper lacks of authors who serve as reviewers; empty where the call asks for none, enough are named, or the authors said
  /// why nobody can and the call takes that.
  public static func reciprocalMissing(_ authors: [Author], exemption: String, call: Call) -> [FieldProblem] {
    guard let policy = call.reciprocal, authors.count(where: \.serves) < policy.reviewers else { return [] }
    if policy.takesReasons && !Words.isBlank(exemption) { return [] }
    let named =
      policy.reviewers == 1 ? "an author who serves as a reviewer" : "\(policy.reviewers) authors who serve as reviewers"
    return [
      FieldProblem(
        "authors", "Name \(named)\(policy.takesReasons ? ", or say why nobody of you can" : "").")
    ]
  }

  public static let exemptionCharacters = 2_000

  /// What can't be stored even in a draft.
  static func reciprocalProblems(_ authors: [Author], exemption: String, call: Call) -> [FieldProblem] {
    if call.reciprocal == nil && authors.contains(where: \.serves) {
      return [FieldProblem("authors", "This call does not ask authors to serve as reviewers.")]
    }
    if call.reciprocal?.takesReasons != true && !exemption.isEmpty {
      return [FieldProblem("exemption", "This call takes no reasons for not serving.")]
    }
    if exemption.count > exemptionCharacters {
      return [FieldProblem("exemption", "Say it in at most \(exemptionCharacters) characters.")]
    }
    return []
  }

  public static let noteCharacters = 2_000

  /// Confirming, or saying that one is no author: for oneself, until decisions are released. Another answer may follow.
  public static func answer(note: String, releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if note.count > noteCharacters {
      throw .invalid([FieldProblem("note", "The note has more than \(noteCharacters) characters. Shorten it.")])
    }
  }
}
