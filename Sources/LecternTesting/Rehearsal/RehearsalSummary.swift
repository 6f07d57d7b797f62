internal import Conference
internal import Foundation
internal import Pages
internal import PeerReview

/// What happened in a rehearsal, as JSON with sorted keys.
public struct RehearsalSummary: Codable, Hashable, Sendable {
  public let call: String
  public let seed: UInt64
  public let submissions: Int
  public let reviewers: Int
  public let until: String
  /// Stage → what → how often.
  public let phases: [String: [String: Int]]
  /// Letter kind → how many were queued.
  public let letters: [String: Int]
  /// What was tried and refused, as it should be.
  public let refusals: [String: Int]
  /// What must never happen and did. Empty is the only good answer.
  public let violations: [String]

  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension Rehearsal {
  func summarise() async throws -> RehearsalSummary {
    try await checkNothingLost()
    let found = try await conference.invariantViolations(call: call.id).map(\.description)
    let letters = try await conference.letterCounts(call: call.id)
    return RehearsalSummary(
      call: call.id.text, seed: options.seed, submissions: options.submissions, reviewers: options.reviewers,
      until: options.until.rawValue, phases: tally.phases, letters: letters, refusals: tally.refusals,
      violations: tally.violations + found)
  }

  /// Every acknowledged paper is there, in the state that was acknowledged.
  private func checkNothingLost() async throws {
    for (place, paper) in papers.sorted(by: { $0.key < $1.key }) {
      let desk = try await cast.author(contact(of: plan.papers[place]))
      let page = try await desk.page(paper.id)
      let wanted =
        paper.isWithdrawn
        ? "Withdrawn" : paper.isRejected ? "Rejected without review" : paper.isSubmitted ? "Submitted" : "Draft"
      if page.state.label != wanted { tally.violations.append("paper \(place) is \(page.state.label), acknowledged \(wanted)") }
      if page.content.title != entry(of: place).content.title { tally.violations.append("paper \(place) lost its title") }
      let manuscripts = page.files.first { $0.slot == .manuscript }?.versions.count ?? 0
      if manuscripts == 0 && paper.hasManuscript { tally.violations.append("paper \(place) lost its manuscript") }
    }
  }
}
