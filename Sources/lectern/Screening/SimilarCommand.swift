import ArgumentParser
import Conference
import Foundation

/// The index of papers on disk, without a data folder.
struct SimilarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar", abstract: "Finds papers that share text.",
    discussion: """
      lectern similar add ./submissions-2025 ./submissions-2026 --index ./similar
      lectern similar query paper.pdf --index ./similar

      A path is a PDF, a text file, or a folder of them.
      """,
    subcommands: [Add.self, Query.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds papers to the index.", discussion: "lectern similar add ./submissions --index ./similar")

    @Argument(help: "Files and folders.") var paths: [String]
    @Option(help: "The folder of the index.") var index = "./similar"
    @OptionGroup var inspector: InspectorOption

    func run() async throws {
      try await reporting {
        try await SimilarPapers(index: index, inspector: inspector.make()).add(paths) { say($0) }
      }
    }
  }

  struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints what files share with the papers of the index, passages side by side.",
      discussion: """
        lectern similar query paper.pdf --index ./similar
        One JSON object a line: file, fingerprints, matches (paper, share, shared, note, passages), queryMicroseconds.
        """)

    @Argument(help: "Files and folders.") var paths: [String]
    @Option(help: "The folder of the index.") var index = "./similar"
    @Option(help: "The least share of the smaller paper's fingerprints, from 0 to 1.") var threshold = SimilarPapers.threshold
    @OptionGroup var inspector: InspectorOption

    func validate() throws {
      guard (0...1).contains(threshold) else { throw ValidationError("--threshold takes a number from 0 to 1.") }
    }

    func run() async throws {
      try await reporting {
        try await SimilarPapers(index: index, inspector: inspector.make()).query(paths, threshold: threshold) { line in
          FileHandle.standardOutput.write(Data((line + "\n").utf8))
        }
      }
    }
  }
}
