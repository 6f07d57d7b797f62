internal import Store
internal import Synchronization

/// Entries of the record of reveals that found no room on the disk.
final class RevealBacklog: Sendable {
  static let limit = 10_000
  private let rows = Mutex<[RevealRow]>([])

  /// Takes all that wait.
  func taken() -> [RevealRow] {
    rows.withLock { rows in
      defer { rows = [] }
      return rows
    }
  }

  func putBack(_ waiting: [RevealRow]) {
    if !waiting.isEmpty { rows.withLock { $0 = waiting + $0 } }
  }
}
