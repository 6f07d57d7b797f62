/// A TrueType font program that a sample carries with it, and what a PDF has to say of it.
///
/// Heights, widths and the box are in thousandths of the font size.
struct EmbeddedFont: Sendable {
  /// With the tag that marks a subset.
  let name: String
  let flags: Int
  let box: [Int]
  let italicAngle: Int
  let ascent: Int
  let descent: Int
  let capHeight: Int
  let stemWidth: Int
  /// Length of the program before it was deflated.
  let programBytes: Int
  /// The program as a zlib stream, deflated when the source was made.
  let deflated: [UInt8]
  /// Advance widths for WinAnsi codes 32 to 255; 0 where the font has no glyph.
  let widths: [Int]

  /// The descriptor, whose program is another object of the file.
  func descriptor(program: Int) -> String {
    let box = box.map(String.init).joined(separator: " ")
    return "<< /Type /FontDescriptor /FontName /\(name) /Flags \(flags) /FontBBox [\(box)] /ItalicAngle \(italicAngle) "
      + "/Ascent \(ascent) /Descent \(descent) /CapHeight \(capHeight) /StemV \(stemWidth) /FontFile2 \(program) 0 R >>"
  }

  /// The font, whose descriptor is another object of the file.
  func dictionary(descriptor: Int) -> String {
    let widths = widths.map(String.init).joined(separator: " ")
    return "<< /Type /Font /Subtype /TrueType /BaseFont /\(name) /Encoding /WinAnsiEncoding /FirstChar 32 "
      + "/LastChar \(31 + self.widths.count) /Widths [\(widths)] /FontDescriptor \(descriptor) 0 R >>"
  }

  /// The dictionary of the stream that holds `deflated`.
  var programDictionary: String {
    "<< /Length \(deflated.count) /Length1 \(programBytes) /Filter /FlateDecode >>"
  }
}
