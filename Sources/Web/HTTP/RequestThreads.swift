import NIOCore
import NIOPosix

/// The threads on which requests are answered.
///
/// What a page reads, it reads on the thread that writes the page: handing each transaction to a thread of the database and back
/// cost more than many a transaction. Twice as many threads as cores, so that a page that takes long holds up nobody else.
final class RequestThreads: TaskExecutor {
  static let shared = RequestThreads(count: max(8, 2 * System.coreCount))
  private let pool: NIOThreadPool

  private init(count: Int) {
    pool = ._makePerpetualStartedPool(numberOfThreads: count, threadNamePrefix: "request-")
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    pool.submit { _ in job.runSynchronously(on: executor) }
  }
}
