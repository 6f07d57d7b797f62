import ArgumentParser
import Conference
import Foundation
import PeerReview

/// What is published.
struct ProceedingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proceedings", abstract: "Writes the proceedings as a site with exports.", subcommands: [Export.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes pages, papers and exports into a new folder.",
      discussion: """
        lectern proceedings export --data ./data --call mlsys-2026 --out ./site
        The papers' own PDFs get the volume's metadata, page numbers and a line at the head of their first page; one that
        can't goes in as it is, with a warning. With --plain all do.
        Refuses while accepted papers are not complete, and names them; --partial leaves them out. Exit code 4 then.
        """)

    @OptionGroup var folder: DataFolder
    @OptionGroup var call: CallChoice
    @Option(help: "The new folder.") var out: String
    @Flag(help: "Writes what is complete and leaves out the rest.") var partial = false
    @Flag(help: "Leaves the papers' own PDFs as their authors made them.") var plain = false
    @OptionGroup var inspector: InspectorOption

    func run() async throws {
      try await reporting {
        let manager = FileManager.default
        if manager.fileExists(atPath: out) {
          throw CommandFailure("\(out) exists already. Name a new folder.", code: 4)
        }
        let target = URL(filePath: out)
        let stamped = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).stamped")
        try? manager.removeItem(at: stamped)
        try manager.createDirectory(at: stamped, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: stamped) }
        let stamping = plain ? nil : PaperStamping(inspector: inspector.make(), folder: stamped.path)
        let written = try await folder.with { conference in
          let made = try await conference.proceedings(of: try await call.chosen(conference), stamping: stamping)
          try require(made)
          try write(made, with: manager)
          return made
        }
        for paper in written.unstamped { print("Warning: papers/\(paper.key).pdf goes in as it is: \(paper.reason).") }
        for left in written.leftOut { print("Left out: \(left.number), because \(left.reason).") }
        print("\(written.papers) papers, \(written.files.count + written.copies.count) files in \(out). Open \(out)/index.html.")
      }
    }

    private func require(_ made: WrittenProceedings) throws {
      if made.leftOut.isEmpty || partial { return }
      let lines = made.leftOut.map { "  \($0.number): \($0.reason)" }.joined(separator: "\n")
      throw CommandFailure(
        "\(made.leftOut.count) accepted papers are not ready to be published:\n\(lines)\nWith --partial they are left out.",
        code: 4)
    }

    /// Beside its place first, so that a folder that is there is whole.
    private func write(_ made: WrittenProceedings, with manager: FileManager) throws {
      let target = URL(filePath: out)
      let unfinished = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).unfinished")
      try? manager.removeItem(at: unfinished)
      try manager.createDirectory(at: unfinished.appending(path: "papers"), withIntermediateDirectories: true)
      for file in made.files { try Data(file.text.utf8).write(to: unfinished.appending(path: file.path)) }
      for copy in made.copies { try manager.copyItem(atPath: copy.from, toPath: unfinished.appending(path: copy.path).path) }
      try manager.moveItem(at: unfinished, to: target)
    }
  }
}
