import HTTPTypes
import Hummingbird
import PeerReview

/// How much of a form is read.
struct FormLimits: Hashable, Sendable {
  /// All text fields together.
  var textBytes: Int64 = 2 << 20
  var fields = 2_000
  /// Each file. From the call.
  var fileBytes: Int64 = 0
  var files = 0

  /// Text only.
  static let text = FormLimits()

  /// Text and up to `count` files of at most `limitBytes` each.
  static func uploads(limitBytes: Int64, count: Int = 1) -> FormLimits {
    FormLimits(fileBytes: limitBytes, files: count)
  }

  /// The largest body such a form can have: the content, and room for the header lines around it.
  var bodyBytes: Int64 {
    let (files, overflow) = fileBytes.multipliedReportingOverflow(by: Int64(files))
    let (sum, second) = files.addingReportingOverflow(textBytes)
    let (whole, third) = sum.addingReportingOverflow(1 << 20)
    return overflow || second || third ? .max : whole
  }
}

extension Request {
  /// Reads a form's text fields into memory and hands each file, as it arrives, to `store`.
  ///
  /// Accepts `application/x-www-form-urlencoded` and `multipart/form-data`. The field `csrf` was checked before and is
  /// left out. Files the person didn't choose are left out. What `store` leaves unread is skipped.
  /// Refuses text that isn't UTF-8 or holds NUL (`invalid`), more than `limits` (`tooLarge`, while streaming), files
  /// where none are expected, and bodies cut short. When this throws after `store` returned, the form as a whole
  /// wasn't accepted: the caller keeps nothing of it.
  func readForm(
    limits: FormLimits = .text,
    store: (MultipartPart, FileChunks) async throws -> Void = { _, _ in throw Refusal.malformedForm }
  ) async throws -> SubmittedForm {
    switch mediaType {
    case "multipart/form-data":
      return try await readMultipart(limits: limits, store: store)
    case "application/x-www-form-urlencoded":
      let body = try await readBody(limitBytes: limits.textBytes)
      return try SubmittedForm(urlEncoded: body.readableBytesView, limitFields: limits.fields).without(FormToken.fieldName)
    case "" where announcedBytes ?? 0 == 0:
      return SubmittedForm()
    default:
      throw Refusal.malformedForm
    }
  }

  private func readMultipart(
    limits: FormLimits, store: (MultipartPart, FileChunks) async throws -> Void
  ) async throws -> SubmittedForm {
    let toldLimitBytes = limits.files > 0 ? limits.fileBytes : limits.textBytes
    let reader = try MultipartReader(
      self, limitBytes: limits.bodyBytes, toldLimitBytes: toldLimitBytes,
      limits: MultipartLimits(parts: limits.fields))
    var form = SubmittedForm()
    var textBytes: Int64 = 0
    var files = 0
    while let part = try await reader.nextPart() {
      if let fileName = part.fileName {
        // Browsers send an empty part for a file input left alone.
        guard !fileName.isEmpty else { continue }
        files += 1
        guard files <= limits.files else { throw Refusal.malformedForm }
        try await store(part, FileChunks(reader, limitBytes: limits.fileBytes))
      } else {
        var bytes: [UInt8] = []
        while let chunk = try await reader.nextChunk() {
          textBytes += Int64(chunk.readableBytes)
          guard textBytes <= limits.textBytes else { throw Refusal.tooLarge(limitBytes: limits.textBytes) }
          bytes.append(contentsOf: chunk.readableBytesView)
        }
        form.append(part.name, try SubmittedForm.text(bytes, field: part.name))
      }
    }
    return form.without(FormToken.fieldName)
  }
}
