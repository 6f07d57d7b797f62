internal import Foundation
internal import Screening

/// An index of papers on disk and what a new file shares with them, without a data folder: what `lectern similar` does.
public struct SimilarPapers: Sendable {
  private let folder: String
  private let inspector: any Inspector
  /// Papers written as one batch; their fingerprints wait in memory.
  private static let batchPapers = 1_000

  /// The share of text above which two papers are told of, unless another is asked for.
  public static let threshold = SamenessIndex.telling

  public init(index folder: String, inspector: any Inspector) {
    self.folder = folder
    self.inspector = inspector
  }

  /// Adds the papers among files and folders. Afterwards each is found once, however often it was added. Files that hold no
  /// text that can be read are told of through `say` and left out. Throws a sentence when a path or the index can't be read.
  public func add(_ paths: [String], say: (String) -> Void) async throws {
    var index = try opened()
    var known = index.known()
    var batch: [SamenessIndex.Paper] = []
    var (added, kept) = (0, 0)
    for path in try Self.papers(in: paths) {
      let fingerprints = try await inspector.readWords(in: path).map { Winnowing.fingerprints(of: $0.words) } ?? []
      guard !fingerprints.isEmpty else {
        say("\(path): holds no text that can be read; left out.")
        continue
      }
      guard known[path, default: []].insert(SamenessIndex.digest(fingerprints)).inserted else {
        kept += 1
        continue
      }
      batch.append(.init(name: path, fingerprints: fingerprints))
      added += 1
      if batch.count >= Self.batchPapers {
        try Self.saying { try index.add(batch) }
        batch = []
      }
    }
    try Self.saying { try index.add(batch) }
    say("\(folder): \(added) added, \(kept) known already, \(index.paperCount) papers in all.")
  }

  /// What each file shares with the papers of the index, one line of JSON for each file:
  /// `{"file", "fingerprints", "matches": [{"paper", "share", "shared", "note", "passages"}], "queryMicroseconds"}`.
  public func query(_ paths: [String], threshold: Double, tell: (String) -> Void) async throws {
    let index = try opened()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for path in try Self.papers(in: paths) {
      guard let words = try await inspector.readWords(in: path) else {
        throw ScreeningProblem("\(path): holds no text that can be read.")
      }
      let fingerprints = Winnowing.fingerprints(of: words.words)
      let gauge = ThreadGauge()
      let matches = index.matches(fingerprints, threshold: threshold)
      let microseconds = gauge.microseconds
      var answers: [Answer.Match] = []
      for match in matches { answers.append(try await answer(match, to: path, words: words)) }
      let answer = Answer(
        file: path, fingerprints: fingerprints.count, matches: answers, queryMicroseconds: microseconds)
      tell(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }
  }

  private func opened() throws -> SamenessIndex { try Self.saying { try SamenessIndex(folder: folder) } }

  private static func saying<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as SamenessProblem {
      throw ScreeningProblem(problem.description)
    }
  }

  private func answer(_ match: SamenessIndex.Match, to path: String, words: PaperWords) async throws -> Answer.Match {
    // The index holds fingerprints only; the passages are read from the other paper, where it still is.
    let other = FileManager.default.isReadableFile(atPath: match.name) ? try await inspector.readWords(in: match.name) : nil
    let note: String? =
      if match.name == path {
        "The same file, or another version of it."
      } else if other == nil {
        "The other paper is no longer where it was, so its passages can't be shown."
      } else {
        nil
      }
    return Answer.Match(
      paper: match.name, share: (match.share * 1_000).rounded() / 1_000, shared: match.shared, note: note,
      passages: other.map { SharedPassage.all(in: words, and: $0) } ?? [])
  }

  /// Files as given, and the PDF and text files of folders by name.
  private static func papers(in paths: [String]) throws -> [String] {
    try paths.flatMap { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ScreeningProblem("\(path): can't be read. Check the path.")
      }
      guard isFolder.boolValue else { return [path] }
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      return names.filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".txt") }.map { "\(path)/\($0)" }
    }
  }

  private struct Answer: Encodable {
    struct Match: Encodable {
      let paper: String
      let share: Double
      let shared: Int
      let note: String?
      let passages: [SharedPassage]
    }
    let file: String
    let fingerprints: Int
    let matches: [Match]
    let queryMicroseconds: Int
  }
}
