import CQPDF
import Glibc

/// What a font's codes mean and how wide they are, as far as a search for hidden text needs it.
final class ContentFont {
  let codeBytes: Int
  private var texts: [Int: String] = [:]
  private var widths: [Double] = []
  private var firstCode = 0
  private let averageWidth: Double

  private static let glyphs: [String: String] = [
    "space": " ", "ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "period": ".", "comma": ",", "colon": ":",
    "semicolon": ";", "hyphen": "-", "exclam": "!", "question": "?", "quoteright": "'", "quoteleft": "'", "parenleft": "(",
    "parenright": ")", "slash": "/", "quotedblleft": "“", "quotedblright": "”", "quotedbl": "\"", "at": "@", "ampersand": "&",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "bracketleft": "[", "bracketright": "]",
  ]

  init(file: qpdf_data, font: qpdf_oh) {
    let isComposite = name("/Subtype", of: font, in: file) == "/Type0"
    codeBytes = isComposite ? 2 : 1
    averageWidth = isComposite ? 0.6 : 0.5
    if !isComposite {
      readWidths(file, font)
      readDifferences(file, qpdf_oh_get_key(file, qpdf_oh_get_key(file, font, "/Encoding"), "/Differences"))
    }
    readMap(file, qpdf_oh_get_key(file, font, "/ToUnicode"))
  }

  /// In ems.
  func width(of code: Int) -> Double {
    let index = code - firstCode
    return widths.indices.contains(index) ? widths[index] : averageWidth
  }

  func text(of code: Int) -> String {
    if let known = texts[code] { return known }
    if codeBytes == 1, (0x20...0x7E).contains(code), let scalar = Unicode.Scalar(code) { return String(Character(scalar)) }
    return ""
  }

  private func readWidths(_ file: qpdf_data, _ font: qpdf_oh) {
    let array = qpdf_oh_get_key(file, font, "/Widths")
    guard qpdf_oh_is_array(file, array) != QPDF_FALSE else { return }
    firstCode = Int(qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_key(file, font, "/FirstChar")))
    // The glyphs of a Type 3 font have a space of their own.
    let isType3 = name("/Subtype", of: font, in: file) == "/Type3"
    for index in 0..<min(256, max(0, qpdf_oh_get_array_n_items(file, array))) {
      let item = qpdf_oh_get_array_item(file, array, index)
      widths.append(isType3 ? averageWidth : qpdf_oh_get_numeric_value(file, item) / 1_000)
      qpdf_oh_release(file, item)
    }
  }

  private func readDifferences(_ file: qpdf_data, _ array: qpdf_oh) {
    guard qpdf_oh_is_array(file, array) != QPDF_FALSE else { return }
    var code = 0
    for index in 0..<min(1_024, max(0, qpdf_oh_get_array_n_items(file, array))) {
      let item = qpdf_oh_get_array_item(file, array, index)
      defer { qpdf_oh_release(file, item) }
      if qpdf_oh_is_number(file, item) != QPDF_FALSE {
        code = Int(qpdf_oh_get_int_value_as_int(file, item))
      } else if qpdf_oh_is_name(file, item) != QPDF_FALSE, let pointer = qpdf_oh_get_name(file, item) {
        let glyph = String(cString: pointer).dropFirst()
        if glyph.utf8.count == 1 {
          texts[code] = String(glyph)
        } else if let known = Self.glyphs[String(glyph)] {
          texts[code] = known
        }
        code &+= 1
      }
    }
  }

  /// A ToUnicode map: of its operators only `bfchar` and `bfrange` say something (ISO 32000-2, 9.10.3).
  private func readMap(_ file: qpdf_data, _ stream: qpdf_oh) {
    guard qpdf_oh_is_stream(file, stream) != QPDF_FALSE else { return }
    withStreamData(file, stream) { bytes in
      var tokens = ContentTokens(bytes)
      var pending: [Range<Int>] = []
      while let token = tokens.next(), texts.count < 70_000 {
        switch token {
        case .string(let range): pending.append(range)
        case .word(let word):
          let strings = tokens.strings
          if tokens.equals(word, "endbfchar") {
            for pair in stride(from: 0, to: pending.count - 1, by: 2) {
              texts[Self.number(strings[pending[pair]])] = Self.text(strings[pending[pair + 1]])
            }
          } else if tokens.equals(word, "endbfrange") {
            takeRanges(pending, strings)
          }
          pending.removeAll(keepingCapacity: true)
        default: break
        }
      }
    }
  }

  private func takeRanges(_ pending: [Range<Int>], _ strings: [UInt8]) {
    for start in stride(from: 0, to: pending.count - 2, by: 3) {
      let low = Self.number(strings[pending[start]])
      let high = Self.number(strings[pending[start + 1]])
      let first = Self.number(strings[pending[start + 2]])
      guard low <= high, high - low < 1_024 else { continue }
      for code in low...high {
        if let scalar = Unicode.Scalar(UInt32(clamping: first + code - low)) { texts[code] = String(Character(scalar)) }
      }
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let list = Array(bytes)
    let units = stride(from: 0, to: list.count - 1, by: 2).map { UInt16(list[$0]) << 8 | UInt16(list[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }
}

/// The decoded bytes of a stream, gone when `body` returns.
func withStreamData(_ file: qpdf_data, _ stream: qpdf_oh, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  var buffer: UnsafeMutablePointer<UInt8>?
  var length = 0
  var filtered = QPDF_BOOL(QPDF_FALSE)
  guard qpdf_oh_get_stream_data(file, stream, qpdf_dl_generalized, &filtered, &buffer, &length) & 2 == 0, let buffer
  else { return }
  defer { free(buffer) }
  body(UnsafeBufferPointer(start: buffer, count: length))
}
