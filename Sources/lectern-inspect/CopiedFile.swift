import CQPDF

/// A PDF that is opened to be copied.
enum CopiedFile {
  /// Runs `body` on the file; it is closed when `body` returns. Throws a `CleanCopy.Obstacle` for what can't be opened whole.
  static func open(_ bytes: [UInt8], _ body: (qpdf_data) throws -> Void) throws {
    if let error = DocumentRecord(bytes: bytes).error {
      throw error == "tooLarge" ? CleanCopy.Obstacle.tooLarge : .notPDF
    }
    var handle = qpdf_init()
    guard let file = handle else { throw CleanCopy.Obstacle.damaged }
    defer { qpdf_cleanup(&handle) }
    qpdf_silence_errors(file)
    qpdf_set_suppress_warnings(file, QPDF_BOOL(QPDF_TRUE))
    let status = bytes.withUnsafeBytes { buffer in
      qpdf_read_memory(file, "file", buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(buffer.count), nil)
    }
    if qpdf_has_error(file) != QPDF_FALSE, let error = qpdf_get_error(file), qpdf_get_error_code(file, error) == qpdf_e_password {
      throw CleanCopy.Obstacle.encrypted
    }
    guard status & 2 == 0 else { throw CleanCopy.Obstacle.damaged }
    try body(file)
  }

  /// Hands the bytes of the file as it is now to `take`; they are gone when it returns. The same file gives the same bytes.
  static func write(
    _ file: qpdf_data, _ objectStreams: qpdf_object_stream_e, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard qpdf_init_write_memory(file) & 2 == 0 else { throw CleanCopy.Obstacle.damaged }
    qpdf_set_preserve_encryption(file, QPDF_BOOL(QPDF_FALSE))
    qpdf_set_deterministic_ID(file, QPDF_BOOL(QPDF_TRUE))
    qpdf_set_object_stream_mode(file, objectStreams)
    qpdf_set_stream_data_mode(file, qpdf_s_preserve)
    guard qpdf_write(file) & 2 == 0 else { throw CleanCopy.Obstacle.damaged }
    try take(UnsafeBufferPointer(start: qpdf_get_buffer(file), count: qpdf_get_buffer_length(file)))
  }
}
