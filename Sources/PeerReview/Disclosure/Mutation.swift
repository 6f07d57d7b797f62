#if DEBUG
internal import Synchronization

/// Holes that a test opens, one at a time, to see that the tests would notice a rule that is gone. Each stands at the one
/// place where the rule stands. Release builds have none: there `opens` is `false` in the source.
public enum Mutation {
  private static let name = Mutex("")
  private static let isAny = Atomic(false)

  /// The hole that is open; empty for none.
  public static var active: String {
    get { name.withLock { $0 } }
    set {
      name.withLock { $0 = newValue }
      isAny.store(!newValue.isEmpty, ordering: .sequentiallyConsistent)
    }
  }

  /// Whether the hole of this name is open.
  public static func opens(_ hole: @autoclosure () -> String) -> Bool {
    isAny.load(ordering: .relaxed) && active == hole()
  }
}
#else
public enum Mutation {
  @inlinable @inline(__always)
  public static func opens(_ hole: @autoclosure () -> String) -> Bool { false }
}
#endif
