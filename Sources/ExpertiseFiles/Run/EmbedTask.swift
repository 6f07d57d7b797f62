internal import AssignmentFiles
internal import Expertise
internal import Foundation

/// `lectern expertise embed`: vectors of texts, kept in the cache for later scores and written out where asked.
public struct EmbedTask: Sendable {
  public var texts: String
  /// JSON lines `{"id": …, "vector": […]}`; nil to fill the cache only.
  public var out: String?

  public init(texts: String) { self.texts = texts }

  /// The number of texts. Refuses the models that have no vectors of their own: lexical and default.
  public func run(_ sources: ExpertiseSources) async throws -> Int {
    let papers = try PaperFile.read(texts)
    let bodies = papers.map(\.body)
    let vectors: TextMatrix
    switch (sources.model, sources.table) {
    case (.static, let table?):
      var matrix = TextMatrix(width: table.dimensions)
      for body in bodies { matrix.append(table.vector(of: Word.all(in: body))) }
      vectors = matrix
    default:
      guard let encoded = try await sources.encoded(bodies) else {
        throw FileProblem(texts, "the model \(sources.model.rawValue) has no vectors here. Use --model encoder or static")
      }
      vectors = encoded
    }
    if let out { try write(papers.map(\.id), vectors, out) }
    return papers.count
  }

  private struct Line: Encodable {
    let id: String
    let vector: [Float]
  }

  private func write(_ ids: [String], _ vectors: TextMatrix, _ out: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard FileManager.default.createFile(atPath: out, contents: nil), let handle = FileHandle(forWritingAtPath: out) else {
      throw FileProblem(out, "can't be written. Is the folder there, and may you write to it?")
    }
    for (place, id) in ids.enumerated() {
      try handle.write(contentsOf: try encoder.encode(Line(id: id, vector: Array(vectors.row(place)))) + Data("\n".utf8))
    }
    try handle.close()
  }
}
