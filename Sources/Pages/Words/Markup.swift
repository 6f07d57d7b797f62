/// One piece of HTML per element, in order.
func each<Elements: Sequence>(_ elements: Elements, _ body: (Elements.Element) -> HTML) -> HTML {
  var html = HTML.empty
  for element in elements { html += body(element) }
  return html
}

/// The body when the condition holds, nothing otherwise.
func when(_ condition: Bool, _ body: () -> HTML) -> HTML {
  condition ? body() : .empty
}

/// The body around a value that is there, nothing otherwise.
func with<Value>(_ value: Value?, _ body: (Value) -> HTML) -> HTML {
  guard let value else { return .empty }
  return body(value)
}

/// Text in paragraphs: an empty line begins a new one, single line breaks stay.
func prose(_ text: String) -> HTML {
  var paragraphs: [[String]] = [[]]
  for line in lines(of: text) {
    if isBlank(line) {
      if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
    } else {
      paragraphs[paragraphs.endIndex - 1].append(line)
    }
  }
  return each(paragraphs.filter { !$0.isEmpty }) { lines in
    "<p>\(each(lines.enumerated()) { "\(when($0.offset > 0) { "<br>" })\($0.element)" })</p>"
  }
}

/// By bytes: by characters it was a twentieth of a page with reviews on it, by scalars a hundredth.
private func lines(of text: String) -> [String] {
  var text = text
  return text.withUTF8 { bytes in
    var lines: [String] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      let length = lengthOfLineEnd(bytes, place)
      if length > 0 {
        lines.append(String(decoding: bytes[start..<place], as: UTF8.self))
        start = place + length
      }
      place += max(1, length)
    }
    return lines + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}

/// How many bytes the end of a line has that begins there; none where no line ends. A carriage return and a line feed end one line
/// together.
@inline(__always)
private func lengthOfLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
  func following(_ distance: Int) -> UInt8? { place + distance < bytes.count ? bytes[place + distance] : nil }
  return switch bytes[place] {
  case 0x0A...0x0C: 1
  case 0x0D: following(1) == 0x0A ? 2 : 1
  case 0xC2: following(1) == 0x85 ? 2 : 0
  case 0xE2: following(1) == 0x80 && (following(2) == 0xA8 || following(2) == 0xA9) ? 3 : 0
  default: 0
  }
}

/// Most lines begin with a letter, which one byte tells.
private func isBlank(_ line: String) -> Bool {
  if let first = line.utf8.first, (0x21...0x7E).contains(first) { return false }
  return line.allSatisfy(\.isWhitespace)
}

/// "1 review", "2 reviews".
func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
}

/// A number with a fixed count of decimals, rounded half away from zero; "–" when it is no number.
func decimal(_ number: Double, places: Int = 2) -> String {
  guard number.isFinite, abs(number) < 1e12 else { return "–" }
  var scale = 1.0
  for _ in 0..<max(0, min(places, 6)) { scale *= 10 }
  let scaled = Int64((abs(number) * scale).rounded())
  let whole = scaled / Int64(scale)
  let rest = scaled % Int64(scale)
  let sign = number < 0 && scaled != 0 ? "−" : ""
  guard places > 0 else { return sign + String(whole) }
  let digits = String(rest)
  return sign + String(whole) + "." + String(repeating: "0", count: max(0, places - digits.utf8.count)) + digits
}

/// "3.4 MB", "50 MB": powers of ten, one decimal from a megabyte on unless it is a zero.
func size(_ bytes: Int64) -> String {
  switch bytes {
  case ..<1_000: "\(bytes) bytes"
  case ..<1_000_000: decimal(Double(bytes) / 1_000, places: 0) + " kB"
  case ..<1_000_000_000: short(Double(bytes) / 1_000_000) + " MB"
  default: short(Double(bytes) / 1_000_000_000) + " GB"
  }
}

private func short(_ number: Double) -> String {
  let text = decimal(number, places: 1)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
