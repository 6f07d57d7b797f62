import PeerReview
import Testing

@Suite("Mistakes in a call file")
struct CallFileProblemTests {
  @Test("Ten mistakes are told at once, each with its place and the way out")
  func tenMistakes() throws {
    let result = CallFile.parse(try CallFixtures.text("ten-mistakes.yaml"), file: "ten-mistakes.yaml")
    guard case .failure(let failure) = result else {
      Issue.record("The file was accepted")
      return
    }
    let expected = try CallFixtures.text("ten-mistakes.txt").split(separator: "\n").map(String.init)
    #expect(failure.problems.map(\.description) == expected)
    #expect(expected.count == 10)
  }

  @Test(
    "One slip gives one problem that names it",
    arguments: [
      ("time-zone: UTC", "time-zone: EST", "`time-zone` can't be `EST`"),
      ("time-zone: UTC", "time-zone: Europe/Berlim", "did you mean `Europe/Berlin`?"),
      ("hidden: [names, emails]", "hidden: []", "names at least one"),
      ("hidden: [names, emails]", "hidden: [names, email]", "did you mean `emails`?"),
      ("hidden: [names, emails]", "hidden: [names, names]", "listed twice"),
      ("tracks: [industrial]", "tracks: [industry]", "`declarations.anonymity-industrial.tracks` can't be `industry`"),
      ("keywords-limit: 6", "keywords-limit: 99999999999999999999999", "a whole number from 0 to 50"),
      ("keywords-limit: 6", "keywords-limit: [6]", "not a list"),
      ("keywords-limit: 6", "keywords-limit:", "not nothing"),
      ("load-minimum: 1", "load-minimum: 7", "less than `load-minimum`"),
      ("value: 10\n", "value: 50\n", "give each level its own value"),
      ("            4: Very new.", "            2: Very new.", "stands here a second time"),
      ("            3: New.", "            0: New.", "from low to high"),
      ("            3: New.", "            three: New.", "is no grade"),
      ("  manuscript: 50 MB", "  manuscript: 50", "such as `50 MB`"),
      ("  manuscript: 50 MB", "  manuscript: 999999999 MiB", "such as `50 MB`"),
      ("website: https://mlsys.org", "website: \"javascript:alert(1)\"", "an address such as"),
      ("name: MLSys 2026\n", "name: \"MLSys\\nBcc: x\"\n", "is one line"),
      ("name: MLSys 2026\n", "name: \"MLSys\\e[1m\"\n", "control character"),
      ("contact: program-chairs@", "contact: program chairs@", "an e-mail address"),
      ("  accept-with-shepherding:", "  Accept Later:", "lower-case letters"),
      ("        lessons:\n", "        summary:\n", "the key of another question"),
      ("preprints-allowed: yes", "preprints-allowed: maybe", "is `yes` or `no`"),
      ("notification: 2026-01-25 20:00", "notification: 2026-01-16 20:00", "`calendar.notification` is before"),
      ("call: mlsys-2026", "call: MLSys 2026", "a name for URLs"),
      ("artifacts:\n", "artefacts:\n", "did you mean `artifacts`?"),
    ])
  func oneSlip(old: String, new: String, message: String) throws {
    let problems = CallFixtures.problems(try CallFixtures.mlsys(replacing: old, with: new))
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }

  @Test("A key given three times is told twice, and the rest of the file is still read")
  func duplicates() throws {
    let text = try CallFixtures.mlsysText() + "call: a\n'name': b\ncall: c\nlimit: 1\n"
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let problems = CallFixtures.problems(CallFile.parse(text, file: "c.yaml"))
    #expect(problems.count == 4, "\(problems)")
    #expect(problems.contains { $0.hasPrefix("\(count - 4):1: `call` stands here a second time, after line 14;") }, "\(problems)")
    #expect(problems.contains { $0.hasPrefix("\(count - 2):1: `call` stands here a second time") }, "\(problems)")
    #expect(problems.contains { $0.hasPrefix("\(count - 3):1: `name` stands here a second time") }, "\(problems)")
    #expect(problems.contains { $0.contains("did you mean `limits`?") }, "\(problems)")
  }

  @Test("What is no YAML is told with its place")
  func syntax() {
    func first(_ text: String) -> String? { CallFixtures.problems(CallFile.parse(text, file: "c.yaml")).first }
    #expect(first("")?.hasPrefix("1:1: The file is empty") == true)
    #expect(first("a: b\n\tc: d\n")?.hasPrefix("2:1: ") == true)
    #expect(first("a: [b\nc: d\n")?.contains("This is not YAML") == true)
    #expect(first("a: b\n---\nc: d\n")?.hasPrefix("2:1: A call file holds one document") == true)
    #expect(first("a: \u{1}\n") == "1:4: The character U+0001 can't stand in a call file; remove it.")
    #expect(first("- a\n- b\n") == "1:1: The file is a group of keys, not a list.")
    #expect(first("a: &x [b]\nc: *x\n")?.hasPrefix("1:4: Anchors") == true)
    #expect(first("a: *x\n")?.hasPrefix("1:4: ") == true)
  }

  @Test("A file that is too long is refused before it is read")
  func tooLong() {
    let text = String(repeating: "# x\n", count: CallFile.limitBytes / 4 + 1)
    #expect(CallFixtures.problems(CallFile.parse(text, file: "c.yaml")).first?.contains("at most") == true)
  }
}
