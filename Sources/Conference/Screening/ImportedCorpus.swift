internal import Foundation
internal import PeerReview
internal import Screening
internal import Store

/// Papers from elsewhere that every manuscript is compared with: what `lectern similar add` put in `corpus/` of the data
/// folder. Only that command writes there; it may run while a server reads.
struct ImportedCorpus: Sendable {
  /// Nil where nothing is compared.
  let folder: String?

  /// The most alike first; none without a corpus, or with one that is damaged: importing it again mends that.
  func matches(_ fingerprints: [UInt64]) -> [SamenessIndex.Match] {
    guard let folder, let index = try? SamenessIndex(folder: folder) else { return [] }
    return index.matches(fingerprints, limit: Self.matchesLimit)
  }

  /// More papers than this that one copies from are no more news.
  private static let matchesLimit = 5
}

extension Conference {
  /// What a manuscript shares with papers of the corpus, as findings for chairs. Passages are read from the corpus' own files
  /// where they still are; without them the share alone is told.
  func corpusFindings(
    on id: ID<Manuscript>, _ words: PaperWords, _ fingerprints: [UInt64], with inspector: any Inspector
  ) async throws -> [FindingRow] {
    var rows: [FindingRow] = []
    for match in corpus.matches(fingerprints) {
      let isThere = FileManager.default.isReadableFile(atPath: match.name)
      let other = isThere ? try await inspector.readWords(in: match.name) : nil
      let passages = other.map { SharedPassage.all(in: words, and: $0) } ?? []
      if other != nil && passages.isEmpty { continue }
      let name = URL(filePath: match.name).lastPathComponent
      let shared = SharedText(share: match.share, passages: passages, document: name)
      rows.append(
        try shared.finding(
          in: id, code: "dup.corpus", with: match.name,
          """
          About \(shared.percent) % of the smaller paper's text stands in “\(name)” of the imported papers, too.\
          \(other == nil ? " Its file is no longer where it was, so the passages can't be shown." : "")
          """))
    }
    return rows
  }
}

extension Inspector {
  /// The words of a PDF, or of a text file. Nil when the file holds no text that can be read; throws when no file could be
  /// inspected.
  func readWords(in path: String) async throws -> PaperWords? {
    if path.hasSuffix(".txt") {
      return FileManager.default.contents(atPath: path).map { PaperWords(text: String(decoding: $0, as: UTF8.self)) }
    }
    switch await inspect(file: path) {
    case .seen(let lines):
      let inspection = Inspection(jsonLines: lines)
      return inspection.pages.isEmpty ? nil : PaperWords(inspection)
    case .failed(.unavailable(let reason)): throw ScreeningProblem("\(path): \(reason)")
    case .failed: return nil
    }
  }
}
