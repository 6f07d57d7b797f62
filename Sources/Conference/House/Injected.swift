internal import Crypto
internal import Foundation
public import PeerReview
internal import Synchronization

/// The server's one clock. A virtual one plays a year in seconds.
public protocol ServerClock: Sendable {
  var now: Instant { get }
}

/// The machine's clock.
public struct SystemClock: ServerClock {
  public init() {}

  public var now: Instant {
    Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
  }
}

/// Where ids, tokens and pseudonyms come from.
public protocol RandomSource: Sendable {
  /// Fresh bytes. From the system's generator outside rehearsals and tests.
  func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's generator.
public struct SystemRandom: RandomSource {
  public init() {}

  public func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    // Each word is a call into the kernel: all eight of its bytes are used.
    while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
    return Array(bytes.prefix(max(0, count)))
  }
}

/// Bytes that follow from a seed: for rehearsals and tests, never for a conference.
public final class RehearsalRandom: RandomSource {
  private let state: Mutex<(key: [UInt8], counter: UInt64)>

  public init(seed: UInt64) {
    state = Mutex((key: Array("lectern rehearsal \(seed)".utf8), counter: 0))
  }

  public func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var out: [UInt8] = []
      while out.count < count {
        state.counter &+= 1
        out += SHA256.hash(data: state.key + Array(String(state.counter).utf8))
      }
      return Array(out.prefix(max(0, count)))
    }
  }
}

enum Token {
  private static let alphabet = Array("abcdefghijkmnopqrstuvwxyz2345678".utf8)

  /// 26 characters, 130 bits, safe in URLs and easy to tell apart.
  static func fresh(_ random: any RandomSource) -> String {
    String(decoding: random.bytes(26).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }

  /// What is stored of a secret token, so that a reader of the database can't use it.
  static func hash(_ token: String) -> String {
    HexadecimalText.encode(SHA256.hash(data: Array(token.utf8)))
  }

  /// A number that stays the same for a text and tells nothing of it: for orders of thousands that nobody can foresee.
  static func place(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
