/// Real, small PDFs for made-up papers, set like the MLSys style.
///
/// The same paper and options give the same bytes on every machine. Each opens without a complaint in ordinary readers.
public struct SamplePDF: Sendable {
  /// What is wrong with the manuscript, if anything.
  public enum Variant: String, Hashable, CaseIterable, Sendable {
    case conforming
    /// 11 pages of main text, whatever was asked for.
    case overlong
    case oneColumn
    case a4
    /// The authors' names, affiliations and e-mails stand under the title.
    case authorsOnFirstPage
    /// The document's Author property names them.
    case authorsInMetadata
    /// Three references hide authors behind "et al.".
    case truncatedReferences
  }

  /// Where the references begin after the main text.
  public enum ReferencesStart: String, Hashable, CaseIterable, Sendable { case nextPage, nextColumn }

  public struct Options: Hashable, Sendable {
    /// Pages of main text: the last page on which it stands. 1 to 40; values outside are moved inside.
    public var mainPages = 8
    /// How many; all of them made up. 0 to 400.
    public var references = 22
    public var referencesStart = ReferencesStart.nextPage
    public var variant = Variant.conforming
    public var figures = true
    /// Such as `D:20251001120000Z`; nothing is written when nil.
    public var created: String?

    public init() {}

    public init(mainPages: Int, variant: Variant = .conforming) {
      self.mainPages = mainPages
      self.variant = variant
    }
  }

  /// The manuscript: exactly `mainPages` pages of main text, then a heading "References" and the list.
  public static func manuscript(of paper: SamplePaper, options: Options = Options()) -> [UInt8] {
    var writer = SampleManuscript(paper: paper, options: options)
    return writer.bytes()
  }

  /// An appendix of so many pages (1 to 40), two columns, anonymous.
  public static func appendix(of paper: SamplePaper, pages: Int = 3, created: String? = nil) -> [UInt8] {
    var writer = SampleAppendix(paper: paper, pages: min(max(pages, 1), 40))
    return writer.bytes(created: created)
  }
}
