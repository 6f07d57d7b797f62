import AssignmentFiles
import Expertise
import Foundation
import Testing

@testable import ExpertiseFiles

@Suite("Publications from elsewhere")
struct PublicationFileTests {
  private func read(_ text: String, _ file: String) throws -> [PaperText] {
    try PublicationFile.read(Array(text.utf8), file: file)
  }

  @Test("BibTeX: braces, quotes, joined parts, accents; comments, strings and entries without a title are passed over")
  func bibtex() throws {
    let text = #"""
      @comment{nothing} @string{x = "y"}
      @article{a1, author = {Ann}, title = {On {S}parse {\"o}ber Trees}, year = 2020, abstract = "Words \emph{here}
        and there"}
      @InProceedings(b2, TITLE = "Second" # { Part})
      @misc{c3, author = {No Title}}
      """#
    let papers = try read(text, "ann.bib")
    #expect(papers.map(\.id) == ["a1", "b2"])
    #expect(papers.map(\.title) == ["On Sparse ober Trees", "Second Part"])
    #expect(papers.first?.abstract == "Words here and there")
  }

  @Test("DBLP: each record once, with the text inside marks of the title")
  func dblp() throws {
    let text = """
      <?xml version="1.0"?><dblpperson name="Ann"><person key="homepages/a"><title>Home</title></person>
      <r><article key="journals/x/1"><author>Ann</author><title>Trees of <i>n</i> Nodes.</title></article></r>
      <r><inproceedings key="conf/y/2"><title>Graphs &amp; More.</title></inproceedings></r></dblpperson>
      """
    let papers = try read(text, "ann.xml")
    #expect(papers.map(\.id) == ["journals/x/1", "conf/y/2"])
    #expect(papers.map(\.title) == ["Trees of n Nodes.", "Graphs & More."])
  }

  @Test(
    "JSON: a list, an object with a list, an object a line",
    arguments: [
      "[{\"title\": \"A\"}, {\"id\": 3, \"title\": \"B\"}]", "{\"papers\": [{\"title\": \"A\"}, {\"id\": 3, \"title\": \"B\"}]}",
      "{\"title\": \"A\"}\n\n{\"id\": 3, \"title\": \"B\"}\n",
    ])
  func json(text: String) throws {
    #expect(try read(text, "ann.json").map(\.title) == ["A", "B"])
    #expect(try read(text, "ann.json").last?.id == "3")
  }

  @Test("CSV: columns by name, quotes over several lines")
  func csv() throws {
    let papers = try read("Abstract,title,id\r\n\"two\nlines, \"\"quoted\"\"\",A,a1\r\n,B,\n,,x\n", "ann.csv")
    #expect(
      papers == [
        PaperText(id: "a1", title: "A", abstract: "two\nlines, \"quoted\""), PaperText(id: "2", title: "B", abstract: ""),
      ])
  }

  @Test(
    "Who wrote it and when is kept where the file says so",
    arguments: [
      ("@article{a, author = {Byron, Ada and {Bo} L\\\"ow and others}, title = {T}, year = 2024}", "a.bib"),
      (
        "<r><article key='a'><author>Byron, Ada</author><author>Bo Low</author><title>T</title><year>2024</year></article></r>",
        "a.xml"
      ),
      ("{\"title\": \"T\", \"authors\": [\"Byron, Ada\", \"Bo Low\"], \"year\": 2024}", "a.json"),
      (
        "[{\"title\": \"T\", \"authors\": [{\"name\": \"Byron, Ada\"}, {\"name\": \"Bo Low\"}], \"year\": \"May 2024\"}]",
        "b.json"
      ),
      ("{\"title\": \"T\", \"authors\": \"Byron, Ada; Bo Low\", \"year\": \"2024-05-01\"}", "c.json"),
      ("title,year,authors\nT,2024,\"Byron, Ada; Bo Low\"\n", "a.csv"),
    ])
  func authors(text: String, file: String) throws {
    let papers = try read(text, file)
    #expect(papers.map(\.authors) == [["Byron, Ada", "Bo Low"]] && papers.map(\.year) == [2024])
  }

  @Test("Authors and years of no known form are nobody's and none")
  func strange() throws {
    let papers = try read("[{\"title\": \"T\", \"authors\": 3, \"year\": [1]}, {\"title\": \"U\"}]", "a.json")
    #expect(papers.map(\.authors) == [[], []] && papers.map(\.year) == [nil, nil])
  }

  @Test(
    "What can't be read is refused with its line",
    arguments: [
      ("\n@article{a, title = {open", "a.bib", 2), ("\n\n@article{a, title}", "a.bib", 3), ("<a><b></a>", "a.xml", 1),
      ("{\"title\": \"A\"}\nx", "a.json", 2), ("name\nx", "a.csv", 1), ("title\n\"open", "a.csv", 2),
      ("title\n\"a\"b", "a.csv", 2),
    ])
  func refused(text: String, file: String, line: Int) {
    let problem = #expect(throws: FileProblem.self) { try read(text, file) }
    #expect(problem?.line == line)
  }

  @Test("Any beginning of a file is read or refused; nothing traps")
  func beginnings() {
    let text = #"@a{b, title = {x \" {y}} # "z" , c = 3}"#
    for length in 0...text.utf8.count {
      for ending in PublicationFile.endings {
        _ = try? PublicationFile.read(Array(text.utf8.prefix(length)), file: "x." + ending)
      }
    }
  }

  @Test("A folder makes people, named after their files; those without papers stay, to be listed")
  func folder() throws {
    let folder = try Folder()
    _ = try folder.file("bob.json", "[]")
    _ = try folder.file("ann.bib", "@article{a, title = {Trees}}")
    _ = try folder.file("ann.csv", "title\ntrees\nGraphs\n")
    let people = try PeopleFolder.read(folder.path)
    #expect(people.map(\.id) == ["ann", "bob"])
    #expect(people.map(\.publications.count) == [2, 0])
    let file = folder.path + "/people.out"
    try PeopleFolder.write(people, to: file)
    #expect(try PeopleFile.read(file) == people)
  }
}
