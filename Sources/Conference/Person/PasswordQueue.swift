import Dispatch
import Foundation
public import PeerReview
import Synchronization

/// Where passwords are hashed: a bounded number at once, each taking 19 MiB, and a bounded number waiting.
///
/// A flood of sign-ins meets `Refusal.tooMany` here instead of filling the memory.
public final class PasswordQueue: Sendable {
  /// As wide as the machine has cores; the last of those waiting waits for about a second.
  public static let shared = PasswordQueue(width: ProcessInfo.processInfo.activeProcessorCount)

  private let queue = OperationQueue()
  private let limit: Int
  private let taken = Mutex(0)

  /// - Parameters:
  ///   - width: how many run at once.
  ///   - limitWaiting: how many may wait beside them; 64 for each that runs unless stated.
  public init(width: Int, limitWaiting: Int? = nil) {
    let width = min(max(width, 1), 256)
    queue.name = "passwords"
    queue.maxConcurrentOperationCount = width
    queue.qualityOfService = .userInitiated
    limit = width + max(limitWaiting ?? width * 64, 0)
  }

  /// Runs `work` off the cooperative pool, in turn. Throws `Refusal.tooMany` at once, with nothing run, when the line is full.
  public func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async throws(Refusal) -> Answer {
    let hasPlace = taken.withLock { taken in
      guard taken < limit else { return false }
      taken += 1
      return true
    }
    guard hasPlace else { throw .tooMany(retryAfterSeconds: 2) }
    return await withCheckedContinuation { continuation in
      queue.addOperation {
        let answer = work()
        self.taken.withLock { $0 -= 1 }
        continuation.resume(returning: answer)
      }
    }
  }
}
