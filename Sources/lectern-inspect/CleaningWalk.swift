import CQPDF
import Glibc

/// Visits every object a cleaned file will hold, once, without recursion, and takes out what tells of its maker.
struct CleaningWalk {
  private struct Step {
    let object: qpdf_oh
    /// Keys are names the maker chose: they are followed, never taken out.
    let isTable: Bool
  }

  private let file: qpdf_data
  private var visited: Set<Int> = []
  private var remainingObjects = 4_000_000

  init(file: qpdf_data) {
    self.file = file
  }

  /// False when there are more objects than anyone should have to look at; nothing may be written then.
  mutating func clean(from root: qpdf_oh) -> Bool {
    var pending = [Step(object: root, isTable: false)]
    while let step = pending.popLast() {
      remainingObjects -= 1
      guard remainingObjects > 0 else { return false }
      let object = step.object
      defer { qpdf_oh_release(file, object) }
      if qpdf_oh_is_indirect(file, object) != QPDF_FALSE {
        guard visited.insert(Int(qpdf_oh_get_object_id(file, object))).inserted else { continue }
      }
      if qpdf_oh_is_array(file, object) != QPDF_FALSE {
        for index in 0..<max(0, qpdf_oh_get_array_n_items(file, object)) {
          follow(qpdf_oh_get_array_item(file, object, index), isTable: false, &pending)
        }
      } else if qpdf_oh_is_stream(file, object) != QPDF_FALSE {
        let dictionary = qpdf_oh_get_dict(file, object)
        for key in PDFKeys.tellingInStreams { qpdf_oh_remove_key(file, dictionary, key) }
        enter(dictionary, isTable: false, &pending)
        if name("/Subtype", of: dictionary, in: file) == "/Image" { cleanImage(object, dictionary) }
        qpdf_oh_release(file, dictionary)
      } else {
        enter(object, isTable: step.isTable, &pending)
      }
    }
    return true
  }

  private mutating func enter(_ dictionary: qpdf_oh, isTable: Bool, _ pending: inout [Step]) {
    let action = PDFAction(dictionary, in: file)
    let type = name("/Type", of: dictionary, in: file)
    for key in keys(of: dictionary, in: file) {
      if !isTable, PDFKeys.telling.contains(key) || key.hasPrefix("/PTEX.") || (action.isAction && !kept(key, by: action)) {
        qpdf_oh_remove_key(file, dictionary, key)
      } else if !PDFKeys.rows.contains(key) {
        let isTable = PDFKeys.tables.contains(key) && type != "/Annot" && !action.isAction
        follow(qpdf_oh_get_key(file, dictionary, key), isTable: isTable, &pending)
      }
    }
  }

  /// An action that is not plain loses everything, a plain one what would follow it.
  private func kept(_ key: String, by action: PDFAction) -> Bool {
    action.isPlain && ["/S", "/Type", "/D", "/SD", "/URI"].contains(key)
  }

  private func follow(_ object: qpdf_oh, isTable: Bool, _ pending: inout [Step]) {
    let holdsOthers =
      qpdf_oh_is_dictionary(file, object) != QPDF_FALSE || qpdf_oh_is_array(file, object) != QPDF_FALSE
      || qpdf_oh_is_stream(file, object) != QPDF_FALSE
    if holdsOthers { pending.append(Step(object: object, isTable: isTable)) } else { qpdf_oh_release(file, object) }
  }

  /// Cameras and drawing programs write their owner into a picture itself.
  private func cleanImage(_ stream: qpdf_oh, _ dictionary: qpdf_oh) {
    let filter = qpdf_oh_get_key(file, dictionary, "/Filter")
    let isList = qpdf_oh_is_array(file, filter) != QPDF_FALSE
    if isList, qpdf_oh_get_array_n_items(file, filter) != 1 { return }
    let only = isList ? qpdf_oh_get_array_item(file, filter, 0) : filter
    guard qpdf_oh_is_name_and_equals(file, only, "/DCTDecode") != QPDF_FALSE else { return }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered = QPDF_BOOL(QPDF_FALSE)
    guard qpdf_oh_get_stream_data(file, stream, qpdf_dl_none, &filtered, &buffer, &length) & 2 == 0, let buffer else { return }
    defer { free(buffer) }
    guard let cleaned = JPEG.withoutMetadata(UnsafeBufferPointer(start: buffer, count: length)) else { return }
    qpdf_oh_replace_stream_data(
      file, stream, cleaned, cleaned.count, filter, qpdf_oh_get_key(file, dictionary, "/DecodeParms"))
  }
}

/// JPEG as a row of marked segments (ITU-T T.81, annex B).
enum JPEG {
  /// Nil when nothing has to go, or it is no JPEG to its first scan. Comments and application segments go, but those a
  /// decoder needs: JFIF's (0), the colour profile (2) and Adobe's colour transform (14).
  static func withoutMetadata(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var kept: [UInt8] = [0xFF, 0xD8]
    var position = 2
    var hasDropped = false
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      if marker == 0xDA {
        guard hasDropped else { return nil }
        kept += bytes[position...]
        return kept
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      guard length >= 2, position + 2 + length <= bytes.count else { return nil }
      let tells = marker == 0xFE || ((0xE0...0xEF).contains(marker) && ![0xE0, 0xE2, 0xEE].contains(marker))
      if tells { hasDropped = true } else { kept += bytes[position..<(position + 2 + length)] }
      position += 2 + length
    }
    return nil
  }
}
