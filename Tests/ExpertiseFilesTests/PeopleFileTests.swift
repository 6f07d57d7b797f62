import AssignmentFiles
import Expertise
import Foundation
import Testing

@testable import ExpertiseFiles

@Suite("Papers and people in files")
struct PeopleFileTests {
  @Test("Papers are read in order; ids may be numbers; blank lines, a byte order mark and other keys don't matter")
  func papers() throws {
    let folder = try Folder()
    let file = try folder.file(
      "p.jsonl",
      "\u{FEFF}{\"id\": 17, \"title\": \"A\", \"year\": 2020, \"venue\": 3}\r\n\n{\"id\": \"b\", \"title\": null, \"abstract\": \"B\"}"
    )
    #expect(
      try PaperFile.read(file) == [
        PaperText(id: "17", title: "A", abstract: "", year: 2020), PaperText(id: "b", title: "", abstract: "B"),
      ])
  }

  @Test("A gzipped file reads like a plain one, and one cut off is refused")
  func gzip() throws {
    let folder = try Folder()
    // {"id":"a","title":"Tensor"} packed by gzip.
    let packed = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA6tWykxRslJKVNJRKsksyUkFskNS84rzi5RquQAnIAi/HAAAAA=="))
    let file = folder.path + "/p.jsonl.gz"
    try packed.write(to: URL(filePath: file))
    #expect(try PaperFile.read(file) == [PaperText(id: "a", title: "Tensor", abstract: "")])
    try packed.prefix(30).write(to: URL(filePath: file))
    #expect(throws: FileProblem.self) { try PaperFile.read(file) }
  }

  @Test(
    "Bad lines are refused with file and line",
    arguments: [
      ("{\"id\": \"a\", \"title\": \"A\"}\nnonsense", 2), ("{\"title\": \"A\"}", 1), ("\n{\"id\": \"a\", \"title\": 5}", 2),
      ("{\"id\": \"a\"}\n{\"id\": \"a\"}", 2), ("[]", 1),
    ])
  func badPapers(text: String, line: Int) throws {
    let folder = try Folder()
    let file = try folder.file("p.jsonl", text)
    let problem = #expect(throws: FileProblem.self) { try PaperFile.read(file) }
    #expect(problem?.line == line)
    #expect(problem?.file == file)
  }

  @Test("Publications are papers or ids of texts; one that comes twice stays once, with the longer abstract; excluded ones go")
  func people() throws {
    let folder = try Folder()
    let file = try folder.file(
      "people.jsonl",
      """
      {"id": "ann", "publications": [{"title": "On Trees"}, "x", {"title": "on trees.", "abstract": "All"}, {"title": "Old"}], "exclude": ["OLD"]}
      {"id": 7}
      """)
    let people = try PeopleFile.read(file, texts: ["x": PaperText(id: "x", title: "Graphs", abstract: "")])
    #expect(people.map(\.id) == ["ann", "7"])
    #expect(people[0].publications.map(\.title) == ["on trees.", "Graphs"])
    #expect(people[1].publications.isEmpty)
    let problem = #expect(throws: FileProblem.self) { try PeopleFile.read(file) }
    #expect(problem?.line == 1)
    #expect(problem?.message.contains("--texts") == true)
  }
}
