internal import Foundation
internal import PeerReview
internal import Store

/// Single values as JSON.
enum JSONLine {
  static func string(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  static func value(_ value: OwnTable.Value) -> String {
    switch value {
    case .nothing: "null"
    case .text(let text): string(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .moment(let moment): string(moment.iso8601)
    // What is stored as JSON stays so; anything else is told as text.
    case .json(let text): (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil ? string(text) : text
    }
  }
}
