internal import Foundation
internal import Matching

/// Writes plans: `paper,reviewer,score` with a header, by paper, then reviewer, in canonical order.
enum PlanFile {
  static func bytes(_ plan: Plan, _ instance: AssignmentInstance) -> [UInt8] {
    var bytes = Array("paper,reviewer,score\n".utf8)
    for pair in plan.pairs {
      FieldText.append(instance.names.papers.bytes(of: pair.paper), to: &bytes)
      bytes.append(UInt8(ascii: ","))
      FieldText.append(instance.names.reviewers.bytes(of: pair.reviewer), to: &bytes)
      bytes.append(UInt8(ascii: ","))
      instance.score(pair)?.append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

/// Puts a file in place as a whole: a reader sees the old one or the new one. What is no ordinary file is written to.
enum WholeFile {
  static func write(_ bytes: [UInt8], to file: String) throws(FileProblem) {
    do {
      let kind = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
      let isOrdinary = kind == nil || kind == .typeRegular
      try Data(bytes).write(to: URL(filePath: file), options: isOrdinary ? .atomic : [])
    } catch {
      throw FileProblem(file, "can't be written. Does its folder exist, and may you write there?")
    }
  }

  static func write(json value: some Encodable, to file: String) throws(FileProblem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")], to: file)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw FileProblem(file, "can't be written: \(error)")
    }
  }
}
