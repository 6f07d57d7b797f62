import Conference
import Crypto
import Synchronization

/// Bytes that follow from a seed and from the act that draws them, not from what was drawn before: in both worlds the same
/// act gives the same ids, whatever else happened in one of them.
final class ScopedRandom: RandomSource {
  private struct State {
    var scope: [UInt8] = []
    var counter = 0
    var issued: Set<String> = []
  }

  private let seed: UInt64
  private let state = Mutex(State())

  init(seed: UInt64) {
    self.seed = seed
  }

  /// From here on bytes belong to the act of this name. No two acts of one world may share a name.
  func begin(_ act: String) {
    state.withLock { state in
      state.scope = Array("\(seed) \(act) ".utf8)
      state.counter = 0
    }
  }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var out: [UInt8] = []
      while out.count < count {
        state.counter += 1
        out += SHA256.hash(data: state.scope + Array(String(state.counter).utf8))
      }
      let bytes = Array(out.prefix(count))
      if count == 26 { state.issued.insert(Self.token(bytes)) }
      return bytes
    }
  }

  /// Whether a token was drawn from here: then it is chance, and says nothing.
  func hasIssued(_ token: String) -> Bool { state.withLock { $0.issued.contains(token) } }

  /// The token the product makes of 26 bytes.
  private static func token(_ bytes: [UInt8]) -> String {
    let alphabet = Array("abcdefghijkmnopqrstuvwxyz2345678".utf8)
    return String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }
}
