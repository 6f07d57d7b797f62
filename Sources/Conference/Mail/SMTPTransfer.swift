import CCurl

/// The letter libcurl reads from and the dialogue it reports to, for one call of `curl_easy_perform`.
final class SMTPTransfer {
  private(set) var dialogue = SMTPDialogue()
  private let letter: [UInt8]
  private var offset = 0

  init(_ letter: [UInt8]) {
    self.letter = letter
  }

  /// The transfer has to outlive the handle's next `perform` and be reset from it before it goes.
  func attach(to curl: UnsafeMutableRawPointer) {
    let pointer = Unmanaged.passUnretained(self).toOpaque()
    lectern_curl_set_long(curl, CURLOPT_UPLOAD, 1)
    // A server with a limit then refuses before the letter travels (RFC 1870).
    lectern_curl_set_long(curl, CURLOPT_INFILESIZE, letter.count)
    lectern_curl_set_pointer(curl, CURLOPT_READDATA, pointer)
    lectern_curl_set_read(curl) { buffer, size, count, pointer in
      guard let buffer, let pointer else { return 0 }
      let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
      return Unmanaged<SMTPTransfer>.fromOpaque(pointer).takeUnretainedValue().read(into: room)
    }
    // libcurl tells replies and commands apart only in its debug output.
    lectern_curl_set_long(curl, CURLOPT_VERBOSE, 1)
    lectern_curl_set_pointer(curl, CURLOPT_DEBUGDATA, pointer)
    lectern_curl_set_debug(curl) { _, kind, text, count, pointer in
      guard let text, let pointer else { return 0 }
      let line = UnsafeRawBufferPointer(start: text, count: count)
      Unmanaged<SMTPTransfer>.fromOpaque(pointer).takeUnretainedValue().hear(kind, line)
      return 0
    }
    lectern_curl_set_long(curl, CURLOPT_NOPROGRESS, 0)
    lectern_curl_set_progress(curl) { _, _, _, _, _ in Task.isCancelled ? 1 : 0 }
  }

  private func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, letter.count - offset)
    room.copyBytes(from: letter[offset..<offset + count])
    offset += count
    return count
  }

  private func hear(_ kind: curl_infotype, _ line: UnsafeRawBufferPointer) {
    switch kind {
    case CURLINFO_HEADER_OUT: dialogue.sent(line)
    case CURLINFO_HEADER_IN: dialogue.received(line)
    default: break
    }
  }
}
