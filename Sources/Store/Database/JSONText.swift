internal import Foundation
internal import PeerReview

/// Values kept as JSON in a text column and read in Swift only, with sorted keys so that equal values are equal bytes.
public enum JSONText {
  private static let decoder = JSONDecoder()
  private static let read = KeptValues(limitBytes: 4 << 20)

  public static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  public static func decode<Value: Decodable & Sendable>(_ text: String) throws -> Value {
    try read.value(of: text) { try decoder.decode(Value.self, from: Data($0.utf8)) }
  }
}
