/// What a track's call asks of a manuscript, as plain values.
public struct FormatRules: Hashable, Sendable {
  /// What must not appear in the manuscript. Raw values as in a call file.
  public enum Forbidden: String, Hashable, Sendable, CaseIterable {
    case names, emails, affiliations, acknowledgements, selfReferences = "self-references", links
  }

  public struct PageSize: Hashable, Sendable {
    public let name: String
    public let widthPoints: Double
    public let heightPoints: Double
    public init(name: String, widthPoints: Double, heightPoints: Double) {
      self.name = name
      self.widthPoints = widthPoints
      self.heightPoints = heightPoints
    }
    public static let letter = PageSize(name: "US letter", widthPoints: 612, heightPoints: 792)
    public static let a4 = PageSize(name: "A4", widthPoints: 595.28, heightPoints: 841.89)
  }

  public let pageSize: PageSize
  public let columns: Int
  /// Pages of main text, references not counted.
  public let mainPagesLimit: Int
  public let referencesListAllAuthors: Bool
  public let appendixSeparate: Bool
  public let forbids: Set<Forbidden>
  /// The measures of the style file; nil when the call names a style whose measures are not known.
  public let style: StyleMeasures?
  /// Pages after which a file is no paper any more.
  public let filePagesLimit: Int

  public init(
    pageSize: PageSize, columns: Int, mainPagesLimit: Int, referencesListAllAuthors: Bool, appendixSeparate: Bool,
    forbids: Set<Forbidden>, style: StyleMeasures?, filePagesLimit: Int = 200
  ) {
    self.pageSize = pageSize
    self.columns = columns
    self.mainPagesLimit = mainPagesLimit
    self.referencesListAllAuthors = referencesListAllAuthors
    self.appendixSeparate = appendixSeparate
    self.forbids = forbids
    self.style = style
    self.filePagesLimit = filePagesLimit
  }
}

/// The measures a style file sets.
public struct StyleMeasures: Hashable, Sendable {
  public let name: String
  /// Where body text may stand on the sheet.
  public let textBlock: Box
  public let bodySizePoints: Double
  /// From one baseline to the next.
  public let lineHeightPoints: Double
  public init(name: String, textBlock: Box, bodySizePoints: Double, lineHeightPoints: Double) {
    self.name = name
    self.textBlock = textBlock
    self.bodySizePoints = bodySizePoints
    self.lineHeightPoints = lineHeightPoints
  }

  /// The style a file name such as `mlsys2025` or `mlsys2025.sty` speaks of; nil when its measures are not known.
  public static func named(_ name: String) -> StyleMeasures? {
    let folded = name.lowercased()
    return known.first { folded.hasPrefix($0.name) }
  }
}

/// What the submission form says, which the manuscript must not repeat.
public struct FormFacts: Hashable, Sendable {
  public struct Author: Hashable, Sendable {
    public let given: String
    public let family: String
    public let email: String
    public let affiliation: String
    public init(given: String, family: String, email: String, affiliation: String) {
      self.given = given
      self.family = family
      self.email = email
      self.affiliation = affiliation
    }
  }
  /// What the authors say about the paper, such as where it presents its benchmarks.
  public struct Statement: Hashable, Sendable {
    public let label: String
    public let text: String
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }
  public let title: String
  public let authors: [Author]
  public let statements: [Statement]
  public init(title: String, authors: [Author], statements: [Statement] = []) {
    self.title = title
    self.authors = authors
    self.statements = statements
  }
}
