import Synchronization

/// Carries a value that isn't `Sendable` from one task to the next: whoever takes it has it alone.
final class Handover<Value>: Sendable {
  private let slot: Mutex<Value?>

  init(_ value: sending Value) {
    slot = Mutex(value)
  }

  /// The value, once; `nil` for everyone after the first.
  func take() -> sending Value? {
    slot.withLock { held in
      let value = held
      held = nil
      return value
    }
  }
}
