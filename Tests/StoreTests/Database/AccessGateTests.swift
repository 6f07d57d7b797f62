import Synchronization
import Testing

@testable import Store

@Suite("The gate before the connections")
struct AccessGateTests {
  private final class Count: Sendable {
    let inside = Mutex((now: 0, most: 0, ever: 0))

    func enter() {
      inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.ever + 1) }
    }

    func leave() { inside.withLock { $0.now -= 1 } }
  }

  @Test("Never are more inside than there is room for, and everybody gets in", arguments: [1, 3])
  func room(places: Int) async throws {
    let gate = AccessGate(places: places)
    let count = Count()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<200 {
        group.addTask {
          try await gate.pass {
            count.enter()
            await Task.yield()
            count.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(count.inside.withLock { $0.most } <= places && count.inside.withLock { $0.ever } == 200)
  }

  @Test("Whoever fails inside leaves as others do")
  func failing() async throws {
    let gate = AccessGate(places: 1)
    await #expect(throws: StoreFault.self) { try await gate.pass { throw StoreFault.other("a mistake") } }
    #expect(try await gate.pass { 7 } == 7)
  }

  @Test("Closing waits for those inside and for those who waited before; whoever comes later is refused")
  func closing() async throws {
    let gate = AccessGate(places: 1)
    let (entered, isIn) = AsyncStream.makeStream(of: Void.self)
    let (leave, mayLeave) = AsyncStream.makeStream(of: Void.self)
    let first = Task {
      try await gate.pass {
        isIn.finish()
        for await _ in leave {}
      }
    }
    for await _ in entered {}
    let second = Task { try await gate.pass { true } }
    while gate.waitingCount == 0 { await Task.yield() }
    let closing = Task { await gate.close() }
    while !gate.isClosed { await Task.yield() }
    await #expect(throws: StoreFault.self) { try await gate.pass {} }
    mayLeave.finish()
    try await first.value
    #expect(try await second.value)
    await closing.value
  }
}

extension AccessGate {
  fileprivate var waitingCount: Int { state.withLock { $0.waiting.count } }
  fileprivate var isClosed: Bool { state.withLock { $0.isClosed } }
}
