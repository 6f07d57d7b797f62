/// What someone who is listed on a paper says of being its author.
public enum AuthorshipRules {
  public static let noteCharacters = 2_000

  /// Confirming, or saying that one is no author: for oneself, until decisions are released. Another answer may follow.
  public static func answer(note: String, releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if note.count > noteCharacters {
      throw .invalid([FieldProblem("note", "The note has more than \(noteCharacters) characters. Shorten it.")])
    }
  }
}
