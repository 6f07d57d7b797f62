import PeerReview
import Testing

@Suite("What a file must not be")
struct FileRulesTests {
  /// What the refusal says; nil when the file is kept.
  private func told(_ text: String, after bytes: [UInt8] = [], in slot: FileSlot = .manuscript) -> String? {
    let bytes = bytes + Array(text.utf8)
    let refused = refusal { () throws(Refusal) in try FileRules.keep(beginning: bytes, in: slot) }
    guard case .invalid(let problems) = refused else { return nil }
    return problems.first?.message
  }

  @Test("A PDF's header is found where readers find it: within the first 1,024 bytes, whatever comes before")
  func header() {
    for slot in FileSlot.allCases where !slot.isArchive {
      #expect(told("%PDF-1.7\n1 0 obj", in: slot) == nil, "\(slot)")
      #expect(told("words", in: slot) != nil, "\(slot)")
    }
    let blank = [UInt8](repeating: 0x20, count: 1_023)
    #expect(told("%PDF-1.4", after: blank) == nil)
    #expect(told("%PDF-1.4", after: blank + blank) != nil)
    #expect(told("\u{FEFF}HTTP/1.1 200 OK\r\n\r\n%PDF-1.4") == nil)
    #expect(told("%PDF") != nil && told("%pdf-1.4") != nil && told("") != nil)
  }

  @Test(
    "What was sent in a PDF's place is called by its name, with what to do",
    arguments: [
      ("PK\u{3}\u{4} [Content_Types].xml _rels/.rels word/document.xml", "a Word document (.docx)"),
      ("PK\u{3}\u{4} [Content_Types].xml ppt/slides", "a PowerPoint presentation (.pptx)"),
      ("PK\u{3}\u{4} [Content_Types].xml xl/workbook.xml", "an Excel workbook (.xlsx)"),
      ("PK\u{3}\u{4} [Content_Types].xml", "an Office document (such as .docx)"),
      ("PK\u{3}\u{4} mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file (such as .odt)"),
      ("{\\rtf1 words}", "a rich text document (.rtf)"), ("%!PS-Adobe-3.0", "a PostScript file (.ps)"),
      ("\n<!DOCTYPE HTML><title>", "a web page (.html)"), ("<HTML>", "a web page (.html)"),
    ])
  func documents(text: String, name: String) {
    #expect(told(text) == "This is \(name), not a PDF: export it as PDF and upload that.")
  }

  @Test("Sources are to be typeset, and an archive is one though a PDF lies in it")
  func packed() {
    let source = told("% a comment\n\\documentclass{article}")
    #expect(source?.hasPrefix("This is a LaTeX source (.tex), not a PDF: typeset") == true)
    let zip = told("PK\u{3}\u{4} paper.pdf %PDF-1.7")
    #expect(
      zip?.hasPrefix("This is an archive (.zip), not a PDF: make one PDF") == true && zip?.contains("Code and data") == true)
    #expect(told("PK\u{3}\u{4} sword/paper.txt", in: .final)?.contains("archive (.zip)") == true)
    #expect(told("PK\u{3}\u{4}", in: .final)?.contains("Code and data") == false)
  }

  @Test("Where an archive is wanted, a PDF is none; an artifact's appendix is a PDF and its archive is an archive")
  func archives() {
    for slot in FileSlot.allCases where slot.isArchive {
      #expect(told("%PDF-1.7", in: slot) != nil && told("PK\u{3}\u{4} code", in: slot) == nil, "\(slot)")
    }
    for (slot, text, isKept) in [
      (ArtifactSlot.archive, "PK\u{3}\u{4}", true), (.archive, "%PDF-1.7", false), (.appendix, "%PDF-1.7", true),
      (.appendix, "PK\u{3}\u{4}", false), (.appendix, "words", false),
    ] {
      let refused = refusal { () throws(Refusal) in try FileRules.keep(beginning: Array(text.utf8), in: slot) }
      #expect((refused == nil) == isKept, "\(slot) \(text)")
    }
  }
}
