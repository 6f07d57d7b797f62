/// Lets at most so many through at once; the others wait in the order they came.
actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(width: Int) {
    free = max(1, width)
  }

  /// Runs `body` when a place is free and gives the place back afterwards.
  nonisolated func pass<Value: Sendable>(_ body: @Sendable () async -> Value) async -> Value {
    await enter()
    let value = await body()
    await leave()
    return value
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
