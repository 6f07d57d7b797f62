import Foundation
import Screening
import Testing

let researchRules = FormatRules(
  pageSize: .letter, columns: 2, mainPagesLimit: 10, referencesListAllAuthors: true, appendixSeparate: true,
  forbids: Set(FormatRules.Forbidden.allCases), style: .mlsys2025)

let industrialRules = FormatRules(
  pageSize: .letter, columns: 2, mainPagesLimit: 10, referencesListAllAuthors: true, appendixSeparate: true,
  forbids: [.names], style: .mlsys2025)

let strangers = FormFacts(
  title: "Another Paper",
  authors: [.init(given: "Rosa", family: "Zielinski", email: "rzielinski@example.edu", affiliation: "University of Northmarch")])

let namedAuthors = FormFacts(
  title: "A Paper",
  authors: [
    .init(
      given: "Dmitri", family: "Abramowicz", email: "dabramowicz@snu-seolhwa.ac.kr",
      affiliation: "Institute of Computing, Seolhwa National University"),
    .init(given: "Ulrike", family: "Takahashi", email: "u.takahashi@harrowgate.com", affiliation: "Harrowgate Research"),
  ])

/// What the inspector printed for a paper of the fixtures: the first two pages and the last three.
func recorded(_ name: String) throws -> Inspection {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Fixtures/screening/\(name).jsonl")
  return Inspection(jsonLines: Array(try Data(contentsOf: file)))
}

/// A made-up line of a two-column paper.
struct SampleLine {
  var text: String
  var x = 55.44
  var y = 100.0
  var width = 234.0
  var font = "NimbusRomNo9L-Regu"
  var size = 9.96

  var json: String {
    """
    {"text":"\(text)","box":[\(x),\(y),\(x + width),\(y + size * 0.9)],"font":"\(font)","size":\(size),"colour":"000000"}
    """
  }
}

/// Filler in both columns of a page, between two heights.
func filler(from top: Double = 70, to bottom: Double = 700, columns: Int = 2) -> [SampleLine] {
  stride(from: top, to: bottom, by: 11.955).flatMap { y in
    (0..<columns).map { column in
      SampleLine(
        text: "the scheduler keeps a queue of requests for each of the devices", x: 55.44 + Double(column) * 252, y: y,
        width: columns == 1 ? 487 : 234)
    }
  }
}

func heading(_ text: String, y: Double = 70, x: Double = 55.44) -> SampleLine {
  SampleLine(text: text, x: x, y: y, width: 80, font: "NimbusRomNo9L-Medi", size: 11.96)
}

/// Entries with a hanging indent in the left column, each of its own lines.
func entries(_ texts: [[String]], from top: Double = 90) -> [SampleLine] {
  var y = top
  return texts.flatMap { lines in
    lines.enumerated().map { index, text in
      defer { y += 11.955 }
      return SampleLine(text: text, x: index == 0 ? 55.44 : 65.4, y: y)
    }
  }
}

func inspection(
  pages: [[SampleLine]], size: (Double, Double) = (612, 792), document: String = "", fonts: String = "", ending: String = ""
) -> Inspection {
  var lines = ["{\"record\":\"document\",\"format\":1,\"pages\":\(pages.count),\"endsWithMarker\":true\(document)}"]
  for (index, page) in pages.enumerated() {
    let content = page.map(\.json).joined(separator: ",")
    lines.append("{\"record\":\"page\",\"page\":\(index + 1),\"size\":[\(size.0),\(size.1)],\"lines\":[\(content)]}")
  }
  lines.append("{\"record\":\"fonts\",\"fonts\":[\(fonts)]}")
  lines.append(ending.isEmpty ? "{\"record\":\"end\",\"truncated\":false}" : ending)
  return Inspection(jsonLines: Array(lines.joined(separator: "\n").utf8))
}

let plainEntries = [
  ["Abramowicz, H. and Quintana, S. A queue for every device.", "Journal of Queues, 2019."],
  ["Mbeki, O., Xanthos, K., and Lindqvist, E. On waiting. In", "Meeting on Waiting, 2020."],
  ["Novotny, F. Less waiting. Technical report, 2021."],
]

func codes(_ report: ScreeningReport, _ severity: Finding.Severity = .block) -> [String] {
  report.findings.filter { $0.severity == severity }.map(\.code)
}
