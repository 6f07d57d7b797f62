/// The ways to compare texts, and what of each counts.
public enum ExpertiseModel: String, Sendable, CaseIterable {
  case lexical
  /// Vectors of the table that ships.
  case `static`
  /// Vectors of a transformer, whose weights must be there.
  case encoder
  /// All there is.
  case `default`
}

/// What of each closeness counts, and how a person's papers become one score. The shares add up to 1.
public struct ExpertiseMix: Sendable, Hashable {
  public let encoder: Float
  public let words: Float
  public let lexical: Float
  public let pooling: Pooling

  /// `default` makes do with what is there: the encoder, the table of words, and always the words themselves.
  public init(_ model: ExpertiseModel, hasEncoder: Bool, hasTable: Bool) {
    switch model {
    case .lexical: self.init(encoder: 0, words: 0, lexical: 1, pooling: .depths)
    case .static: self.init(encoder: 0, words: 1, lexical: 0, pooling: .closestThree)
    case .encoder: self.init(encoder: 1, words: 0, lexical: 0, pooling: .closestThree)
    case .default:
      switch (hasEncoder, hasTable) {
      case (true, true): self.init(encoder: 0.8, words: 0.1, lexical: 0.1, pooling: .closestThree)
      case (true, false): self.init(encoder: 0.9, words: 0, lexical: 0.1, pooling: .closestThree)
      case (false, true): self.init(encoder: 0, words: 0.7, lexical: 0.3, pooling: .closestThree)
      case (false, false): self.init(encoder: 0, words: 0, lexical: 1, pooling: .depths)
      }
    }
  }

  public init(encoder: Float, words: Float, lexical: Float, pooling: Pooling) {
    self.encoder = encoder
    self.words = words
    self.lexical = lexical
    self.pooling = pooling
  }

  /// Such as “encoder 80 %, word vectors 10 %, words 10 %”.
  public var description: String {
    [(encoder, "encoder"), (words, "word vectors"), (lexical, "words")].filter { $0.0 > 0 }
      .map { "\($0.1) \(Int(($0.0 * 100).rounded())) %" }.joined(separator: ", ")
  }
}
