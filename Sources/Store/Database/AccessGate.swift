import Synchronization

/// Counts those inside, so that closing waits for them and nobody comes after: a connection that is used once it is
/// closed ends the process.
final class AccessGate: Sendable {
  private struct State {
    var inside = 0
    var isClosed = false
    var closer: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Runs `body` unless the gate is closed; then throws.
  func pass<Value>(_ body: () async throws -> Value) async throws -> Value {
    try state.withLock { state in
      guard !state.isClosed else { throw StoreFault.other("the database is closed") }
      state.inside += 1
    }
    defer {
      let closer = state.withLock { state in
        state.inside -= 1
        return state.inside == 0 ? state.closer.take() : nil
      }
      closer?.resume()
    }
    return try await body()
  }

  /// Lets nobody in any more and waits until all are out. Called once.
  func close() async {
    await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
      let isEmpty = state.withLock { state in
        state.isClosed = true
        if state.inside > 0 { state.closer = closer }
        return state.inside == 0
      }
      if isEmpty { closer.resume() }
    }
  }
}
