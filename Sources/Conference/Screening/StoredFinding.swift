internal import Foundation
internal import Pages
internal import PeerReview

/// A screening finding as kept beside its file.
struct StoredFinding: Codable, Hashable, Sendable {
  let code: String
  let severity: String
  let page: Int?
  let sentence: String
  let quote: String

  static func encode(_ findings: [StoredFinding]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(findings), as: UTF8.self)
  }

  static func decode(_ text: String) throws -> [StoredFinding] {
    try JSONDecoder().decode([StoredFinding].self, from: Data(text.utf8))
  }

  func finding(in slot: FileSlot) -> Pages.Finding {
    let severity: Pages.Finding.Severity =
      switch severity {
      case "block": .violation
      case "warn": .warning
      default: .note
      }
    return Pages.Finding(severity: severity, slot: slot, sentence: sentence, page: page, quote: quote)
  }
}
