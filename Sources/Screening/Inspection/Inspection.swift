/// What the inspector saw in one file. Values only; nothing here was decided yet.
public struct Inspection: Hashable, Sendable {
  /// Nil when the inspector stopped before it could say what the file is.
  public let document: Document?
  public let pages: [Page]
  public let fonts: [Font]
  public let ending: Ending
  /// What the inspection cost, where it ended by itself.
  public let cpuMicroseconds: Int?
  public let peakBytes: Int?

  public enum Ending: Hashable, Sendable {
    /// Everything the file holds was read.
    case complete
    /// The file holds more pages or text than an inspection prints.
    case truncated
    /// A limit ended it: `cpu`, `wall` or `memory`; or `fault`, when a library failed on the file.
    case stopped(String)
    /// No last record: the process was killed.
    case missing

    /// The inspector came to an end of its own, of all or of as much as it prints.
    public var isWhole: Bool { self == .complete || self == .truncated }
  }

  public struct Document: Hashable, Sendable {
    /// `empty`, `notPDF`, `encrypted`, `damaged` or `tooLarge`; nil when the pages could be read.
    public let error: String?
    public let sizeBytes: Int
    public let pageCount: Int
    public let pdfVersion: String
    /// Bytes of something else before the PDF begins.
    public let headerOffsetBytes: Int
    public let endsWithMarker: Bool
    /// The cross-reference table was unusable and had to be rebuilt.
    public let isRepaired: Bool
    public let isEncrypted: Bool
    public let needsPassword: Bool
    /// The entries of the Info dictionary in the order of the file.
    public let metadata: [Entry]
    public let xmp: String
    public let javascriptCount: Int
    public let launchCount: Int
    public let otherActionCount: Int
    public let hasOpenAction: Bool
    public let attachmentCount: Int
    public let mediaCount: Int
  }

  public struct Entry: Hashable, Sendable {
    public let key: String
    public let value: String
  }

  public struct Page: Hashable, Sendable {
    /// Counted from 1.
    public let number: Int
    /// What a reader shows: the crop box, turned.
    public let widthPoints: Double
    public let heightPoints: Double
    /// The sheet in the coordinates of the file (origin lower left), where stated.
    public let media: Box?
    public let crop: Box?
    public let lines: [Line]
    public let links: [Link]
    public let isUnreadable: Bool
    /// Text of the content stream that a reader does not see.
    public let hidden: [HiddenPassage]
    /// Characters the content stream shows, seen or not, and of those that are not seen.
    public let contentCharacters: Int
    public let hiddenCharacters: Int
    /// What annotations say.
    public let notes: [String]
  }

  /// Text that is there but not seen.
  public struct HiddenPassage: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      case invisible, transparent, tiny, offPage, clipped, faint, covered
      /// Light text on a picture or a shape whose colour is not known.
      case uncertain
    }
    public let reason: Reason
    public let text: String
    public let box: Box
    public let isInFigure: Bool
  }

  public struct Line: Hashable, Sendable {
    public let text: String
    public let box: Box
    /// The font, size and colour most of its characters have.
    public let font: String
    public let sizePoints: Double
    /// Six hexadecimal digits, red first.
    public let colour: String
  }

  public struct Link: Hashable, Sendable {
    public let address: String
    public let box: Box
  }

  public struct Font: Hashable, Sendable {
    public let name: String
    /// `Type1`, `TrueType`, `Type0`, `Type3`, `MMType1`.
    public let kind: String
    public let isEmbedded: Bool
    /// The first page that declares it.
    public let page: Int?
    /// Characters of text set in it; 0 when it is only declared, or has no name.
    public let characterCount: Int
  }
}
