import Foundation
import PeerReview
import Testing

/// The files the tests of calls read, found from where this file lies.
enum CallFixtures {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func mlsysText() throws -> String {
    try String(contentsOf: root.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: "Tests/Fixtures/calls/\(name)"), encoding: .utf8)
  }

  static func mlsys() throws -> Call {
    try CallFile.parse(mlsysText(), file: "mlsys-2026.yaml").get()
  }

  /// The MLSys call with one text replaced; the text has to occur.
  static func mlsys(replacing old: String, with new: String) throws -> Result<Call, CallFileProblems> {
    let text = try mlsysText()
    try #require(text.contains(old))
    return CallFile.parse(text.replacingOccurrences(of: old, with: new), file: "c.yaml")
  }

  /// The messages with their places, without the name of the file.
  static func problems(_ result: Result<Call, CallFileProblems>) -> [String] {
    guard case .failure(let failure) = result else { return [] }
    return failure.problems.map { "\($0.line):\($0.column): \($0.message)" }
  }
}
