internal import Foundation
internal import Pages
internal import PeerReview
internal import Screening
internal import Store

/// What two papers have in common, as kept with the finding about them.
struct SharedText: Codable {
  /// Of the smaller paper's fingerprints.
  let share: Double
  let passages: [SharedPassage]
  /// The file name of an imported paper; nil for one that stands on this server.
  let document: String?

  /// Nil when the text is none.
  init?(stored text: String) {
    guard let known = try? JSONDecoder().decode(SharedText.self, from: Data(text.utf8)) else { return nil }
    self = known
  }

  init(share: Double, passages: [SharedPassage], document: String? = nil) {
    self.share = share
    self.passages = passages
    self.document = document
  }

  func stored() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The finding about it, on the place of the first passage. `with` tells one pair of papers from another, always the same.
  func finding(
    in id: ID<Manuscript>, code: String, with key: String, _ text: String, other: ID<Manuscript>? = nil
  ) throws -> FindingRow {
    let first = passages.first?.here
    return FindingRow(
      id: ID(findingKey: "\(id)\n\(code)\n\(key)"), manuscript: id, code: code, severity: .warning, page: first?.page,
      box: first?.box?.stored ?? "", text: text,
      rule: "No paper that overlaps substantially with one that is published or under review elsewhere.", other: other,
      detail: try stored())
  }

  var percent: Int { share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0 }
}

extension Act {
  /// Nil for a finding about one paper. The caller has proven the chair's right to both.
  func sentence(ofShared row: QueuedFindingRow, at call: ID<Call>) throws -> String? {
    guard let other = try otherPaper(row) else { return nil }
    let percent = SharedText(stored: row.finding.detail)?.percent ?? 0
    let place = other.call == call ? "" : " of \(try self.call(other.call).call.name)"
    return "About \(percent) % of the smaller paper's text stands in \(other.number)\(place), “\(other.title)”, too."
  }

  /// The same with the passages side by side.
  func sharedText(_ row: QueuedFindingRow, at call: ID<Call>) throws -> ScreeningFindingPage.SharedText? {
    let stored = SharedText(stored: row.finding.detail)
    let passages = stored?.passages.map(ScreeningFindingPage.Passage.init) ?? []
    guard let paper = try session.submission(row.submission) else { return nil }
    if let document = stored?.document {
      return ScreeningFindingPage.SharedText(
        title: document, remarks: try claims(of: paper, called: "This paper"), passages: passages)
    }
    guard let other = try otherPaper(row) else { return nil }
    let conference = other.call == call ? nil : try self.call(other.call).call.name
    return ScreeningFindingPage.SharedText(
      other: other.id, number: other.number, title: other.title, conference: conference,
      remarks: try claims(of: paper, called: "This paper") + claims(of: other, called: "The other paper"),
      passages: passages)
  }

  private func otherPaper(_ row: QueuedFindingRow) throws -> SubmissionRow? {
    guard let other = row.finding.other, let file = try session.manuscript(other) else { return nil }
    return try session.submission(file.submission)
  }

  /// Exceptions to the rule against dual submission that may explain what is shared (C14).
  private func claims(of paper: SubmissionRow, called name: String) throws -> [String] {
    guard let version = try session.version(paper.facts.version, of: paper.id) else { return [] }
    let claimed = version.content.answers.exceptions
    return try call(paper.call).call.dualSubmissionExceptions.filter { claimed[$0.key] != nil }.map {
      "\(name) claims an exception: \($0.label)"
    }
  }
}

extension ScreeningFindingPage.Passage {
  fileprivate init(_ shared: SharedPassage) {
    self.init(
      words: shared.words, here: shared.here.text, herePage: shared.here.page, there: shared.there.text,
      therePage: shared.there.page)
  }
}
