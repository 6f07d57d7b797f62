internal import AssignmentFiles
internal import Crypto
internal import Foundation

/// What scores were made of, kept beside them so that later only what changed is made again.
struct ScoreState: Codable, Hashable {
  /// Model, parts and number a paper: other scores are not to be compared.
  let settings: String
  /// A digest of each paper's and each person's texts.
  let papers: [String: String]
  let people: [String: String]

  init(_ texts: ScoreTexts, settings: String) {
    self.settings = settings
    papers = Dictionary(zip(texts.papers, texts.paperBodies.map { Self.digest([$0]) })) { first, _ in first }
    let people = texts.publications.map { places in Self.digest(places.map { texts.publicationBodies[$0] }) }
    self.people = Dictionary(zip(texts.people, people)) { first, _ in first }
  }

  static func file(of scores: String) -> String { scores + ".state" }

  /// Nil when there is none that can be read.
  init?(of scores: String) {
    guard let bytes = try? Data(contentsOf: URL(filePath: Self.file(of: scores))),
      let state = try? JSONDecoder().decode(ScoreState.self, from: bytes)
    else { return nil }
    self = state
  }

  func write(beside scores: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { try encoder.encode(self).write(to: URL(filePath: Self.file(of: scores)), options: .atomic) } catch {
      throw FileProblem(Self.file(of: scores), "can't be written: \(error.localizedDescription)")
    }
  }

  private static func digest(_ bodies: [String]) -> String {
    var hash = SHA256()
    for body in bodies { hash.update(data: Data((body + "\u{0}").utf8)) }
    return hash.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
