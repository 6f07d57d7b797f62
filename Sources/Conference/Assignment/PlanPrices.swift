internal import AssignmentFiles
internal import Foundation
internal import Matching
internal import PeerReview

/// What a place of each paper and each reviewer is worth in a matching of some papers: the prices that prove its optimum.
///
/// Prices tell of every paper they come from. A chair is shown only prices from a matching of just the papers they may know
/// of, so that none of what happens on another paper shows in them.
struct PlanPrices: Codable, Sendable {
  let papers: [String: Int64]
  let people: [String: Int64]
  /// What PeerReview4All would guarantee the worst-served of these papers; nil where its theorem says nothing.
  let guarantee: FairnessGuarantee?

  /// Names a set of hidden papers without telling it.
  static func key(hiding hidden: some Sequence<ID<Submission>>) -> String {
    Token.hash(hidden.map(\.text).sorted().joined(separator: " "))
  }

  /// Nil when no plan met everything: then prices hold penalties.
  init?(_ details: AssignmentDetails, papers ids: [ID<Submission>], people: [ID<Person>]) {
    guard details.isWhole, details.paperPrices.count == ids.count, details.reviewerPrices.count == people.count else {
      return nil
    }
    self.papers = Dictionary(zip(ids.map(\.text), details.paperPrices), uniquingKeysWith: { first, _ in first })
    guarantee = details.guarantee
    self.people = Dictionary(zip(people.map(\.text), details.reviewerPrices), uniquingKeysWith: { first, _ in first })
  }

  init?(stored text: String) {
    guard let prices = try? JSONDecoder().decode(PlanPrices.self, from: Data(text.utf8)) else { return nil }
    self = prices
  }

  func stored() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
