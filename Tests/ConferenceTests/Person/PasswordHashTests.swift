import Dispatch
import PeerReview
import Synchronization
import Testing

@testable import Conference

@Suite("Keeping passwords")
struct PasswordHashTests {
  @Test("A password matches its own hash and no other, and is hashed with a new salt each time")
  func matches() async throws {
    let first = try await PasswordHash.make("correct horse battery")
    let second = try await PasswordHash.make("correct horse battery")
    #expect(first != second)
    #expect(try await PasswordHash.verify("correct horse battery", against: first))
    #expect(try await PasswordHash.verify("correct horse battery", against: second))
    #expect(try await !PasswordHash.verify("Correct horse battery", against: first))
    #expect(try await !PasswordHash.verify("", against: first))
  }

  @Test("The hash states argon2id with 19 MiB and two passes")
  func costs() async throws {
    let hash = try await PasswordHash.make("correct horse battery")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(!PasswordHash.isOutdated(hash))
    #expect(PasswordHash.isOutdated(hash.replacing("t=2", with: "t=1")))
  }

  @Test("Without an account the answer is false, from a comparison of today's costs")
  func decoy() async throws {
    #expect(!PasswordHash.isOutdated(PasswordHash.decoy))
    for password in ["correct horse battery", "", String(repeating: "x", count: 1_001)] {
      #expect(try await !PasswordHash.verify(password, against: nil))
      #expect(try await !PasswordHash.verify(password, against: PasswordHash.decoy))
    }
  }

  @Test("The same text typed in composed and decomposed form is the same password")
  func normalization() async throws {
    let hash = try await PasswordHash.make("cafe\u{301} au lait")
    #expect(try await PasswordHash.verify("caf\u{E9} au lait", against: hash))
  }

  @Test("What follows a NUL counts, and too long a password is refused")
  func oddities() async throws {
    let hash = try await PasswordHash.make("before\u{0}after it")
    #expect(try await !PasswordHash.verify("before\u{0}", against: hash))
    #expect(try await PasswordHash.verify("before\u{0}after it", against: hash))
    for count in [1_001, 100_000] {
      await #expect(throws: Refusal.tooLarge(limitBytes: 1_000)) {
        try await PasswordHash.make(String(repeating: "x", count: count))
      }
    }
    #expect(try await !PasswordHash.verify("anything at all", against: "no hash"))
  }

  @Test("When the line is full the next one is refused at once, and there is place again afterwards")
  func fullLine() async throws {
    let queue = PasswordQueue(width: 1, limitWaiting: 1)
    let gate = DispatchSemaphore(value: 0)
    let (started, signal) = AsyncStream<Void>.makeStream()
    async let running = queue.run {
      signal.yield(); gate.wait(); return 1
    }
    var starts = started.makeAsyncIterator()
    await starts.next()
    // Two take the last place and the refusal; which of them waits is left to the scheduler.
    let answers = await withTaskGroup(of: Refusal?.self) { group in
      for _ in 0..<2 {
        group.addTask {
          do throws(Refusal) { _ = try await PasswordHash.verify("a password", against: nil, on: queue) } catch { return error }
          return nil
        }
      }
      let first = await group.next() ?? nil
      gate.signal()
      let second = await group.next() ?? nil
      return [first, second]
    }
    #expect(answers == [.tooMany(retryAfterSeconds: 2), nil])
    #expect(try await running == 1)
    #expect(try await queue.run { 2 } == 2)
  }

  @Test("No more than the width run at once")
  func width() async throws {
    let queue = PasswordQueue(width: 2, limitWaiting: 50)
    let meter = ConcurrencyMeter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 { group.addTask { try await queue.run { meter.pass() } } }
      try await group.waitForAll()
    }
    #expect((1...2).contains(meter.most))
  }
}

private final class ConcurrencyMeter: Sendable {
  private let state = Mutex((now: 0, most: 0))

  var most: Int { state.withLock { $0.most } }

  func pass() {
    state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
    for _ in 0..<1_000 { _ = state.withLock { $0.now } }
    state.withLock { $0.now -= 1 }
  }
}
