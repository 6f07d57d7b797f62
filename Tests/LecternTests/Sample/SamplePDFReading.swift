/// Reads back what a sample PDF holds, by its own cross-reference table and independently of the writer.
struct SamplePDFReading {
  let objects: [Int: String]
  let trailer: String
  /// Content streams in page order.
  let contents: [String]
  let pages: [String]

  /// nil when an offset, a length or the page tree doesn't hold.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.map { $0 < 128 ? $0 : 0x3F }, as: UTF8.self)
    let file = Array(text.utf8)
    guard file.count == bytes.count, text.hasPrefix("%PDF-1.5\n"), text.hasSuffix("%%EOF\n") else { return nil }
    let lines = text.split(separator: "\n")
    guard lines.count > 3, let start = Int(lines[lines.count - 2]), file.indices.contains(start) else { return nil }
    let table = String(decoding: file[start...], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard table.first == "xref", let count = Int(table[1].split(separator: " ").last ?? "") else { return nil }
    var found: [Int: String] = [:]
    guard table.count > count + 2 else { return nil }
    let entries = table[3..<(2 + count)]
    guard entries.allSatisfy({ $0.utf8.count == 19 && $0.hasSuffix(" 00000 n ") }) else { return nil }
    let offsets = entries.compactMap { Int($0.prefix(10)) } + [start]
    for number in 1..<count {
      let offset = offsets[number - 1]
      let next = offsets[number]
      let head = Array("\(number) 0 obj\n".utf8)
      let tail = Array("\nendobj\n".utf8)
      guard next >= offset + head.count + tail.count, next <= start,
        Array(file[offset..<(offset + head.count)]) == head, Array(file[(next - tail.count)..<next]) == tail
      else { return nil }
      let body = String(decoding: file[(offset + head.count)..<(next - tail.count)], as: UTF8.self)
      found[number] = body
    }
    guard let dictionary = table.firstIndex(of: "trailer").map({ String(table[$0 + 1]) }) else { return nil }
    objects = found
    trailer = dictionary
    let kids = Self.between("/Kids [", "]", in: found[2] ?? "").split(separator: " ").compactMap { Int($0) }.filter { $0 > 0 }
    pages = kids.compactMap { found[$0] }
    guard found[2]?.contains("/Count \(pages.count) ") == true, !pages.isEmpty else { return nil }
    var streams: [String] = []
    for page in pages {
      guard let number = Int(Self.between("/Contents ", " ", in: page)), let object = found[number],
        let length = Int(Self.between("/Length ", " ", in: object))
      else { return nil }
      let stream = Self.between("\nstream\n", "\nendstream", in: object)
      guard stream.utf8.count == length else { return nil }
      streams.append(stream)
    }
    contents = streams
  }

  var properties: String {
    Int(Self.between("/Info ", " ", in: trailer)).flatMap { objects[$0] } ?? ""
  }

  /// The strings one page shows, in order, line by line.
  func lines(_ page: Int) -> [String] {
    guard contents.indices.contains(page) else { return [] }
    return contents[page].split(separator: "\n").filter { $0.hasSuffix(" Tj") }.compactMap { line in
      line.firstIndex(of: "(").map { String(line[line.index(after: $0)...].dropLast(4)) }
    }
  }

  static func between(_ start: String, _ end: String, in text: String) -> String {
    let parts = text.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "" }
    return parts[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
  }
}
