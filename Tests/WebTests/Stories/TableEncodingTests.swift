import HTTPTypes
import PeerReview
import Testing

@testable import Web

@Suite("Tables in another encoding, over HTTP")
struct TableEncodingTests {
  private static let text = "email,name\nzoe@x.example,Zo\u{EB}\n"
  private static let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  /// UTF-16 with its lower bytes first, without the mark that says so.
  private static let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }

  /// Where a chair sends tables, and what the form's page says when nothing was done.
  private static let forms = [
    ("/chair/people/table", "The invitation could not be sent"), ("/chair/assignment/table", "Nothing was assigned"),
    ("/chair/decisions/many", "Nothing was decided"), ("/chair/submissions/load", "Nothing was loaded"),
  ]

  @Test("A table that is no UTF-8 is answered on its form's page, by the file's name, with the way out; nothing is done")
  func answered() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      _ = try await scene.assign()
      for bytes in [Self.latin, Self.wide, [0xFF, 0xFE] + Self.wide] {
        for (path, heading) in Self.forms {
          for action in ["preview", "apply", "send"] {
            let answer = try await scene.clara.upload(bytes, to: path, named: "people.csv", with: [("action", action)])
            #expect(answer.status == .unprocessableContent, "\(path)")
            for words in [heading, "“people.csv” is not UTF-8 text", "save it as CSV UTF-8", "name=\"file\""] {
              #expect(answer.text.contains(words), "\(path): \(words)")
            }
          }
        }
        let forms = try await scene.rita.upload(bytes, to: "/reviews/forms", named: "reviews.txt", with: [("action", "submit")])
        #expect(forms.status == .unprocessableContent && forms.text.contains("“reviews.txt” is not UTF-8 text"))
        #expect(forms.text.contains("Nothing of the file was kept") && forms.text.contains("id=\"forms-file\""))
      }
      #expect(!(try await scene.clara.get("/chair/people").text.contains("zoe@x.example")))
    }
  }

  @Test("Saved as spreadsheets save “CSV UTF-8”, with a mark in front, the same table is read")
  func saved() async throws {
    let stage = try await WebStage.open()
    try await stage.play { client in
      var scene = try await ReviewingStage.open(stage, client)
      let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)
      let fields = [("action", "preview"), ("office", "reviewer")]
      let answer = try await scene.clara.upload(bytes, to: "/chair/people/table", named: "people.csv", with: fields)
      #expect(answer.status == .ok && answer.text.contains("zoe@x.example") && answer.text.contains("Zo\u{EB}"))
    }
  }
}
