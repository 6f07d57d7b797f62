#if DEBUG
internal import Synchronization

/// Holes that a test opens, one at a time, to see that the tests would notice a rule that is gone. Each stands at the one
/// place where the rule stands. Release builds have none: there `opens` is `false` in the source.
public enum Mutation {
  private static let name = Mutex("")
  private static let heard = Mutex<Set<String>?>(nil)
  private static let isWatched = Atomic(false)

  /// The hole that is open; empty for none.
  public static var active: String {
    get { name.withLock { $0 } }
    set {
      name.withLock { $0 = newValue }
      watch()
    }
  }

  /// From here on it is noted which holes the rules ask for.
  public static func listen() {
    heard.withLock { $0 = [] }
    watch()
  }

  /// The holes asked for since `listen`; ends the noting.
  public static func takeHeard() -> Set<String> {
    defer { watch() }
    return heard.withLock { $0.take() } ?? []
  }

  private static func watch() {
    let isListening = heard.withLock { $0 != nil }
    isWatched.store(isListening || !active.isEmpty, ordering: .sequentiallyConsistent)
  }

  /// Whether the hole of this name is open.
  public static func opens(_ hole: @autoclosure () -> String) -> Bool {
    guard isWatched.load(ordering: .relaxed) else { return false }
    let hole = hole()
    heard.withLock { _ = $0?.insert(hole) }
    return active == hole
  }
}
#else
public enum Mutation {
  @inlinable @inline(__always)
  public static func opens(_ hole: @autoclosure () -> String) -> Bool { false }
}
#endif
