import LecternTesting
import Testing

@Suite("Fonts of sample PDFs")
struct SampleFontTests {
  private let bytes = SamplePDF.manuscript(of: SampleFixture.plan.papers[2], options: .init(mainPages: 5))

  @Test("Each font is a TrueType subset whose program is part of the file")
  func embedded() throws {
    let pdf = try #require(SamplePDFReading(bytes))
    let fonts = pdf.objects.values.filter { $0.contains("/Type /Font ") }
    #expect(fonts.count == 3)
    for font in fonts {
      #expect(font.contains("/Subtype /TrueType") && font.contains("/Encoding /WinAnsiEncoding"))
      let name = SamplePDFReading.between("/BaseFont /", " ", in: font)
      #expect(name.dropFirst(6).hasPrefix("+SampleSerif-"))
      let descriptor = try #require(object("/FontDescriptor ", of: font, in: pdf))
      #expect(descriptor.contains("/FontName /\(name) "))
      let program = try #require(object("/FontFile2 ", of: descriptor, in: pdf))
      #expect(program.contains("/Filter /FlateDecode") && program.contains("/Length1 "))
    }
  }

  @Test("Every program is a whole zlib stream: its header fits, and it is as long as the file says")
  func streams() throws {
    let pdf = try #require(SamplePDFReading(bytes))
    let programs = pdf.objects.values.filter { $0.contains("/Length1 ") }
    #expect(programs.count == 3)
    for program in programs {
      let length = try #require(Int(SamplePDFReading.between("/Length ", " ", in: program)))
      let stream = Array(program.utf8.drop { $0 != UInt8(ascii: "\n") }.dropFirst("\nstream\n".utf8.count))
      #expect(stream.count == length + "\nendstream".utf8.count)
      // Window of 32 KB, best compression: 0x78 0xDA, the second of which the reading shows as "?".
      #expect(stream.prefix(2) == [0x78, 0x3F])
    }
  }

  @Test("There is a width for each code from 32 to 255, and letters have those of Times")
  func widths() throws {
    let pdf = try #require(SamplePDFReading(bytes))
    let roman = try #require(pdf.objects.values.first { $0.contains("+SampleSerif-Regular /Encoding") })
    let widths = SamplePDFReading.between("/Widths [", "]", in: roman).split(separator: " ").compactMap { Int($0) }
    try #require(widths.count == 224)
    #expect(roman.contains("/FirstChar 32 /LastChar 255"))
    func width(_ letter: Unicode.Scalar) -> Int { widths[Int(letter.value) - 32] }
    #expect([" ", "A", "W", "a", "m", "0", "é", "ß"].map(width) == [250, 722, 944, 444, 778, 500, 444, 500])
  }

  private func object(_ key: String, of dictionary: String, in pdf: SamplePDFReading) -> String? {
    Int(SamplePDFReading.between(key, " ", in: dictionary)).flatMap { pdf.objects[$0] }
  }
}
