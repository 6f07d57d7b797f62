public import AssignmentFiles
internal import Expertise
internal import Foundation

/// A folder with a file of publications for each person, named after them: `ann.bib`, `bob.xml`, `eve.json`.
public enum PeopleFolder {
  /// The people in the order of their names; those whose files hold no paper too. Files of other kinds are refused.
  public static func read(_ folder: String) throws(FileProblem) -> [PersonPapers] {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw FileProblem(folder, "can't be read. Is it a folder, and may you read it?")
    }
    var papers: [String: [PaperText]] = [:]
    for file in files.sorted() where !file.hasPrefix(".") {
      let packed = file.lowercased().hasSuffix(".gz") ? String(file.dropLast(3)) : file
      let person = packed.split(separator: ".").dropLast().joined(separator: ".")
      papers[person.isEmpty ? packed : person, default: []] += try PublicationFile.read(folder + "/" + file)
    }
    return papers.sorted { $0.key < $1.key }.map { PersonPapers(id: $0.key, publications: $0.value).cleaned() }
  }

  /// Writes people as `PeopleFile` reads them.
  public static func write(_ people: [PersonPapers], to file: String) throws(FileProblem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var bytes = Data()
      for person in people {
        let papers = person.publications.map { Line.Paper(id: $0.id, title: $0.title, abstract: $0.abstract) }
        bytes.append(try encoder.encode(Line(id: person.id, publications: papers)) + Data("\n".utf8))
      }
      try bytes.write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw FileProblem(file, "can't be written: \(error.localizedDescription)")
    }
  }

  private struct Line: Encodable {
    struct Paper: Encodable { let id, title, abstract: String }
    let id: String
    let publications: [Paper]
  }
}
