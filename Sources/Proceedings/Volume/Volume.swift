/// The proceedings of one conference as plain values: everything that is published, and nothing else.
///
/// Whoever makes one has left out what must not be known. Sessions, papers and authors stand in the order printed.
public struct Volume: Sendable {
  /// Such as `mlsys-2026`: letters, digits and hyphens. Begins every citation key.
  public var slug: String
  /// Such as "MLSys 2026".
  public var acronym: String
  /// Such as "Conference on Machine Learning and Systems 2026".
  public var conference: String
  /// Such as "Proceedings of Machine Learning and Systems 8".
  public var title: String
  /// The series the volume stands in and its number there; empty when it stands alone.
  public var series: String
  public var number: String
  public var publisher: String
  public var place: String
  public var startsOn: Day
  public var endsOn: Day
  public var publishedOn: Day
  /// Where the site will stand, with a slash at its end: metadata must name absolute addresses.
  public var address: String
  public var doi: String
  public var isbn: String
  public var issn: String
  /// A language tag such as `en`.
  public var language: String
  public var licence: Licence?
  public var editors: [Contributor]
  public var sessions: [Session]
  /// Who served, an office each; empty where that is not published.
  public var committee: [CommitteeGroup]

  public init(
    slug: String, acronym: String, conference: String, title: String, series: String = "", number: String = "",
    publisher: String, place: String, startsOn: Day, endsOn: Day, publishedOn: Day, address: String, doi: String = "",
    isbn: String = "", issn: String = "", language: String = "en", licence: Licence? = nil, editors: [Contributor],
    sessions: [Session], committee: [CommitteeGroup] = []
  ) {
    self.committee = committee
    self.slug = slug
    self.acronym = acronym
    self.conference = conference
    self.title = title
    self.series = series
    self.number = number
    self.publisher = publisher
    self.place = place
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.publishedOn = publishedOn
    self.address = address.hasSuffix("/") ? address : address + "/"
    self.doi = doi
    self.isbn = isbn
    self.issn = issn
    self.language = language
    self.licence = licence
    self.editors = editors
    self.sessions = sessions
  }

  /// All papers, in the order printed.
  public var papers: [Paper] { sessions.flatMap(\.papers) }

  /// The year of the conference, which citations name.
  public var year: Int { startsOn.year }

  /// A licence all papers are published under.
  public struct Licence: Sendable, Hashable {
    public var name: String
    public var address: String
    public init(name: String, address: String) {
      self.name = name
      self.address = address
    }
  }

  /// Papers presented together.
  public struct Session: Sendable {
    public var key: String
    public var title: String
    public var papers: [Paper]
    public init(key: String, title: String, papers: [Paper]) {
      self.key = key
      self.title = title
      self.papers = papers
    }
  }

  /// Those who served in one office, in the order printed.
  public struct CommitteeGroup: Sendable {
    /// Such as "Program chairs".
    public var title: String
    public var members: [Contributor]
    public init(title: String, members: [Contributor]) {
      self.title = title
      self.members = members
    }
  }

  /// One author, editor or member of the committee.
  public struct Contributor: Sendable, Hashable {
    public var name: PersonName
    public var affiliation: String
    /// Bare, as `0000-0002-1825-0097`; empty when not known.
    public var orcid: String
    public init(name: PersonName, affiliation: String = "", orcid: String = "") {
      self.name = name
      self.affiliation = affiliation
      self.orcid = orcid
    }
  }
}
