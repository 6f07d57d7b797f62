/// Breaks a paragraph into lines of even spacing, after Knuth and Plass (Software: Practice and Experience, 1981),
/// without hyphenation: lines end at spaces and after hyphens that are there already.
struct LineBreaker {
  struct Line {
    let bytes: [UInt8]
    /// Natural width without extra word spacing.
    let width: Millipoints
    /// To add to each space so that the line fills its measure; 0 in a last line.
    let wordSpacing: Millipoints
  }

  private struct Word {
    let bytes: [UInt8]
    let units: Int
    let spaceBefore: Bool
  }

  let font: PDFFont
  let size: Millipoints
  let measure: Millipoints
  /// How much narrower every line after the first is set: the hanging indent of a reference.
  var hanging: Millipoints = 0
  /// Lines keep their natural spacing.
  var ragged = false

  func lines(_ text: String) -> [Line] {
    let words = split(text)
    guard !words.isEmpty else { return [] }
    // best[n]: the cheapest way to set the first n words, and where its last line starts.
    var best: [(cost: Int, from: Int, lines: Int)] = [(0, 0, 0)]
    for end in 1...words.count {
      var choice = (cost: Int.max, from: end - 1, lines: 0)
      var units = 0
      var gaps = 0
      for start in stride(from: end - 1, through: 0, by: -1) {
        if start + 1 < end, words[start + 1].spaceBefore {
          units += 250
          gaps += 1
        }
        units += words[start].units
        if units > room(line: 1) * 5 / 4, start < end - 1 { break }
        let before = best[start]
        let cost = badness(units: units, gaps: gaps, room: room(line: before.lines), last: end == words.count)
        if before.cost + cost < choice.cost { choice = (before.cost + cost, start, before.lines + 1) }
      }
      best.append(choice)
    }
    return cut(words, best)
  }

  private func room(line: Int) -> Int {
    (measure - (line > 0 ? hanging : 0)) * 1_000 / size
  }

  private func badness(units: Int, gaps: Int, room: Int, last: Bool) -> Int {
    let slack = room - units
    if slack < 0, gaps == 0 || -slack > gaps * 45 { return 100_000_000 }
    if ragged || last { return slack < 0 ? 400 : (last ? 0 : slack / 40) }
    let stretch = slack * 100 / (max(gaps, 1) * 250)
    return stretch * stretch / 10 + (gaps == 0 ? 100_000 : 0)
  }

  private func cut(_ words: [Word], _ best: [(cost: Int, from: Int, lines: Int)]) -> [Line] {
    var lines: [Line] = []
    var end = words.count
    while end > 0 {
      let start = best[end].from
      var bytes: [UInt8] = []
      var gaps = 0
      for place in start..<end {
        if place > start, words[place].spaceBefore {
          bytes.append(32)
          gaps += 1
        }
        bytes += words[place].bytes
      }
      let units = font.units(bytes)
      let slack = room(line: best[start].lines) - units
      let fills = gaps > 0 && (slack < 0 || (!ragged && end < words.count))
      let spacing = fills ? slack * size / 1_000 / gaps : 0
      lines.append(Line(bytes: bytes, width: units * size / 1_000, wordSpacing: spacing))
      end = start
    }
    return lines.reversed()
  }

  private func split(_ text: String) -> [Word] {
    var words: [Word] = []
    for part in text.split(separator: " ") {
      var piece: [UInt8] = []
      var first = true
      for byte in WinAnsi.bytes(String(part)) {
        piece.append(byte)
        if byte == 0x2D, piece.count > 2 {
          words.append(Word(bytes: piece, units: font.units(piece), spaceBefore: first))
          piece = []
          first = false
        }
      }
      if !piece.isEmpty { words.append(Word(bytes: piece, units: font.units(piece), spaceBefore: first)) }
    }
    return words
  }
}
