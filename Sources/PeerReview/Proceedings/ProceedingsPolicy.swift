/// What stands on the title page of the proceedings, and where they will be found.
public struct ProceedingsPolicy: Hashable, Sendable {
  public let title: String
  /// Series and number in it; empty when the volume stands alone.
  public let series: String
  public let volume: String
  public let publisher: String
  public let place: String
  /// Days, each as its first moment in UTC.
  public let starts: Instant
  public let ends: Instant
  public let published: Instant
  /// Where the site will stand.
  public let address: String
  /// What a DOI begins with before the paper's number, such as `10.5555/mlsys.2026`; empty when papers get none.
  public let doiPrefix: String
  public let isbn: String
  public let issn: String
  public let licence: Licence?
  public let editors: [String]
  /// Whether those who served are printed in the front matter. Evaluators of artifacts never are.
  public let printsCommittee: Bool

  public struct Licence: Hashable, Sendable {
    public let name: String
    public let address: String
  }

  /// The same with every day moved.
  func shifted(by span: Span) -> ProceedingsPolicy {
    ProceedingsPolicy(
      title: title, series: series, volume: volume, publisher: publisher, place: place, starts: starts.adding(span),
      ends: ends.adding(span), published: published.adding(span), address: address, doiPrefix: doiPrefix, isbn: isbn, issn: issn,
      licence: licence, editors: editors, printsCommittee: printsCommittee)
  }
}

extension CallFileReader {
  func proceedings(_ file: CallFileSection) -> ProceedingsPolicy? {
    guard file.field("proceedings") != nil else { return nil }
    let section = file.section(
      "proceedings", required: ["title", "publisher", "place", "starts", "ends", "published", "address"],
      optional: ["series", "volume", "doi-prefix", "isbn", "issn", "licence", "editors", "committee"])
    func optional(_ key: String) -> String { section.field(key) == nil ? "" : section.line(key) }
    let starts = day(section, "starts")
    let ends = day(section, "ends")
    if ends < starts, let field = section.field("ends") { notes.add(field.place, "\(field.name) is before `starts`.") }
    require(section, "address", "an address such as `https://proceedings.example.org/2026/`") {
      ($0.hasPrefix("https://") || $0.hasPrefix("http://")) && $0.isPrintableASCII
    }
    require(section, "doi-prefix", "what the DOIs begin with, such as `10.5555/mlsys.2026`") {
      $0.wholeMatch(of: #/10\.\d{4,9}\/[-.;()\/:A-Za-z0-9_]+/#) != nil
    }
    require(section, "isbn", "an ISBN of 13 digits with its check digit") { Self.isISBN($0) }
    require(section, "issn", "an ISSN such as `2832-8000` with its check digit") { Self.isISSN($0) }
    return ProceedingsPolicy(
      title: section.line("title"), series: optional("series"), volume: optional("volume"), publisher: section.line("publisher"),
      place: section.line("place"), starts: starts, ends: ends, published: day(section, "published"),
      address: section.line("address"), doiPrefix: optional("doi-prefix"), isbn: optional("isbn"), issn: optional("issn"),
      licence: licence(section), editors: section.field("editors") == nil ? [] : labels(section, "editors").map { $1 },
      printsCommittee: section.field("committee") != nil && section.flag("committee"))
  }

  private func licence(_ section: CallFileSection) -> ProceedingsPolicy.Licence? {
    guard section.field("licence") != nil else { return nil }
    let licence = section.section("licence", required: ["name", "address"])
    require(licence, "address", "an address such as `https://creativecommons.org/licenses/by/4.0/`") {
      $0.hasPrefix("https://") && $0.isPrintableASCII
    }
    return .init(name: licence.line("name"), address: licence.line("address"))
  }

  private func day(_ section: CallFileSection, _ key: String) -> Instant {
    guard let field = section.field(key) else { return Instant(seconds: 0) }
    let text = field.scalar ?? ""
    guard text.count == 10, case .success(let moment) = CallFileDate.read(text + " 00:00", zone: .utc) else {
      notes.add(field.place, "\(field.name) is a day such as `2026-05-18`, not \(field.kind).")
      return Instant(seconds: 0)
    }
    return moment
  }

  private func require(_ section: CallFileSection, _ key: String, _ what: String, _ isRight: (String) -> Bool) {
    guard let field = section.field(key), !isRight(field.scalar ?? "") else { return }
    notes.add(field.place, "\(field.name) is \(what), not \(field.kind).")
  }

  private static func isISSN(_ text: String) -> Bool {
    guard text.wholeMatch(of: #/\d{4}-\d{3}[0-9X]/#) != nil else { return false }
    let digits = text.filter { $0 != "-" }.map { $0 == "X" ? 10 : $0.wholeNumberValue ?? 0 }
    return zip(digits, stride(from: 8, to: 0, by: -1)).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }

  private static func isISBN(_ text: String) -> Bool {
    let digits = text.filter { $0 != "-" }.map { $0.wholeNumberValue ?? -1 }
    guard digits.count == 13, !digits.contains(-1) else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
  }
}
