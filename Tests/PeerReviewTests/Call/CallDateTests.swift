import PeerReview
import Testing

@Suite("Dates in a call file")
struct CallDateTests {
  private func opens(_ text: String, zone: String = "UTC") throws -> (Call?, [String]) {
    let file = try CallFixtures.mlsysText()
      .replacing("time-zone: UTC", with: "time-zone: \(zone)")
      .replacing("opens: 2025-09-15 20:00", with: "opens: \(text)")
    let result = CallFile.parse(file, file: "c.yaml")
    return (try? result.get(), CallFixtures.problems(result))
  }

  @Test(
    "A date is read in the call's zone or in its own",
    arguments: [
      ("2025-09-15 20:00", "UTC", "2025-09-15T20:00:00Z"),
      ("2025-09-15 20:00:30", "UTC", "2025-09-15T20:00:30Z"),
      ("2025-09-15T20:00:00Z", "AoE", "2025-09-15T20:00:00Z"),
      ("2025-09-15 20:00", "AoE", "2025-09-16T08:00:00Z"),
      ("2025-09-15 20:00 AoE", "UTC", "2025-09-16T08:00:00Z"),
      ("2025-09-15 20:00 UTC", "America/New_York", "2025-09-15T20:00:00Z"),
      ("2025-09-15 20:00", "America/New_York", "2025-09-16T00:00:00Z"),
      ("2025-09-15 20:00 +02:00", "UTC", "2025-09-15T18:00:00Z"),
      ("2025-09-15 20:00 Asia/Kathmandu", "UTC", "2025-09-15T14:15:00Z"),
      ("2024-02-29 00:00", "UTC", "2024-02-29T00:00:00Z"),
    ])
  func reads(text: String, zone: String, iso: String) throws {
    let (call, problems) = try opens(text, zone: zone)
    #expect(problems == [])
    #expect(call?.calendar.submission.opens.iso8601 == iso)
  }

  @Test(
    "A date that can't be is refused with what would be right",
    arguments: [
      ("2025-02-30 20:00", "month 02 of 2025 has 28 days"),
      ("2025-13-01 20:00", "months run from 01 to 12"),
      ("2025-09-00 20:00", "month 09 of 2025 has 30 days"),
      ("2025-09-15 24:00", "a day runs from 00:00 to 23:59:59"),
      ("2025-09-15", "write `2025-09-15 20:00`"),
      ("15.9.2025 20:00", "write it as `2025-10-30 20:00`"),
      ("2025-09-15 20:00 PST", "`PST` is no time zone"),
      ("2025-09-15 20:00 +25:00", "`+25:00` is no time zone"),
      ("2025-09-15 20:00 Europe/Berlim", "did you mean `Europe/Berlin`?"),
      ("2025-03-09 02:30 America/New_York", "write `2025-03-09 03:30` or `2025-03-09 07:30 UTC`"),
      ("2024-11-03 01:30 America/New_York", "write `2024-11-03 01:30 -04:00` or `2024-11-03 01:30 -05:00`"),
      ("2011-12-30 12:00 Pacific/Apia", "does not exist in Pacific/Apia"),
      ("[2025]", "is no date"),
    ])
  func refuses(text: String, message: String) throws {
    let (call, problems) = try opens(text)
    #expect(call == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.contains(message) == true, "\(problems)")
  }

  @Test("The edges of a gap exist, in the call's own zone too")
  func gapEdges() throws {
    for (text, utc) in [
      ("2025-03-09 01:59:59", "2025-03-09 06:59:59 UTC"), ("2025-03-09 03:00", "2025-03-09 07:00 UTC"),
      ("2025-03-09 02:00", nil), ("2025-03-09 02:59:59", nil),
    ] {
      let (call, _) = try opens(text, zone: "America/New_York")
      #expect(call?.calendar.submission.opens.utc == utc)
    }
  }

  @Test("Periods that end before they begin, or follow in the wrong order, are told at the later date")
  func order() throws {
    let coincide = CallFixtures.problems(
      try CallFixtures.mlsys(replacing: "closes: 2025-11-07 20:00", with: "closes: 2025-10-31 20:00"))
    #expect(coincide.count == 1)
    #expect(coincide.first?.contains("`calendar.bidding.closes` is not after `bidding.opens`") == true, "\(coincide)")
    let early = CallFixtures.problems(
      try CallFixtures.mlsys(replacing: "opens: 2026-01-12 20:00", with: "opens: 2026-01-01 20:00"))
    #expect(early.count == 1)
    #expect(early.first?.contains("it has to be at or after 2026-01-05 20:00 UTC") == true, "\(early)")
  }
}
