/// Tells what is going on, with rate and time left, every few seconds.
public struct StepTeller: Sendable {
  private let now: @Sendable () -> Duration
  private let tell: @Sendable (String) -> Void

  /// - Parameter now: Time since some moment.
  public init(now: @escaping @Sendable () -> Duration, tell: @escaping @Sendable (String) -> Void) {
    self.now = now
    self.tell = tell
  }

  func callAsFunction(_ line: String) { tell(line) }

  func pace(_ act: String, _ total: Int, _ things: String) -> Pace {
    Pace(act: act, total: total, things: things, started: now(), teller: self)
  }

  struct Pace {
    private static let silence = Duration.seconds(5)
    let act: String
    let total: Int
    let things: String
    let started: Duration
    fileprivate let teller: StepTeller
    private var done = 0
    private var told: Duration

    fileprivate init(act: String, total: Int, things: String, started: Duration, teller: StepTeller) {
      (self.act, self.total, self.things, self.started, self.teller) = (act, total, things, started, teller)
      told = started
    }

    mutating func advance(by count: Int) {
      done += count
      let time = teller.now()
      guard time - told >= Self.silence || done == total else { return }
      told = time
      let seconds = (time - started) / Duration.seconds(1)
      let rate = Double(done) / max(seconds, 1e-3)
      let left = Double(total - done) / max(rate, 1e-9)
      let rateText = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(min(rate, 1e9)))"
      teller.tell("\(act): \(done) of \(total) \(things), \(rateText) a second, \(Self.words(left)) left")
    }

    private static func words(_ seconds: Double) -> String {
      let seconds = Int(min(max(0, seconds), 1e9).rounded())
      return seconds < 120 ? "\(seconds) s" : seconds < 7200 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
    }
  }
}
