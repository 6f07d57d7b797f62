/// What cameras and drawing programs write beside a picture: its maker, place and time.
enum PictureMetadata {
  /// The same picture without it; anything but a JPEG or PNG file stays as it is.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
    return bytes
  }

  /// Without the segments of applications but JFIF's, ICC's and Adobe's, which say how to show it (ITU-T T.81, B.1.1), and without
  /// comments and whatever stands behind the picture.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = [0xFF, 0xD8]
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      // The picture itself follows, to the end of the file.
      if marker == 0xDA { return kept + bytes[place...] }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { return bytes }
      let isTelling = marker == 0xFE || ((0xE1...0xEF).contains(marker) && marker != 0xE2 && marker != 0xEE)
      if !isTelling { kept += bytes[place..<(place + 2 + length)] }
      place += 2 + length
    }
    return bytes
  }

  /// Without text, times and what cameras write (PNG specification, 11.3.3, 11.3.5), and without private chunks.
  private static func png(_ bytes: [UInt8]) -> [UInt8] {
    let shown: Set<String> = [
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "sPLT", "acTL",
      "fcTL",
      "fdAT", "cICP",
    ]
    var kept = Array(bytes.prefix(8))
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return bytes }
      let name = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      if shown.contains(name) { kept += bytes[place..<(place + 12 + length)] }
      place += 12 + length
      if name == "IEND" { return kept }
    }
    return bytes
  }
}
