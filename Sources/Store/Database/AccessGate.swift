import Synchronization

/// Lets in as many at once as there are connections. The others wait in their order and hold no thread meanwhile.
///
/// It also counts those inside, so that closing waits for them and nobody comes after: a connection that is used once it is closed ends
/// the process.
final class AccessGate: Sendable {
  struct State {
    var inside = 0
    var waiting: [CheckedContinuation<Void, any Error>] = []
    var isClosed = false
    var closer: CheckedContinuation<Void, Never>?

    /// Whether there was room. Refuses once the gate is closed.
    mutating func enter(_ places: Int) throws -> Bool {
      if isClosed { throw StoreFault.other("the database is closed") }
      if inside == places { return false }
      inside += 1
      return true
    }
  }

  private let places: Int
  let state = Mutex(State())

  init(places: Int) { self.places = max(1, places) }

  /// Runs `body` as soon as there is room, unless the gate is closed; then throws.
  func pass<Value>(_ body: () async throws -> Value) async throws -> Value {
    if try !state.withLock({ try $0.enter(places) }) { try await waitForRoom() }
    defer { leave() }
    return try await body()
  }

  /// Lets nobody in any more and waits until all are out, those who waited too. Called once.
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

  private func waitForRoom() async throws {
    try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Void, any Error>) in
      // Somebody may have left, or closed the gate, since there was no room.
      let entered = state.withLock { state in
        Result {
          let isIn = try state.enter(places)
          if !isIn { state.waiting.append(waiting) }
          return isIn
        }
      }
      switch entered {
      case .success(true): waiting.resume()
      case .success(false): break
      case .failure(let closed): waiting.resume(throwing: closed)
      }
    }
  }

  private func leave() {
    let (next, closer) = state.withLock { state -> (CheckedContinuation<Void, any Error>?, CheckedContinuation<Void, Never>?) in
      if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
      state.inside -= 1
      return (nil, state.inside == 0 ? state.closer.take() : nil)
    }
    next?.resume()
    closer?.resume()
  }
}
