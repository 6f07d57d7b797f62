import Foundation
import Pages
import PeerReview
import Testing

@Suite("A list as a file")
struct ListTableTests {
  private let page = RemindersPage(
    reviewers: [
      .init(
        id: ID("p1"), name: "=SUM(A1)", email: "a@b.example",
        papers: [3, 5].map { .init(id: ID("s\($0)"), number: SubmissionNumber($0), title: "A, B") }, remindedAt: nil)
    ], due: [])

  @Test("Comma-separated values have a line of names, nothing for what is unknown, and no formula a spreadsheet would run")
  func csv() {
    #expect(page.listTable.csv == "name,email,missing,papers,reminded\r\n'=SUM(A1),a@b.example,2,3; 5,\r\n")
  }

  @Test("A sign with an accent on it, a character of its own to Swift, still makes a formula and still ends a cell")
  func accents() {
    let row = RemindersPage(
      reviewers: [
        .init(id: ID("p1"), name: "=\u{301}SUM(A1)", email: "\"\u{301},=A1\u{301},\"", papers: [], remindedAt: nil)
      ], due: [])
    let cells = "'=\u{301}SUM(A1),\"\"\"\u{301},=A1\u{301},\"\"\",0,,\r\n"
    #expect(row.listTable.csv.unicodeScalars.elementsEqual("name,email,missing,papers,reminded\r\n\(cells)".unicodeScalars))
  }

  @Test("For a program, each row goes by the names of the columns, and what is unknown is null")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(page.listTable.entries), as: UTF8.self)
    #expect(text == #"[{"email":"a@b.example","missing":2,"name":"=SUM(A1)","papers":["3","5"],"reminded":null}]"#)
  }
}
