import Synchronization

/// Sees every statement before it runs: calls the work-trace hook, and in tests refuses what is outside the subset.
final class StatementWatch: Sendable {
  private let onStatement: (@Sendable (String) -> Void)?
  private let checksSubset: Bool
  private let passed = Mutex<Set<String>>([])

  init(onStatement: (@Sendable (String) -> Void)?, checksSubset: Bool) {
    self.onStatement = onStatement
    self.checksSubset = checksSubset
  }

  func see(_ sql: SQL) throws {
    guard onStatement != nil || checksSubset else { return }
    let text = sql.text
    onStatement?(text)
    guard checksSubset, !sql.isPerEngine, !passed.withLock({ $0.contains(text) }) else { return }
    let violations = SQLSubset.violations(in: text)
    guard violations.isEmpty else {
      let list = violations.map(\.description).joined(separator: "; ")
      throw StoreFault.other("outside the SQL that both engines share: \(list) in: \(text)")
    }
    passed.withLock { _ = $0.insert(text) }
  }
}
