/// Archives as authors upload them beside a paper.
enum SampleArchive {
  /// A zip archive of one text, stored as it is.
  static func zip(_ text: String, named name: String) -> [UInt8] {
    let content = Array(text.utf8)
    let name = Array(name.utf8)
    // Version 2.0, no flags, stored, midnight of 1 January 2026.
    var about: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5C]
    about += bytes(checksum(content), 4) + bytes(UInt32(content.count), 4) + bytes(UInt32(content.count), 4)
    about += bytes(UInt32(name.count), 2) + bytes(0, 2)
    var archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    archive += about + name + content
    var directory: [UInt8] = [0x50, 0x4B, 0x01, 0x02, 20, 0]
    directory += about + [UInt8](repeating: 0, count: 14) + name
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, 1, 0, 1, 0]
    end += bytes(UInt32(directory.count), 4) + bytes(UInt32(archive.count), 4) + bytes(0, 2)
    return archive + directory + end
  }

  /// The lowest byte first.
  private static func bytes(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }
  }

  /// CRC-32, as zip archives have it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
    return ~sum
  }
}
