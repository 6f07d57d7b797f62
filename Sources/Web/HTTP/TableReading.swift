import Hummingbird
import PeerReview

/// A form whose table was pasted into a field or chosen as its one file; a file goes before what was pasted.
struct SentTable {
  let form: SubmittedForm
  /// What was pasted, where no file was chosen or the file can't be read.
  let text: String
  /// Of the file that can't be read.
  fileprivate let unreadable: String?

  /// Refuses `invalid` a file in another encoding than UTF-8, by its name: letters would be lost unseen.
  func requireReadable() throws(Refusal) {
    guard let unreadable else { return }
    let sentence =
      "“\(unreadable)” is not UTF-8 text, so its accents would be lost. Save it again as UTF-8 (in a spreadsheet: save it as CSV "
      + "UTF-8), then choose it anew."
    throw .invalid([FieldProblem("file", sentence)])
  }
}

extension Request {
  /// Reads such a form. A file in another encoding is told by `SentTable.requireReadable`, so that a route answers it as other
  /// problems of its table.
  func readTable(field: String = "csv", limitBytes: Int64 = 2 << 20) async throws -> SentTable {
    var file: [UInt8] = []
    var name = ""
    let limits = FormLimits(textBytes: limitBytes, fileBytes: limitBytes, files: 1)
    let form = try await readForm(limits: limits) { part, chunks in
      guard part.name == "file" else { throw Refusal.malformedForm }
      name = String((part.fileName ?? "").prefix(100))
      for try await chunk in chunks { file += chunk.readableBytesView }
    }
    let pasted = form[field] ?? ""
    if file.isEmpty { return SentTable(form: form, text: pasted, unreadable: nil) }
    // UTF-16 without a mark of its order is UTF-8 as well, with a NUL beside each plain letter.
    guard let text = String(validating: file, as: UTF8.self), !file.contains(0) else {
      return SentTable(form: form, text: pasted, unreadable: name)
    }
    return SentTable(form: form, text: PlainText.visible(text), unreadable: nil)
  }
}
