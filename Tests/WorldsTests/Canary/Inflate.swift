/// Opens compressed streams (RFC 1951), whichever of zip, gzip, PDF or zlib holds them: a stream is tried wherever one may
/// begin. Damaged ones give what came before the damage.
enum Inflate {
  /// What the streams in the bytes hold.
  static func streams(in bytes: [UInt8]) -> [[UInt8]] {
    starts(in: bytes).compactMap { start in
      var reader = Reader(bytes: bytes, position: start)
      let text = reader.inflated()
      return text.count > 4 ? text : nil
    }
  }

  /// Where deflated data may begin: behind a zip entry's name, a gzip header, and the two bytes of zlib after `stream`.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    let word = Array("stream".utf8)
    for index in bytes.indices where index + 30 < bytes.count {
      switch bytes[index] {
      case 0x50 where bytes[index + 1] == 0x4B && bytes[index + 2] == 3 && bytes[index + 3] == 4 && bytes[index + 8] == 8:
        starts.append(
          index + 30 + Int(bytes[index + 26]) + Int(bytes[index + 27]) * 256 + Int(bytes[index + 28])
            + Int(bytes[index + 29]) * 256)
      case 0x1F where bytes[index + 1] == 0x8B && bytes[index + 2] == 8 && bytes[index + 3] == 0: starts.append(index + 10)
      case word[0] where Array(bytes[index..<index + 6]) == word:
        let lines = bytes[index + 6] == 0x0D ? 2 : 1
        if bytes[index + 6 + lines] & 0x0F == 8 { starts.append(index + 8 + lines) }
      default: continue
      }
    }
    return starts.filter { $0 < bytes.count }
  }
}

extension Inflate {
  private struct Reader {
    let bytes: [UInt8]
    var position: Int
    private var held: UInt32 = 0
    private var count = 0
    private var out: [UInt8] = []

    init(bytes: [UInt8], position: Int) {
      self.bytes = bytes
      self.position = position
    }

    private struct Damaged: Error {}
    private static let lengthBase = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    private static let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    private static let distanceBase = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073, 4_097,
      6_145, 8_193, 12_289, 16_385, 24_577,
    ]
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    mutating func inflated() -> [UInt8] {
      do {
        while try !block() {}
      } catch {}
      return out
    }

    /// True after the last block.
    private mutating func block() throws -> Bool {
      let isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try coded(Code(lengths), Code([Int](repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = try codes()
        try coded(literals, distances)
      default: throw Damaged()
      }
      return isLast
    }

    private mutating func bits(_ wanted: Int) throws -> Int {
      while count < wanted {
        guard position < bytes.count else { throw Damaged() }
        held |= UInt32(bytes[position]) << UInt32(count)
        position += 1
        count += 8
      }
      let value = Int(held & ((1 << UInt32(wanted)) - 1))
      held >>= UInt32(wanted)
      count -= wanted
      return value
    }

    private mutating func stored() throws {
      (held, count) = (0, 0)
      guard position + 4 <= bytes.count else { throw Damaged() }
      let length = Int(bytes[position]) + Int(bytes[position + 1]) * 256
      position += 4
      guard position + length <= bytes.count else { throw Damaged() }
      out += bytes[position..<position + length]
      position += length
    }

    private mutating func codes() throws -> (Code, Code) {
      let (literals, distances, lengths) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
      var first = [Int](repeating: 0, count: 19)
      for place in Self.order.prefix(lengths) { first[place] = try bits(3) }
      let code = Code(first)
      var all: [Int] = []
      while all.count < literals + distances {
        switch try symbol(code) {
        case let length where length < 16: all.append(length)
        case 16: all += [Int](repeating: all.last ?? 0, count: try bits(2) + 3)
        case 17: all += [Int](repeating: 0, count: try bits(3) + 3)
        default: all += [Int](repeating: 0, count: try bits(7) + 11)
        }
      }
      return (Code(Array(all.prefix(literals))), Code(Array(all.dropFirst(literals).prefix(distances))))
    }

    private mutating func coded(_ literals: Code, _ distances: Code) throws {
      while true {
        let found = try symbol(literals)
        if found < 256 {
          out.append(UInt8(found))
        } else if found == 256 {
          return
        } else {
          guard found - 257 < Self.lengthBase.count else { throw Damaged() }
          let length = Self.lengthBase[found - 257] + (try bits(Self.lengthBits[found - 257]))
          let place = try symbol(distances)
          guard place < Self.distanceBase.count else { throw Damaged() }
          let distance = Self.distanceBase[place] + (try bits(place < 2 ? 0 : place / 2 - 1))
          guard distance <= out.count else { throw Damaged() }
          for _ in 0..<length { out.append(out[out.count - distance]) }
        }
      }
    }

    private mutating func symbol(_ code: Code) throws -> Int {
      var (value, first, index) = (0, 0, 0)
      for length in 1..<16 {
        value |= try bits(1)
        let count = code.counts[length]
        if value - first < count { return code.symbols[index + value - first] }
        index += count
        first = (first + count) << 1
        value <<= 1
      }
      throw Damaged()
    }

    /// A canonical Huffman code.
    struct Code {
      private(set) var counts = [Int](repeating: 0, count: 16)
      let symbols: [Int]

      init(_ lengths: [Int]) {
        for length in lengths where length > 0 { counts[length] += 1 }
        symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
      }
    }
  }
}
