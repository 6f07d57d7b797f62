import Foundation

/// Two sorted segments as one.
enum SegmentMerge {
  static func merge(_ older: IndexSegment, _ newer: IndexSegment, to url: URL) throws {
    try SegmentWriter.write(count: older.entryCount + newer.entryCount, to: url) { writer in
      var old = SegmentCursor(older)
      var new = SegmentCursor(newer)
      while true {
        switch (old.current, new.current) {
        case (let left?, let right?):
          if (left.fingerprint, left.paper) < (right.fingerprint, right.paper) {
            try writer.append(left)
            old.advance()
          } else {
            try writer.append(right)
            new.advance()
          }
        case (let left?, nil):
          try writer.append(left)
          old.advance()
        case (nil, let right?):
          try writer.append(right)
          new.advance()
        case (nil, nil): return
        }
      }
    }
  }
}

/// A place in a segment that moves forward.
private struct SegmentCursor {
  private let segment: IndexSegment
  /// The first slot that is not read yet.
  private var slot = 0
  private var entries: [IndexSegment.Entry] = []
  private var position = 0

  /// Some eight thousand entries.
  private static let slotsAtOnce = 1_024

  init(_ segment: IndexSegment) {
    self.segment = segment
    read()
  }

  var current: IndexSegment.Entry? { position < entries.count ? entries[position] : nil }

  mutating func advance() {
    position += 1
    if position == entries.count { read() }
  }

  private mutating func read() {
    entries = []
    position = 0
    while entries.isEmpty, slot < segment.slotCount {
      entries = segment.entries(ofSlots: slot..<(slot + Self.slotsAtOnce))
      slot += Self.slotsAtOnce
    }
  }
}
