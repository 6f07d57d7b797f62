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

/// What of each closeness counts. The shares add up to 1.
public struct ExpertiseMix: Sendable, Hashable {
  public let encoder: Float
  public let words: Float
  public let lexical: Float

  /// The two numbers that were chosen, by cross-validation over people (docs/expertise.md): the encoder's share, the rest going to word
  /// vectors and words by halves, and the word vectors' share where there is no encoder.
  static let encoderShare: Float = 0.7
  static let wordsShareAlone: Float = 0.25

  /// `default` makes do with what is there: the encoder, the table of words, and always the words themselves.
  public init(_ model: ExpertiseModel, hasEncoder: Bool, hasTable: Bool) {
    switch (model, hasEncoder) {
    case (.lexical, _): self.init(encoder: 0, words: 0)
    case (.static, _): self.init(encoder: 0, words: 1)
    case (.encoder, _): self.init(encoder: 1, words: 0)
    case (.default, true): self.init(encoder: Self.encoderShare, words: hasTable ? (1 - Self.encoderShare) / 2 : 0)
    case (.default, false): self.init(encoder: 0, words: hasTable ? Self.wordsShareAlone : 0)
    }
  }

  private init(encoder: Float, words: Float) {
    self.encoder = encoder
    self.words = words
    lexical = max(0, 1 - encoder - words)
  }

  /// Shares in percent. Nil when one is negative or they don't add up to 100.
  public init?(encoderPercent: Int, wordsPercent: Int, lexicalPercent: Int) {
    let allowed = 0...100
    guard allowed.contains(encoderPercent), allowed.contains(wordsPercent), allowed.contains(lexicalPercent),
      encoderPercent + wordsPercent + lexicalPercent == 100
    else { return nil }
    encoder = Float(encoderPercent) / 100
    words = Float(wordsPercent) / 100
    lexical = Float(lexicalPercent) / 100
  }

  /// Such as “encoder 80 %, word vectors 10 %, words 10 %”.
  public var description: String {
    [(encoder, "encoder"), (words, "word vectors"), (lexical, "words")].filter { $0.0 > 0 }
      .map { "\($0.1) \(Int(($0.0 * 100).rounded())) %" }.joined(separator: ", ")
  }
}
