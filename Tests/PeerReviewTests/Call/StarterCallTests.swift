import Testing

@testable import PeerReview

@Suite("A call file to begin with")
struct StarterCallTests {
  private func starter(_ zone: String, name: String = "SYSCONF 2027", closes: String? = nil, now: Instant) -> StarterCall {
    StarterCall(name: name, closes: closes ?? StarterCall.usual(at: now).closes, zone: zone, contact: "chairs@conf.example")
  }

  @Test("Parses on any day and in any zone, is open at once, and closes at the end of the day asked for")
  func parses() throws {
    for zone in ["UTC", "Europe/Berlin", "America/Santiago", "Pacific/Apia", "+05:30", "AoE"] {
      for day in stride(from: Int64(0), to: 400, by: 19) {
        let now = Instant(seconds: 1_790_000_000 + day * 86_400)
        let text = try starter(zone, now: now).written(at: now).get()
        let call = try CallFile.parse(text, file: "starter").get()
        #expect(call.id == ID("sysconf-2027") && call.timeZone == zone)
        #expect(call.calendar.submission.opens <= now)
        let closes = Zone.aoe.civilTime(at: call.calendar.submission.closes)
        #expect((closes.hour, closes.minute) == (23, 59) && call.calendar.submission.closes > now.adding(.days(68)))
      }
    }
  }

  @Test("What it is called may hold any letter; what is no name, day, zone or address is told by its field")
  func names() throws {
    let now = Instant(seconds: 1_790_000_000)
    for name in ["A \"quoted\" \\ name: #1 {2027}", "Données 2027", "'x"] {
      let call = try CallFile.parse(try starter("UTC", name: name, now: now).written(at: now).get(), file: "starter").get()
      #expect(call.name == name)
    }
    let wrong = StarterCall(name: "会议\n", closes: "2026-02-30", zone: "Berlin", contact: "nobody")
    let problems = refused { _ = try wrong.written(at: now).get() }
    #expect(problems == ["conference", "contact", "zone", "closes"])
    #expect(refused { _ = try starter("UTC", closes: "2020-01-01", now: now).written(at: now).get() } == ["closes"])
  }

  private func refused(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch Refusal.invalid(let problems) {
      return problems.map(\.field)
    } catch {
      return ["\(error)"]
    }
  }
}
