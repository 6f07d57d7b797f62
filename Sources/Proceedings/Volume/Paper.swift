extension Volume {
  /// One paper as it is published.
  public struct Paper: Sendable {
    /// Names its page and files; letters, digits and hyphens, unique in the volume and never given again.
    public var key: String
    public var title: String
    public var abstract: String
    public var keywords: [String]
    public var authors: [Contributor]
    public var track: String
    public var pages: PageRange?
    /// Bare, as `10.1234/abc.5`; empty when it has none.
    public var doi: String
    public var badges: [Badge]
    public var files: [File]

    public init(
      key: String, title: String, abstract: String, keywords: [String], authors: [Contributor], track: String = "",
      pages: PageRange? = nil, doi: String = "", badges: [Badge] = [], files: [File] = []
    ) {
      self.key = key
      self.title = title
      self.abstract = abstract
      self.keywords = keywords
      self.authors = authors
      self.track = track
      self.pages = pages
      self.doi = doi
      self.badges = badges
      self.files = files
    }

    /// Where its page stands in the site.
    public var pagePath: String { "papers/\(key).html" }
    public var bibliographyPath: String { "papers/\(key).bib" }

    /// The paper itself among its files.
    public var article: File? { files.first { $0.kind == .article } }
  }

  /// The pages of a paper in the volume, both counted from 1 and printed.
  public struct PageRange: Sendable, Hashable {
    public let first: Int
    public let last: Int

    /// Nil unless 1 ≤ first ≤ last.
    public init?(first: Int, last: Int) {
      guard first >= 1, last >= first else { return nil }
      self.first = first
      self.last = last
    }

    public var count: Int { last - first + 1 }

    /// With `dash` between, or one number for one page.
    func text(_ dash: String) -> String { first == last ? "\(first)" : "\(first)\(dash)\(last)" }
  }

  /// A badge of artifact evaluation.
  public struct Badge: Sendable, Hashable {
    public var key: String
    public var label: String
    /// Where the artifact is archived; empty when the badge names no place.
    public var address: String
    public init(key: String, label: String, address: String = "") {
      self.key = key
      self.label = label
      self.address = address
    }
  }

  /// A file beside a paper's page.
  public struct File: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case article, appendix }
    public var kind: Kind
    /// Where it stands in the site, such as `papers/17.pdf`.
    public var path: String
    public var sizeBytes: Int64
    public init(kind: Kind, path: String, sizeBytes: Int64) {
      self.kind = kind
      self.path = path
      self.sizeBytes = sizeBytes
    }
  }
}
