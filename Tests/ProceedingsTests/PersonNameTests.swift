import Proceedings
import Testing

@Suite("Names in bibliographies")
struct PersonNameTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var family = ""
    let inverted: String
    let bibTeX: String
    var testDescription: String { text }
  }

  @Test(
    "A name is taken apart as its bearer would",
    arguments: [
      Case(text: "Ada Lovelace", inverted: "Lovelace, Ada", bibTeX: "Lovelace, Ada"),
      Case(text: "  Lovelace,  Ada ", inverted: "Lovelace, Ada", bibTeX: "Lovelace, Ada"),
      Case(text: "Ludwig van Beethoven", inverted: "van Beethoven, Ludwig", bibTeX: "van Beethoven, Ludwig"),
      Case(
        text: "Maria de la Cruz", inverted: "de la Cruz, Maria", bibTeX: "de la Cruz, Maria"),
      Case(text: "Martin Luther King, Jr.", inverted: "King, Martin Luther, Jr.", bibTeX: "King, Jr., Martin Luther"),
      Case(text: "John Smith III", inverted: "Smith, John, III", bibTeX: "Smith, III, John"),
      Case(text: "Sukarno", inverted: "Sukarno", bibTeX: "{Sukarno}"),
      Case(text: "王小明", inverted: "王小明", bibTeX: "{王小明}"),
      Case(text: "王 小明", inverted: "王, 小明", bibTeX: "王, 小明"),
      Case(text: "김 민수", inverted: "김, 민수", bibTeX: "김, 민수"),
      Case(
        text: "Gabriel García Márquez", family: "García Márquez", inverted: "García Márquez, Gabriel",
        bibTeX: "Garc{\\'{\\i}}a M{\\'a}rquez, Gabriel"),
      Case(
        text: "Nguyễn Văn An", family: "Nguyễn", inverted: "Nguyễn, Văn An", bibTeX: "Nguy{\\~{\\^e}}n, V{\\u{a}}n An"),
      Case(
        text: "Anna von und zu Guttenberg", family: "von und zu Guttenberg", inverted: "von und zu Guttenberg, Anna",
        bibTeX: "von und zu Guttenberg, Anna"),
      Case(text: "danah boyd", inverted: "boyd, danah", bibTeX: "{boyd}, danah"),
      Case(
        text: "Łukasz Gößmann-Çelik", inverted: "Gößmann-Çelik, Łukasz", bibTeX: "G{\\\"o}{\\ss}mann-{\\c{C}}elik, {\\L}ukasz"),
      Case(text: "Søren Åström", inverted: "Åström, Søren", bibTeX: "{\\AA}str{\\\"o}m, S{\\o}ren"),
      Case(
        text: "Research and Development", inverted: "and Development, Research",
        bibTeX: "{and} Development, Research"),
    ])
  func parts(_ name: Case) throws {
    let parsed = PersonName(reading: name.text, family: name.family)
    let field = try authorField(parsed)
    #expect(parsed.inverted == name.inverted)
    #expect(field == name.bibTeX)
  }

  private func authorField(_ name: PersonName) throws -> String {
    let volume = try SampleVolume.make()
    var paper = SampleVolume.plain
    paper.authors = [.init(name: name)]
    let line = volume.bibTeX(of: paper).split(separator: "\n").first { $0.contains("author ") } ?? ""
    return String(line.drop { $0 != "{" }.dropFirst().dropLast(2))
  }
}
