internal import Expertise
internal import Foundation
internal import PeerReview

/// How near texts are in meaning, by the word vectors that ship with the program. Vectors of texts asked for before are kept
/// in memory, so that of a large conference only the first question is slow.
actor MeaningShelf {
  /// Read when it is first asked for; nil when there is none.
  private lazy var table = WordTable.shipped()
  private var vectors: [ID<Submission>: (version: Int, vector: [Float])] = [:]

  struct Text: Sendable {
    let submission: ID<Submission>
    /// Of the submission: what is kept of one version is thrown away with the next.
    let version: Int
    let words: String
  }

  struct Near: Sendable {
    let place: Int
    /// The cosine, at most 1.
    let closeness: Double
  }

  /// The places of the nearest of `others`, nearest first, at most `limit`; nil when the table of words can't be read. A text
  /// without any word of the table is near to nothing.
  func nearest(to text: Text, among others: [Text], limit: Int) -> [Near]? {
    guard let table else { return nil }
    if vectors.count > Self.textsLimit { vectors = [:] }
    let own = vector(of: text, table)
    let near = others.enumerated().map { place, other in
      Near(place: place, closeness: Self.product(own, vector(of: other, table)))
    }
    return Array(near.sorted { ($1.closeness, $0.place) < ($0.closeness, $1.place) }.prefix(limit))
  }

  private static let textsLimit = 50_000

  private func vector(of text: Text, _ table: WordTable) -> [Float] {
    if let known = vectors[text.submission], known.version == text.version { return known.vector }
    let vector = table.vector(of: Word.all(in: text.words))
    vectors[text.submission] = (text.version, vector)
    return vector
  }

  private static func product(_ first: [Float], _ second: [Float]) -> Double {
    var sum: Float = 0
    for (left, right) in zip(first, second) { sum += left * right }
    return Double(min(max(sum, -1), 1))
  }
}
