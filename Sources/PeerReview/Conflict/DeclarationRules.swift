/// Declarations that may serve to choose one's reviewers (C19). What is found are questions; chairs ask, authors answer.
public enum DeclarationRules {
  /// Fewer declarations are never too many.
  public static let manyAtLeast = 5
  /// How often the usual number makes too many.
  public static let manyTimes = 4
  /// How many of a paper's experts are looked at.
  public static let expertCount = 5
  /// As many of them without any known reason raise the question.
  public static let expertsAtLeast = 3

  /// The usual number of declarations: the median over papers; 0 without any.
  public static func usual(among all: [Int]) -> Int {
    let sorted = all.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  public static func isFar(_ declared: Int, above usual: Int) -> Bool {
    declared >= manyAtLeast && declared >= manyTimes * min(max(usual, 1), Int.max / manyTimes)
  }

  /// Those of the paper's best experts who are declared without a reason that anyone can see, when they are so many that the
  /// declaration seems to be made of them; otherwise empty. `experts` with the best first, `unsupported` declarations for
  /// which no sign is known.
  public static func expertsNamed<Name: Hashable>(experts: [Name], unsupported: Set<Name>) -> [Name] {
    let hits = experts.prefix(expertCount).filter(unsupported.contains)
    return hits.count >= expertsAtLeast && hits.count * 2 >= unsupported.count ? Array(hits) : []
  }
}

/// What is said of a paper's declarations, between its authors and the chairs.
public enum DeclarationWordKind: String, Hashable, CaseIterable, Sendable {
  /// Chairs ask the authors.
  case question
  /// Authors explain, or dispute what chairs decided.
  case answer
  /// The declarations stand as they are; authors are told.
  case kept
  /// Some were taken off the paper; authors are told.
  case removed
  /// Nothing to ask: a note among chairs.
  case dismissed

  /// Whether the paper's authors read it.
  public var isForAuthors: Bool { self != .dismissed }
  public var isByChairs: Bool { self != .answer }
}

/// Where the matter of a paper's declarations stands.
public enum DeclarationState: String, Hashable, CaseIterable, Sendable {
  case open
  case asked
  /// The authors have answered, or dispute what was decided; chairs are to decide.
  case answered
  case settled

  /// `words` are all that was said, oldest first.
  public init(_ words: [DeclarationWordKind]) {
    self =
      switch words.last {
      case nil: .open
      case .question: .asked
      case .answer: .answered
      case .kept, .removed, .dismissed: .settled
      }
  }
}

/// What somebody has to do for a paper: it ends once a chair puts on record that they are in conflict with it. Who has done most
/// comes first.
public enum SuspectTask: String, Hashable, CaseIterable, Sendable {
  /// Reviews it, and the review is in.
  case reviewed
  /// Reviews it; the review is not in yet.
  case review
  /// Writes its meta-review.
  case metareview
  case nothing
}

/// Who may say what of suspected conflicts and of declarations, and when.
public enum SuspicionRules {
  /// A reason others can weigh, not a word.
  public static let textCharacters = 10...4_000

  /// A chair sets a suspicion aside. Nobody does so about themself: another chair decides.
  public static func dismiss(reason: String, isOneself: Bool, releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if isOneself {
      throw .invalid([FieldProblem("reason", "This is about yourself. Confirm it, or leave it to another chair.")])
    }
    try check(reason, "Say why this is no conflict", field: "reason")
  }

  /// A chair puts a conflict on record. What the person has to do for the paper ends with it, which has to be said.
  public static func confirm(_ task: SuspectTask, endsTask: Bool) throws(Refusal) {
    if task == .nothing || endsTask { return }
    throw .invalid([FieldProblem("ends", "This person has the paper. Say that this ends, or leave it as it is.")])
  }

  /// A chair declares a conflict of their own.
  public static func shutOutOneself(isSaid: Bool) throws(Refusal) {
    if isSaid { return }
    throw .invalid([
      FieldProblem(
        "ends", "You won't find this paper any more, and it takes another chair to undo that. Say so, or leave it as it is.")
    ])
  }

  /// A chair's word on declarations. Removing needs at least one that still stands.
  public static func say(
    _ kind: DeclarationWordKind, text: String, removing: Int, releasedAt: Instant?
  ) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if kind == .removed, removing == 0 {
      throw .invalid([FieldProblem("conflict", "Choose the declarations to take off the paper.")])
    }
    try check(text, kind == .question ? "Say what you ask the authors" : "Give the reason")
  }

  /// The authors' word: once they were asked, or something was decided that they may dispute.
  public static func answer(text: String, words: [DeclarationWordKind], releasedAt: Instant?) throws(Refusal) {
    if let releasedAt { throw .closed(since: releasedAt) }
    if !words.contains(where: { $0.isForAuthors && $0.isByChairs }) { throw .notFound }
    try check(text, "Write your answer")
  }

  private static func check(_ text: String, _ sentence: String, field: String = "text") throws(Refusal) {
    if textCharacters.contains(text.count) { return }
    throw .invalid([
      FieldProblem(field, "\(sentence), in \(textCharacters.lowerBound) to \(textCharacters.upperBound) characters.")
    ])
  }
}
