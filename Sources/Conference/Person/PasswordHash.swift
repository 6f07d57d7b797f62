import CSodium
import Foundation
public import PeerReview

/// Passwords as they are kept: argon2id (RFC 9106) with 19 MiB and two passes, as OWASP's Password Storage Cheat Sheet
/// recommends, in libsodium's string form, which holds its own salt and costs.
///
/// The salt is libsodium's randomness and the one thing here that can't be injected. Hashing runs on `PasswordQueue.shared`,
/// never on the cooperative pool.
public enum PasswordHash {
  static let limitBytes = 1_000
  private static let passes: UInt64 = 2
  private static let memoryBytes = 19 * 1_024 * 1_024

  /// A hash to store. Throws `Refusal.tooMany` when too many others wait, `.tooLarge` above 1,000 bytes and `.unavailable` when
  /// there is no memory; the rules of a good password are `PasswordRules`.
  public static func make(_ password: String, on queue: PasswordQueue = .shared) async throws(Refusal) -> String {
    let bytes = normalized(password)
    guard bytes.count <= limitBytes else { throw .tooLarge(limitBytes: Int64(limitBytes)) }
    let made = try await queue.run { isReady ? hash(bytes) : nil }
    guard let made else { throw .unavailable(reason: "No memory to keep the password safely.") }
    return made
  }

  /// Whether `password` is the one `hash` was made from.
  ///
  /// Without a hash (no such account, or one without a password) the answer is false and takes as long as any other. Throws
  /// `Refusal.tooMany` when too many others wait: nothing was tried then.
  public static func verify(
    _ password: String, against hash: String?, on queue: PasswordQueue = .shared
  ) async throws(Refusal) -> Bool {
    let bytes = normalized(password)
    let isPossible = hash != nil && bytes.count <= limitBytes
    let compared = isPossible ? hash ?? decoy : decoy
    let tried = bytes.count <= limitBytes ? bytes : []
    let isEqual = try await queue.run { isReady && matches(tried, compared) }
    return isEqual && isPossible
  }

  /// Whether `hash` was made at other costs than today's. Make it anew when its owner next signs in.
  public static func isOutdated(_ hash: String) -> Bool {
    crypto_pwhash_str_needs_rehash(hash, passes, memoryBytes) != 0
  }

  /// The hash of a random password nobody kept, at today's costs.
  static let decoy =
    "$argon2id$v=19$m=19456,t=2,p=1$Pc1fSEVtz/CHx8sUZHttfw$ObwPkjRj3ZIsmTE+dPkiigSdp8EDE22rLd8M5YzWCnE"

  private static let isReady = sodium_init() >= 0

  /// One form for what looks the same on every keyboard (RFC 8265, 4.2: normalization form C).
  private static func normalized(_ password: String) -> [CChar] {
    // Longer than this in no form fits the limit: don't spend time on what can't be right.
    guard password.utf8.count <= 4 * limitBytes else { return Array(repeating: 0, count: limitBytes + 1) }
    return password.precomposedStringWithCanonicalMapping.utf8.map(CChar.init(bitPattern:))
  }

  private static func hash(_ password: [CChar]) -> String? {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let result = crypto_pwhash_str_alg(
      &text, password, UInt64(password.count), passes, memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
    guard result == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func matches(_ password: [CChar], _ hash: String) -> Bool {
    crypto_pwhash_str_verify(hash, password, UInt64(password.count)) == 0
  }
}
