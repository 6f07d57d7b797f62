import Foundation
import Screening
import Testing

@Suite("Title and abstract as the first page says them")
struct SuggestionTests {
  private func suggestion(_ first: [SampleLine], then rest: [[SampleLine]] = [filler()]) throws -> PaperSuggestion {
    try #require(screen(inspection(pages: [first] + rest), rules: researchRules, form: strangers).suggestion)
  }

  private func title(_ lines: [String], size: Double = 14.3) -> [SampleLine] {
    lines.enumerated().map { SampleLine(text: $1, x: 120, y: 90 + Double($0) * 17, width: 370, font: "Times-Bold", size: size) }
  }

  private let head = SampleLine(text: "Abstract", x: 270, y: 175, width: 60, font: "Times-Bold", size: 11.96)

  private func abstract(_ lines: [String]) -> [SampleLine] {
    lines.enumerated().map { SampleLine(text: $1, x: 75, y: 190 + Double($0) * 11.955, width: 446) }
  }

  @Test(
    "Title and abstract of a paper as its style sets them: small capitals opened, divided words whole",
    arguments: [
      ("conforming", "Improving Bandwidth of Long Prompts with a Tiered Replica", "A static choice", "interleaves outside it."),
      ("et-al-entries", "Unified Dispatcher Design for Bursty Tenants", "Users never observe", "workloads across 58 nodes."),
      ("names-on-page-one", "Marlin: Speculative Compiler for Collective Calls", "For activation maps", "time to first token."),
    ])
  func recordedPapers(_ fixture: String, _ title: String, _ begins: String, _ ends: String) throws {
    let found = try #require(screen(try recorded(fixture), rules: researchRules, form: strangers).suggestion)
    #expect(found.title == title)
    #expect(found.abstract.hasPrefix(begins) && found.abstract.hasSuffix(ends))
    #expect(!found.abstract.contains("- "))
  }

  @Test("A title of several lines is one text, without the marks of footnotes; what is smaller beside it is not of it")
  func longTitle() throws {
    let authors = SampleLine(text: "Anonymous Authors", x: 250, y: 140, width: 90, size: 11)
    let found = try suggestion(
      title(["Queues for Every Device: A Study of the", "Scheduling of Requests ∗"]) + [authors, head]
        + abstract(["We study queues."]) + filler(from: 260))
    #expect(found.title == "Queues for Every Device: A Study of the Scheduling of Requests")
  }

  @Test("A word divided at a line's end is whole, one the paper writes with a hyphen keeps it, ligatures are opened")
  func divided() throws {
    let found = try suggestion(
      title(["Queues"]) + [head]
        + abstract(["The sched-", "uler is cost-", "aware and e\u{FB03}cient."]) + filler(from: 260),
      then: [
        filler() + [SampleLine(text: "it is cost-aware", y: 715)]
      ])
    #expect(found.abstract == "The scheduler is cost-aware and efficient.")
  }

  @Test("The abstract ends at the next heading, and where it runs on behind its own word it begins there")
  func bounds() throws {
    let ieee = try suggestion(
      title(["Queues"]) + [
        SampleLine(text: "Abstract—We study queues", y: 190), SampleLine(text: "of requests.", y: 202),
        SampleLine(text: "Index Terms—queues", y: 214),
      ] + filler(from: 260))
    #expect(ieee.abstract == "We study queues of requests.")
    let icml = try suggestion(
      title(["Queues"]) + [SampleLine(text: "Abstract", x: 150, y: 190, width: 50, font: "Times-Bold", size: 11.96)]
        + [SampleLine(text: "We study queues.", y: 205), heading("1. Introduction", y: 225)] + filler(from: 245))
    #expect(icml.abstract == "We study queues.")
  }

  @Test("A page without an abstract or a title suggests none, and what was not found differs from nothing")
  func nothing() throws {
    let found = try suggestion(filler())
    #expect(found == PaperSuggestion(title: "", abstract: ""))
    #expect(!found.differs(fromTitle: "Queues") && !found.differs(fromAbstract: "We study queues."))
  }

  @Test("Case, accents and punctuation are no difference; another word is one")
  func difference() {
    let found = PaperSuggestion(title: "On the Use of vLLM", abstract: "We use it.")
    #expect(!found.differs(fromTitle: "On the use of VLLM.") && found.differs(fromTitle: "On the misuse of vLLM"))
    #expect(found.differs(fromTitle: "") && !found.differs(fromAbstract: " We use  it"))
  }
}
