import Crypto

/// A token that stands in one secret field of the base world and nowhere else.
struct Canary: Hashable, Sendable {
  /// Begins every token, so that a scan looks for one word an encoding.
  static let mark = "kanariqx"

  /// What is kept for the record and shown on no page, to no one: why a paper was withdrawn.
  static let unread = [Canary(secret: .withdrawnExistence, field: "reason")]

  let secret: WorldSecret
  let field: String

  /// Sixteen letters and digits, lower case.
  var token: String {
    let digest = SHA256.hash(data: Array("\(secret.rawValue) \(field)".utf8))
    let alphabet = Array("abcdefghijkmnopqrstuvwxyz2345678".utf8)
    return Self.mark + String(decoding: digest.prefix(8).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }
}
