/// What a file within an archive is, as its bytes tell.
enum EntryContent {
  case text, paper, archive, binary

  init(_ bytes: [UInt8]) {
    if DocumentRecord(bytes: bytes).error == nil {
      self = .paper
    } else if ArchiveReading.isArchive(bytes) {
      self = .archive
    } else {
      self = bytes.prefix(8_192).contains(0) ? .binary : .text
    }
  }

  var word: String {
    switch self {
    case .text: "text"
    case .paper: "pdf"
    case .archive: "archive"
    case .binary: "binary"
    }
  }

  /// Office documents keep their words in XML, where marks stand between the parts of a name.
  static func isMarkup(_ path: String) -> Bool {
    [".xml", ".html", ".htm", ".svg", ".rels"].contains { path.lowercased().hasSuffix($0) }
  }

  /// Marks become spaces, but what stands within them is kept behind the text: addresses of links are told there.
  static func text(_ bytes: ArraySlice<UInt8>, isMarkup: Bool) -> String {
    guard isMarkup else { return String(decoding: bytes, as: UTF8.self) }
    var words: [UInt8] = []
    var marks: [UInt8] = []
    var isInside = false
    for byte in bytes {
      if byte == UInt8(ascii: "<") {
        isInside = true
        words.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: ">"), isInside {
        isInside = false
        marks.append(UInt8(ascii: "\n"))
      } else if isInside {
        marks.append(byte)
      } else {
        words.append(byte)
      }
    }
    return String(decoding: words + [UInt8(ascii: "\n")] + marks, as: UTF8.self)
  }

  /// Runs of eight and more printable characters, a line each: paths that compilers leave, and what cameras and drawing
  /// programs write of their owners.
  static func strings(_ bytes: ArraySlice<UInt8>, limitBytes: Int) -> String {
    var found: [UInt8] = []
    var run: [UInt8] = []
    for byte in bytes {
      if (0x20...0x7E).contains(byte) {
        run.append(byte)
        continue
      }
      if run.count >= 8 {
        found += run + [UInt8(ascii: "\n")]
        if found.count > limitBytes { break }
      }
      run.removeAll(keepingCapacity: true)
    }
    if run.count >= 8, found.count <= limitBytes { found += run }
    return String(decoding: found.prefix(limitBytes), as: UTF8.self)
  }
}
