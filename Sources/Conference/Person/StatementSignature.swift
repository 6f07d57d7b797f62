import CSodium
internal import Foundation
internal import PeerReview
internal import Store

/// Signatures by Ed25519 (RFC 8032) as libsodium makes them: the same text and key give the same signature.
enum StatementSignature {
  static let seedBytes = Int(crypto_sign_SEEDBYTES)
  private static let isReady = sodium_init() >= 0

  /// The public key of a seed; nil when the seed has another length.
  static func publicKey(ofSeed seed: [UInt8]) -> [UInt8]? {
    keys(seed)?.publicKey
  }

  static func sign(_ text: String, withSeed seed: [UInt8]) -> [UInt8]? {
    guard let secret = keys(seed)?.secret else { return nil }
    let message = Array(text.utf8)
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    guard crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret) == 0 else { return nil }
    return signature
  }

  /// Whether the signature is the key's for exactly this text.
  static func holds(_ signature: [UInt8], for text: String, publicKey: [UInt8]) -> Bool {
    guard isReady, signature.count == Int(crypto_sign_BYTES), publicKey.count == Int(crypto_sign_PUBLICKEYBYTES) else {
      return false
    }
    let message = Array(text.utf8)
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }

  /// A public key as other programs read it: a `SubjectPublicKeyInfo` (RFC 8410) in PEM.
  static func pem(_ publicKey: [UInt8]) -> String {
    let head: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    return "-----BEGIN PUBLIC KEY-----\n\(Data(head + publicKey).base64EncodedString())\n-----END PUBLIC KEY-----\n"
  }

  private static func keys(_ seed: [UInt8]) -> (publicKey: [UInt8], secret: [UInt8])? {
    guard isReady, seed.count == seedBytes else { return nil }
    var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    return crypto_sign_seed_keypair(&publicKey, &secret, seed) == 0 ? (publicKey, secret) : nil
  }
}
