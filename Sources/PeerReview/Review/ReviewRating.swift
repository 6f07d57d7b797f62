/// What a chair thinks of a review.
public struct ReviewRating: Hashable, Sendable {
  /// Of `grades`; nil takes the rating back.
  public let grade: Int?
  public let note: String

  public init(grade: Int?, note: String = "") {
    self.grade = grade
    self.note = note
  }

  public static let grades: [(value: Int, label: String)] = [
    (1, "Of no use"), (2, "Thin"), (3, "As asked"), (4, "Good"), (5, "Outstanding"),
  ]
  public static let limitCharacters = 2_000

  /// Refuses `invalid` a grade that isn't offered, words without a grade, and words without end; `field` is the review's.
  public func require(field: String) throws(Refusal) {
    if let grade, !Self.grades.contains(where: { $0.value == grade }) {
      throw .invalid([FieldProblem("ratings.\(field)", "Choose one of the grades offered.")])
    }
    if grade == nil, !Words.isBlank(note) {
      throw .invalid([FieldProblem("ratings.\(field)", "Choose a grade beside your words.")])
    }
    if note.count > Self.limitCharacters {
      throw .invalid([FieldProblem("notes.\(field)", "This has more than \(Self.limitCharacters) characters. Shorten it.")])
    }
  }
}
