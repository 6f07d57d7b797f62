import Testing

@testable import PeerReview

@Suite("Letters with places to fill in")
struct LetterTemplateTests {
  private static let fields = ["name", "title", "decision"]

  private func filled(_ text: String, _ values: LetterTemplate.Values) throws -> String {
    try LetterTemplate(text, fields: Self.fields, name: "body").filled(values)
  }

  private func problem(_ text: String) -> String? {
    do throws(Refusal) {
      _ = try LetterTemplate(text, fields: Self.fields, name: "body")
    } catch .invalid(let problems) {
      return problems.first?.message
    } catch {
      return "\(error)"
    }
    return nil
  }

  @Test("Fields are filled in, and what looks like a field in a value stays as it is")
  func fields() throws {
    #expect(try filled("Dear {name}, “{ Title }”.", ["name": "{title}", "title": "A"]) == "Dear {title}, “A”.")
    #expect(try filled("{{name} {name}}", [:]) == "{name} }")
    #expect(try filled("", [:]).isEmpty)
  }

  @Test(
    "Conditions ask whether a field says anything, or says just that, or the other way round, one within another",
    arguments: [
      ("{if decision}a{else}b{end}", "", "b"), ("{if decision}a{end}", "Accept", "a"),
      ("{if decision=accept}a{else}b{end}", "Accept", "a"), ("{if decision = Accept}a{end}", "Reject", ""),
      ("{if not decision}a{end}", "", "a"), ("{if not decision=accept}a{else}b{end}", "Reject", "a"),
      ("{if decision}{if decision=accept}a{else}b{end}c{else}d{end}", "Reject", "bc"),
    ])
  func conditions(_ text: String, _ decision: String, _ expected: String) throws {
    #expect(try filled(text, ["decision": decision]) == expected)
  }

  @Test(
    "What is not understood is told with its line",
    arguments: [
      ("{nam}", "Line 1: there is no field {nam} here; {name} is near"),
      ("a\n{if decision}\nb", "Line 2: this condition doesn't end"),
      ("a\n\n{end}", "Line 3: there is no {if …} before this"), ("{else}", "Line 1: there is no {if …} before this"),
      ("{if decision}{else}{else}{end}", "Line 1: this condition has two {else}"), ("a {name", "Line 1: a brace opens here"),
      ("{name\n}", "Line 1: a brace opens here"), ("{if }x{end}", "Line 1: there is no field {}"),
      ("{}", "Line 1: there is no field {}"),
      (String(repeating: "{if name}", count: 30), "Line 1: conditions stand in one another"),
    ])
  func problems(_ text: String, _ beginning: String) {
    #expect(problem(text)?.hasPrefix(beginning) == true, "\(problem(text) ?? "understood")")
  }

  @Test("C12: until the release nobody's letter is found by what its reader must not know")
  func search() {
    func isRefused(_ names: Set<String>, _ audience: LetterAudience, _ releasedAt: Instant? = nil) -> Bool {
      do throws(Refusal) { try LetterRules.search(names, audience: audience, releasedAt: releasedAt) } catch { return true }
      return false
    }
    for name in ["decision", "reviews", "OveMer", "tag", "findings", "bids", "reviewer"] {
      #expect(isRefused([name], .contacts) && isRefused(["title", name], .late))
      #expect(!isRefused([name], .authors, Instant(seconds: 1)))
    }
    #expect(!isRefused(["title", "track", "status", "topic"], .authors))
  }
}
