/// What a reviewer is asked on a track (C2, C3).
public struct ReviewForm: Hashable, Sendable {
  public let criteria: [Criterion]
  /// The overall recommendation: a criterion of its own.
  public let overall: Criterion
  public let confidence: Criterion
  public let texts: [ReviewText]
  public init(criteria: [Criterion], overall: Criterion, confidence: Criterion, texts: [ReviewText]) {
    self.criteria = criteria
    self.overall = overall
    self.confidence = confidence
    self.texts = texts
  }

  /// Every scored question in the order it is asked.
  public var scored: [Criterion] { criteria + [overall, confidence] }
}

/// A scored question with a scale of its own.
public struct Criterion: Hashable, Sendable {
  public struct Grade: Hashable, Sendable {
    public let value: Int
    public let label: String
    public init(value: Int, label: String) {
      self.value = value
      self.label = label
    }
  }
  public let key: String
  public let label: String
  public let question: String
  public let grades: [Grade]
  /// Authors see it when reviews are released to them.
  public let shownToAuthors: Bool
  public init(key: String, label: String, question: String, grades: [Grade], shownToAuthors: Bool) {
    self.key = key
    self.label = label
    self.question = question
    self.grades = grades
    self.shownToAuthors = shownToAuthors
  }
}

/// A question answered in words.
public struct ReviewText: Hashable, Sendable {
  public let key: String
  public let label: String
  public let help: String
  public let required: Bool
  public let shownToAuthors: Bool
  public init(key: String, label: String, help: String, required: Bool, shownToAuthors: Bool) {
    self.key = key
    self.label = label
    self.help = help
    self.required = required
    self.shownToAuthors = shownToAuthors
  }
}
