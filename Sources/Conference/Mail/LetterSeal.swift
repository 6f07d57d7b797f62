internal import Crypto
internal import PeerReview
internal import Store

/// An id with the server's seal, for an address that works without signing in and can't be guessed.
enum LetterSeal {
  /// The id, a dot, and the HMAC of purpose and id in hexadecimal digits. Ids hold no dot.
  static func token(_ id: String, purpose: String, key: String) -> String {
    "\(id).\(seal(id, purpose, key))"
  }

  /// The id of a token with a sound seal; nil for anything else, after the same work.
  static func id(of token: String, purpose: String, key: String) -> String? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    let id = String(parts.first ?? "")
    let made = Array(seal(id, purpose, key).utf8)
    let given = Array((parts.count == 2 ? String(parts[parts.index(after: parts.startIndex)]) : "").utf8)
    guard made.count == given.count else { return nil }
    return zip(made, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 ? id : nil
  }

  private static func seal(_ id: String, _ purpose: String, _ key: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("\(purpose) \(id)".utf8), using: SymmetricKey(data: Array(key.utf8)))
    return HexadecimalText.encode(code)
  }
}

extension Act {
  static let sealName = "letters"
  static let offPurpose = "turn letters off"

  /// The path that turns letters off for whoever has an account with the address; nil for others. The server's key is made with the
  /// first of them.
  func offPath(_ email: String) throws -> String? {
    guard let person = try session.person(email: email) else { return nil }
    return "/letters/off/\(LetterSeal.token(person.id.text, purpose: Self.offPurpose, key: try sealKey()))"
  }

  private func sealKey() throws -> String {
    if let known = try session.serverKey(Self.sealName) { return known }
    let key = newToken()
    try session.addServerKey(Self.sealName, key, at: now)
    return key
  }

  fileprivate func reader(ofToken token: String) throws -> Person {
    guard let key = try session.serverKey(Self.sealName),
      let id = LetterSeal.id(of: token, purpose: Self.offPurpose, key: key), let person = try session.person(ID<Person>(id))
    else { throw Refusal.notFound }
    return person
  }
}

extension Conference {
  /// Refuses `notFound` a token without the server's seal.
  public func requireLettersOff(token: String) async throws {
    _ = try await look { try $0.reader(ofToken: token) }
  }

  /// Turns off every letter that isn't required, without signing in: the token proves that the letter came to them. Twice is once.
  /// Refuses `notFound` a token without the server's seal.
  public func turnLettersOff(token: String) async throws {
    try await act { act in
      let person = try act.reader(ofToken: token)
      if try act.session.letterChoice(of: person.email) == .none { return }
      try act.session.setLetterChoice(.none, of: person.id, at: act.now)
      try act.record("choose letters", by: person, at: nil, about: person.id.text, LetterChoice.none.rawValue)
    }
  }
}
