import Foundation

/// One Swift file of the repository.
struct SourceFile: Sendable {
  /// From the root of the repository.
  let path: String
  /// The folder under `Sources` or `Tests`.
  let room: String
  let text: String
  /// Comments and literals blanked.
  let code: String
  let literals: [SwiftText.Literal]

  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// Lines of code that `pattern` matches, as `path:line: text`.
  func places<Output>(of pattern: Regex<Output>) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.firstMatch(of: pattern) == nil ? nil : "\(path):\(index + 1): \(lines[index].drop(while: \.isWhitespace))"
    }
  }
}

/// The repository this test was compiled from.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let sources = files(under: "Sources")
  static let tests = files(under: "Tests")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  private static func files(under folder: String) -> [SourceFile] {
    let top = root.appending(path: folder).resolvingSymlinksInPath()
    let names = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: top.appending(path: name), encoding: .utf8) else { return nil }
      let parts = SwiftText(text)
      let room = name.split(separator: "/").first.map(String.init) ?? ""
      return SourceFile(path: "\(folder)/\(name)", room: room, text: text, code: parts.code, literals: parts.literals)
    }
  }
}
