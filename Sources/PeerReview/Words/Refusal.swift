/// Why Lectern declines an act it understood. Everything that isn't a `Refusal` is a fault: logged, never detailed.
///
/// One map turns refusals into HTTP answers (`Web`), one into exit codes (`lectern`).
public enum Refusal: Error, Hashable, Sendable {
  /// Does not exist, or the viewer may not know that it does. The two are never told apart.
  case notFound
  /// The period for this act has not begun.
  case notYetOpen(opens: Instant)
  /// The period for this act is over.
  case closed(since: Instant)
  /// The viewer knows of it, but the act belongs to someone else.
  case notYours
  /// The viewer has a conflict of interest or is an author, and acts in another office there.
  case conflicted
  /// What was sent can't be accepted; each problem names its field and the way out.
  case invalid([FieldProblem])
  /// Someone (perhaps the viewer, in another tab) saved a newer version first. Nothing was overwritten.
  case stale
  /// More bytes than the call allows.
  case tooLarge(limitBytes: Int64)
  /// Too many attempts; nothing was tried.
  case tooMany(retryAfterSeconds: Int)
  /// The server can't keep this durably now (a full disk, say). Nothing was stored; the same act may be tried again.
  case unavailable(reason: String)
}

/// One thing wrong with one field of what was sent.
public struct FieldProblem: Hashable, Sendable {
  /// The field's name in the form, the API and the import file alike; `""` speaks of the whole.
  public let field: String
  /// A full sentence: what is wrong and what to do.
  public let message: String

  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}
