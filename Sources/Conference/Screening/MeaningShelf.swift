internal import Expertise
internal import Foundation
internal import PeerReview

/// How near texts are in meaning, by the word vectors that ship with the program. Vectors of texts asked for before are kept
/// in memory, so that of a large conference only the first question is slow.
actor MeaningShelf {
  /// Nil while it was not asked for; inner nil when there is none.
  private var table: WordTable??
  private var vectors: [Text: [Float]] = [:]

  /// A text by whose it is; what is kept of a version is thrown away with the next.
  struct Text: Hashable, Sendable {
    let submission: ID<Submission>
    let version: Int
  }

  struct Near: Sendable {
    let place: Int
    /// The cosine, at most 1.
    let closeness: Double
  }

  /// The places of the nearest of `others`, nearest first, at most `limit`; nil when the table of words can't be read. A text
  /// without any word of the table is near to nothing.
  func nearest(to text: (Text, String), among others: [(Text, String)], limit: Int) -> [Near]? {
    guard let table = opened() else { return nil }
    if vectors.count > Self.textsLimit { vectors = [:] }
    let own = vector(of: text, table)
    let near = others.enumerated().map { place, other in
      Near(place: place, closeness: Self.product(own, vector(of: other, table)))
    }
    return Array(near.sorted { ($1.closeness, $0.place) < ($0.closeness, $1.place) }.prefix(limit))
  }

  private static let textsLimit = 50_000

  private func opened() -> WordTable? {
    if let table { return table }
    let found = WordTable.shipped()
    table = .some(found)
    return found
  }

  private func vector(of text: (Text, String), _ table: WordTable) -> [Float] {
    if let known = vectors[text.0] { return known }
    let vector = table.vector(of: Word.all(in: text.1))
    vectors[text.0] = vector
    return vector
  }

  private static func product(_ first: [Float], _ second: [Float]) -> Double {
    var sum: Float = 0
    for (left, right) in zip(first, second) { sum += left * right }
    return Double(min(max(sum, -1), 1))
  }
}
