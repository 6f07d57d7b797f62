internal import Foundation
internal import Pages
internal import PeerReview
internal import Screening

/// A report as kept beside its file: JSON with sorted keys.
extension ScreeningReport {
  init(stored text: String) throws {
    self = try JSONDecoder().decode(ScreeningReport.self, from: Data(text.utf8))
  }

  func stored() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension Screening.Finding {
  func shown(in slot: FileSlot) -> Pages.Finding {
    let severity: Pages.Finding.Severity =
      switch severity {
      case .block: .violation
      case .warn: .warning
      case .note: .note
      }
    return Pages.Finding(severity: severity, slot: slot, sentence: text, page: page, quote: "")
  }
}
