import Hummingbird
import PeerReview

extension Request {
  /// A form whose table was pasted into a field or chosen as its one file; a file goes before what was pasted.
  func readTable(field: String = "csv", limitBytes: Int64 = 2 << 20) async throws -> (form: SubmittedForm, text: String) {
    var file: [UInt8] = []
    let limits = FormLimits(textBytes: limitBytes, fileBytes: limitBytes, files: 1)
    let form = try await readForm(limits: limits) { part, chunks in
      guard part.name == "file" else { throw Refusal.malformedForm }
      for try await chunk in chunks { file += chunk.readableBytesView }
    }
    return (form, file.isEmpty ? form[field] ?? "" : String(decoding: file, as: UTF8.self))
  }
}
