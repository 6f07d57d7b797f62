import Proceedings
import Testing

@Suite("The front matter as a PDF")
struct FrontMatterTests {
  private func pdf(_ change: (inout Volume) -> Void = { _ in }) throws -> String {
    try #require(
      SampleVolume.make(change).site(builtAt: "2026-05-11T08:00:00Z", depositor: nil).first { $0.path == "front-matter.pdf" }
    ).text
  }

  /// Text as the file holds it.
  private func digits(_ text: String) -> String {
    text.unicodeScalars.map { ($0.value < 16 ? "0" : "") + String($0.value, radix: 16) }.joined()
  }

  @Test("It is a PDF whose table points at its objects, plain ASCII, and the same for the same volume")
  func wellFormed() throws {
    let text = try pdf()
    #expect(text.hasPrefix("%PDF-1.4\n") && text.hasSuffix("%%EOF\n") && text.utf8.allSatisfy { $0 < 128 })
    #expect(try pdf() == text)
    let bytes = Array(text.utf8)
    let start = try #require(text.firstRange(of: "startxref\n"))
    let table = try #require(Int(text[start.upperBound...].prefix { $0.isNumber }))
    let lines = String(decoding: bytes[table...], as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "xref")
    let count = try #require(lines.dropFirst().first?.split(separator: " ").last.flatMap { Int($0) })
    for number in 1..<count {
      let offset = try #require(Int(lines[2 + number].prefix(10)))
      #expect(String(decoding: bytes[offset...].prefix(12), as: UTF8.self).hasPrefix("\(number) 0 obj"))
    }
    for stream in text.matches(of: #/<< \/Length (\d+) >>\nstream\n([\s\S]*?)endstream/#) {
      #expect(Int(stream.1) == stream.2.utf8.count)
    }
  }

  @Test("It names the volume, its editors, its papers with their pages, and says where a script is missing")
  func content() throws {
    let text = try pdf()
    for word in ["Ada Lovelace", "Contents", "Serving", "Gabriel Garc\u{ED}a M\u{E1}rquez", "ISSN 2832-8000"] {
      #expect(text.contains(digits(word)), "\(word)")
    }
    #expect(text.contains(digits("Lukasz G\u{F6}\u{DF}mann-\u{C7}elik")), "letters the fonts lack lose their marks")
    #expect(text.contains(digits("[in another script: see the site]")))
    #expect(text.contains("/PageLabels << /Nums [0 << /S /r >>] >>") && !text.contains(digits("Program committee")))
  }

  @Test("The committee is printed where the volume has one, and a long volume takes more pages")
  func committee() throws {
    let text = try pdf { volume in
      volume.committee = [
        .init(title: "Program committee", members: [.init(name: PersonName(reading: "Rita Ray"), affiliation: "Lab")]),
        .init(title: "Nobody", members: []),
      ]
    }
    #expect(
      text.contains(digits("Program committee")) && text.contains(digits("Rita Ray, Lab")) && !text.contains(digits("Nobody")))
    let long = try pdf { volume in
      volume.sessions[0].papers = Array(repeating: volume.sessions[1].papers[0], count: 90)
    }
    let pages = { (text: String) in text.ranges(of: "/Type /Page /Parent").count }
    #expect(pages(long) > pages(text) + 2)
  }
}
