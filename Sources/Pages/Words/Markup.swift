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
  var paragraphs: [[Substring]] = [[]]
  for line in lines(of: text) {
    if line.allSatisfy(\.isWhitespace) {
      if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
    } else {
      paragraphs[paragraphs.endIndex - 1].append(line)
    }
  }
  return each(paragraphs.filter { !$0.isEmpty }) { lines in
    "<p>\(each(lines.enumerated()) { "\(when($0.offset > 0) { "<br>" })\(String($0.element))" })</p>"
  }
}

/// By scalars: by characters it was a twentieth of a page with reviews on it.
private func lines(of text: String) -> [Substring] {
  let scalars = text.unicodeScalars
  var lines: [Substring] = []
  var start = scalars.startIndex
  var before: Unicode.Scalar?
  for index in scalars.indices {
    let scalar = scalars[index]
    if endsLine(scalar) {
      // A carriage return and a line feed end one line together.
      if !(scalar == "\n" && before == "\r") { lines.append(text[start..<index]) }
      start = scalars.index(after: index)
    }
    before = scalar
  }
  return lines + [text[start...]]
}

private func endsLine(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
  default: false
  }
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
