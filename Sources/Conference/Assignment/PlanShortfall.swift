internal import AssignmentFiles
internal import Foundation
internal import Matching
internal import PeerReview
internal import Store

/// Why a plan does not meet its numbers, as stored with it: ids and figures only. What a chair reads of it is made for that
/// chair (`PlanShortfall.sentences`), since it speaks of papers some chairs must not know of.
struct PlanShortfall: Codable, Hashable, Sendable {
  /// A set of papers and the people who may take them, or the other way round, with the figures that prove it short.
  struct Bottleneck: Codable, Hashable, Sendable {
    let papers: [String]
    let people: [String]
    let needed: Int
    let room: Int
    /// Every paper the figures depend on. Who may not know of one of them is not told the figures.
    let basis: [String]
  }

  /// Papers that can't all be given their reviews.
  var papers: [Bottleneck] = []
  /// Reviewers who can't all be given their least load.
  var loads: [Bottleneck] = []
  /// Conflicts, withdrawals or offices changed while the matcher ran, so that its plan was not kept.
  var isOutdated = false
  /// The numbers can be met, but not by the method asked for, such as within its probability limit. Nil for no.
  var isBeyondMethod: Bool?

  init(isOutdated: Bool) {
    self.isOutdated = isOutdated
  }

  /// `forced` are the pairs of the problem that stood already.
  init(_ details: AssignmentDetails, forced: [Matching.Pair], _ facts: MatchingFacts) {
    func papers(_ indices: some Sequence<Int>) -> [String] { indices.map { facts.papers[$0].id.text } }
    func people(_ indices: [Int]) -> [String] { indices.map { facts.reviewers[$0].id.text } }
    isBeyondMethod = details.paperBottlenecks.isEmpty && details.loadBottlenecks.isEmpty ? true : nil
    self.papers = details.paperBottlenecks.map { bottleneck in
      let readers = Set(bottleneck.reviewers)
      let elsewhere = forced.filter { readers.contains($0.reviewer) }.map(\.paper)
      return Bottleneck(
        papers: papers(bottleneck.papers), people: people(bottleneck.reviewers), needed: bottleneck.needed,
        room: bottleneck.room, basis: papers(Set(bottleneck.papers + elsewhere).sorted()))
    }
    loads = details.loadBottlenecks.map { bottleneck in
      Bottleneck(
        papers: papers(bottleneck.papers), people: people(bottleneck.reviewers), needed: bottleneck.needed,
        room: bottleneck.room, basis: papers(bottleneck.papers))
    }
  }

  /// Nil for an empty text.
  init?(stored text: String) throws {
    if text.isEmpty { return nil }
    self = try JSONDecoder().decode(PlanShortfall.self, from: Data(text.utf8))
  }

  func stored() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
