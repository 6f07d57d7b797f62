import Hummingbird
import PeerReview

extension Request {
  /// A form whose table was pasted into a field or chosen as its one file; a file goes before what was pasted. Refuses `invalid` a
  /// file in another encoding than UTF-8: letters would be lost unseen.
  func readTable(field: String = "csv", limitBytes: Int64 = 2 << 20) async throws -> (form: SubmittedForm, text: String) {
    var file: [UInt8] = []
    let limits = FormLimits(textBytes: limitBytes, fileBytes: limitBytes, files: 1)
    let form = try await readForm(limits: limits) { part, chunks in
      guard part.name == "file" else { throw Refusal.malformedForm }
      for try await chunk in chunks { file += chunk.readableBytesView }
    }
    guard let text = String(validating: file, as: UTF8.self) else {
      let sentence =
        "This file is not UTF-8 text, so its accents would be lost. Save it again as UTF-8 (in a spreadsheet: CSV UTF-8)."
      throw Refusal.invalid([FieldProblem("file", sentence)])
    }
    return (form, file.isEmpty ? form[field] ?? "" : text)
  }
}
