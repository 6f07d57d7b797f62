internal import Foundation
internal import Pages
internal import PeerReview
internal import Screening
internal import Store

/// A report as kept beside its file: JSON with sorted keys.
extension ScreeningReport {
  init(stored text: String) throws { self = try JSONText.decode(text) }

  func stored() throws -> String { try JSONText.encode(self) }

  /// Each finding under an id that the same finding in the same file always has: what was said of it stays when rules change.
  func identified(in manuscript: ID<Manuscript>) -> [IdentifiedFinding] {
    var met: [String: Int] = [:]
    return findings.map { finding in
      let key = "\(manuscript)\n\(finding.code)\n\(finding.page ?? 0)\n\(finding.text)"
      let number = met[key, default: 0]
      met[key] = number + 1
      return IdentifiedFinding(id: ID(findingKey: "\(key)\n\(number)"), finding: finding)
    }
  }
}

extension ID<ScreeningFinding> {
  init(findingKey key: String) { self.init(String(Token.hash(key).prefix(26))) }
}

struct IdentifiedFinding {
  let id: ID<ScreeningFinding>
  let finding: Screening.Finding

  func row(of manuscript: ID<Manuscript>) -> FindingRow {
    FindingRow(
      id: id, manuscript: manuscript, code: finding.code, severity: finding.severity.rank, page: finding.page,
      box: finding.box?.stored ?? "", text: finding.text, rule: finding.rule)
  }

  /// For the paper's authors and its chairs; `picture` is the address of a drawn place.
  func shown(in slot: FileSlot, _ pictures: [Int: PagePictureRow], picture: (ID<ScreeningFinding>) -> Link) -> Pages.Finding {
    let drawn = finding.page.flatMap { pictures[$0] }
    return Pages.Finding(
      code: finding.code, severity: finding.severity.shown, slot: slot, sentence: finding.text, page: finding.page,
      rule: finding.rule,
      picture: drawn.map { FindingPicture(link: picture(id), place: PlaceOnPage($0, box: finding.box)) })
  }
}

extension Screening.Finding.Severity {
  var rank: FindingSeverity {
    switch self {
    case .block: .violation
    case .warn: .warning
    case .note: .note
    }
  }

  fileprivate var shown: Pages.Finding.Severity { rank.shown }
}

extension FindingSeverity {
  var shown: Pages.Finding.Severity {
    switch self {
    case .violation: .violation
    case .warning: .warning
    case .note: .note
    }
  }
}

extension Box {
  /// Four numbers with a blank between them.
  var stored: String { [x0, y0, x1, y1].map { String(($0 * 100).rounded() / 100) }.joined(separator: " ") }

  /// Nil when the text holds no four numbers.
  init?(stored text: String) {
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
    self.init(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
  }
}
