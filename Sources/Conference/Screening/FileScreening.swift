internal import Foundation
public import PeerReview
internal import Screening

/// Screens files as a track of a call asks, without a data folder: what `lectern screen` does.
public struct FileScreening: Sendable {
  private let rules: FormatRules
  private let forms: ScreeningForms
  private let inspector: any Inspector

  public init(track: Track, forms: ScreeningForms, inspector: any Inspector) {
    rules = FormatRules(track)
    self.forms = forms
    self.inspector = inspector
  }

  /// The verdict on one file as one line of JSON. Every file that can be opened at all gets one; throws a sentence when the
  /// inspector could not be run or the file could not be read.
  public func verdict(on path: String) async throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(try await judged(path)), as: UTF8.self)
  }

  /// The verdict on one file for people: a line for each finding.
  public func summary(on path: String) async throws -> String {
    let verdict = try await judged(path)
    let main = verdict.mainPages.map { ", \($0) of main text" } ?? ""
    let head =
      Self.isArchive(path)
      ? "\(path): \(verdict.findings.count) findings"
      : "\(path): \(verdict.pages.map(String.init) ?? "?") pages\(main), \(verdict.references ?? 0) references"
    return ([head] + verdict.findings.map { "  \($0.severity.rawValue) \($0.code): \($0.text)" }).joined(separator: "\n")
  }

  private func judged(_ path: String) async throws -> Verdict {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw ScreeningProblem("\(path): can't be read. Check the path.")
    }
    let isArchive = Self.isArchive(path)
    switch await inspector.inspect(path, isArchive: isArchive) {
    case .seen(let lines):
      let gauge = ThreadGauge()
      let seen = SeenFile(lines, isArchive: isArchive, rules: rules, form: forms.form(of: path), isForReviewers: true)
      let microseconds = seen.cpuMicroseconds + gauge.microseconds
      return Verdict(path, seen.report, cpuMicroseconds: microseconds, peakBytes: seen.peakBytes)
    case .failed(let failure):
      if let report = screen(failure) { return Verdict(path, report, cpuMicroseconds: 0, peakBytes: 0) }
      if case .unavailable(let reason) = failure { throw ScreeningProblem("\(path): \(reason)") }
      throw ScreeningProblem("\(path): the inspector could not be run.")
    }
  }

  /// By its name, as people would say: whatever else is named .pdf is a bad PDF.
  private static func isArchive(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".zip", ".tar", ".tgz", ".tar.gz", ".txz", ".tar.xz", ".tar.bz2", ".tar.zst", ".7z"].contains { name.hasSuffix($0) }
  }

  private struct Verdict: Encodable {
    let file: String
    let pages: Int?
    let mainPages: Int?
    let references: Int?
    let findings: [Screening.Finding]
    /// As read from the first page; empty where none was found.
    let title: String
    let abstract: String
    let cpuSeconds: Double
    let peakBytes: Int

    init(_ file: String, _ report: ScreeningReport, cpuMicroseconds: Int, peakBytes: Int) {
      self.file = file
      pages = report.pages
      mainPages = report.mainPages
      references = report.references
      findings = report.findings
      title = report.suggestion?.title ?? ""
      abstract = report.suggestion?.abstract ?? ""
      cpuSeconds = Double(cpuMicroseconds) / 1e6
      self.peakBytes = peakBytes
    }
  }
}

/// What kept files from being screened, in words for whoever asked.
public struct ScreeningProblem: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}

/// The time this thread has computed since the gauge was made. It measures cost; no rule depends on it.
struct ThreadGauge {
  private let start = Self.now

  var microseconds: Int { max(0, Self.now - start) }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
