// `squareRoot()` may become a call into the C mathematics library, which a program links only when something imports it.
import Foundation

/// A text as weighted terms of one corpus, of length 1, or empty when it shares no term with the corpus.
public struct TermVector: Sendable, Hashable {
  /// Hashes of words and of pairs of neighbours, rising.
  let terms: [UInt64]
  let weights: [Float]

  public var isEmpty: Bool { terms.isEmpty }

  /// Scales the weights to length 1. Expects terms in rising order.
  init(terms: [UInt64], rawWeights: [Double]) {
    let length = rawWeights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else {
      self.terms = []
      weights = []
      return
    }
    self.terms = terms
    weights = rawWeights.map { Float($0 / length) }
  }

  /// The cosine of the angle between two vectors of the same corpus, from 0 (no term in common) to 1.
  public func cosine(_ other: TermVector) -> Double {
    var sum = 0.0
    var mine = 0
    var theirs = 0
    while mine < terms.count, theirs < other.terms.count {
      let left = terms[mine]
      let right = other.terms[theirs]
      if left == right {
        sum += Double(weights[mine]) * Double(other.weights[theirs])
        mine += 1
        theirs += 1
      } else if left < right {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return min(1, sum)
  }
}
