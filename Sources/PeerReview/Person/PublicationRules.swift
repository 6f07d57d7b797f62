/// A noun: a paper that someone wrote.
public enum Publication {}
/// A noun: one scoring of papers by texts.
public enum TextScoring {}

/// What a person may keep of what they wrote.
public enum PublicationRules {
  /// The most papers of one person: more than anyone wrote, and no more than is quick to compare.
  public static let countLimit = 2_000
  public static let titleLimit = 500
  /// Beyond it no model reads on.
  public static let abstractLimit = 5_000
  /// Of longer author lists the first are kept.
  public static let authorLimit = 200
  public static let nameLimit = 200
  /// The largest file of publications, in bytes.
  public static let fileLimit: Int64 = 16_000_000

  /// What tells one title from another: its letters and digits, whatever the case. Empty for a title without any.
  public static func key(_ title: String) -> String {
    String(title.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(titleLimit))
  }

  /// Refuses more papers than `countLimit`.
  public static func keep(count: Int) throws(Refusal) {
    guard count > countLimit else { return }
    throw .invalid([
      FieldProblem("file", "That makes \(count) papers; at most \(countLimit) are kept. Leave out what isn't yours.")
    ])
  }
}
