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
      var pace = sources.steps.pace("adding up words", bodies.count, "texts")
      for body in bodies {
        matrix.append(table.vector(of: Word.all(in: body)))
        pace.advance(by: 1)
      }
      vectors = matrix
    default:
      guard let encoded = try await sources.encoding()?.vectors(of: bodies) else {
        throw FileProblem(texts, "the model \(sources.model.rawValue) has no vectors here. Use --model encoder or static")
      }
      vectors = encoded
    }
    if let out { try write(papers.map(\.id), vectors, out) }
    return papers.count
  }

  /// Writes the encoder's tokens of each text instead, as JSON lines `{"id": …, "tokens": […]}`, to compare tokenizers.
  public func writeTokens(_ sources: ExpertiseSources, to out: String) throws -> Int {
    guard let encoder = sources.encoder?.encoder else {
      throw FileProblem(out, "only an encoder has tokens. Use --model encoder")
    }
    let papers = try PaperFile.read(texts)
    var pace = sources.steps.pace("cutting", papers.count, "texts")
    try Self.write(papers.count, to: out) { place in
      pace.advance(by: 1)
      return TokenLine(id: papers[place].id, tokens: encoder.tokens(of: papers[place].body))
    }
    return papers.count
  }

  private struct Line: Encodable {
    let id: String
    let vector: [Float]
  }

  private struct TokenLine: Encodable {
    let id: String
    let tokens: [Int32]
  }

  private func write(_ ids: [String], _ vectors: TextMatrix, _ out: String) throws {
    try Self.write(ids.count, to: out) { Line(id: ids[$0], vector: Array(vectors.row($0))) }
  }

  private static func write(_ count: Int, to out: String, _ line: (Int) -> some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard FileManager.default.createFile(atPath: out, contents: nil), let handle = FileHandle(forWritingAtPath: out) else {
      throw FileProblem(out, "can't be written. Is the folder there, and may you write to it?")
    }
    for place in 0..<count { try handle.write(contentsOf: try encoder.encode(line(place)) + Data("\n".utf8)) }
    try handle.close()
  }
}
