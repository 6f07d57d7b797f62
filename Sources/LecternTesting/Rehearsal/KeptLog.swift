public import Logging
internal import Synchronization

/// Keeps what is logged, for tests to read: a line each, the message and its metadata in alphabetical order.
public final class KeptLog: Sendable {
  private let kept = Mutex<[String]>([])

  public init() {}

  public var lines: [String] { kept.withLock { $0 } }

  /// The lines since the last call.
  public func take() -> [String] {
    kept.withLock { lines in
      defer { lines = [] }
      return lines
    }
  }

  public var logger: Logger {
    Logger(label: "test") { _ in Handler(log: self) }
  }

  private struct Handler: LogHandler {
    let log: KeptLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    init(log: KeptLog) {
      self.log = log
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let pairs = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
      log.kept.withLock { $0.append("\(event.message) " + pairs.joined(separator: " ")) }
    }
  }
}
