import Foundation
import Proceedings

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A small volume with the names and titles that break bibliographies.
enum SampleVolume {
  static func make(_ change: (inout Volume) -> Void = { _ in }) throws -> Volume {
    var volume = Volume(
      slug: "mlsys-2026", acronym: "MLSys 2026", conference: "Conference on Machine Learning and Systems 2026",
      title: "Proceedings of Machine Learning and Systems 8", series: "Proceedings of Machine Learning and Systems", number: "8",
      publisher: "Systems & Learning Press", place: "Bellevue, WA, USA", startsOn: try require(day: "2026-05-18"),
      endsOn: try require(day: "2026-05-22"), publishedOn: try require(day: "2026-05-11"),
      address: "https://proceedings.example.org/2026", doi: "10.5555/mlsys.2026", issn: "2832-8000",
      licence: .init(name: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/"),
      editors: [.init(name: PersonName(reading: "Ada Lovelace"))],
      sessions: [
        .init(key: "training", title: "Training & Scale", papers: [hostile, chinese]),
        .init(key: "serving", title: "Serving", papers: [plain]),
      ])
    change(&volume)
    return volume
  }

  static let hostile = Volume.Paper(
    key: "17", title: "<script>alert(\"1\")</script> & {PyTorch} at 100% \\ of \"GPU_Speed\"",
    abstract: "First line\nof one paragraph.\n\n]]> Second & <b>last</b>\u{1}.", keywords: ["a & b", "c,d"],
    authors: [
      .init(
        name: PersonName(reading: "Ludwig van Beethoven"), affiliation: "Universität Bonn & Söhne", orcid: "0000-0002-1825-0097"),
      .init(name: PersonName(reading: "Łukasz Gößmann-Çelik")),
      .init(name: PersonName(reading: "Nguyễn Văn An", family: "Nguyễn")),
      .init(name: PersonName(reading: "Sukarno")), .init(name: PersonName(reading: "Martin Luther King, Jr.")),
    ],
    track: "Research", pages: .init(first: 1, last: 12), doi: "10.5555/mlsys.2026.<17>",
    badges: [.init(key: "available", label: "Artifacts Available", address: "https://doi.org/10.5281/zenodo.1")],
    files: [.init(kind: .article, path: "papers/17.pdf", sizeBytes: 1_234_567)])

  static let chinese = Volume.Paper(
    key: "4", title: "大规模机器学习系统", abstract: "摘要", keywords: [], authors: [.init(name: PersonName(reading: "王 小明"))],
    pages: .init(first: 13, last: 13))

  static let plain = Volume.Paper(
    key: "901", title: "=Serving, quickly?", abstract: "Short.", keywords: ["serving"],
    authors: [.init(name: PersonName(reading: "Gabriel García Márquez", family: "García Márquez"))])
}

private struct NoDay: Error {}

func require(day text: String) throws -> Volume.Day {
  guard let day = Volume.Day(text) else { throw NoDay() }
  return day
}

/// A parsed document in which elements are found by name.
struct Parsed {
  let document: XMLDocument

  init(_ text: String) throws {
    document = try XMLDocument(xmlString: text, options: [.nodePreserveWhitespace])
  }

  /// Every element of this local name, in order.
  func all(_ name: String) -> [XMLElement] {
    Self.walk(document.rootElement()).filter { $0.localName == name }
  }

  func texts(_ name: String) -> [String] { all(name).map { $0.stringValue ?? "" } }

  func attributes(_ element: String, _ name: String) -> [String] {
    all(element).compactMap { Self.attribute(name, of: $0) }
  }

  /// By name alone, whatever the namespace of the element.
  static func attribute(_ name: String, of element: XMLElement) -> String? {
    element.attributes?.first { $0.localName == name }?.stringValue
  }

  /// The names of an element's own elements, in order.
  static func children(of element: XMLElement?) -> [String] {
    (element?.children ?? []).compactMap { ($0 as? XMLElement)?.localName }
  }

  static func walk(_ element: XMLElement?) -> [XMLElement] {
    guard let element else { return [] }
    return [element] + (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap(walk)
  }
}
