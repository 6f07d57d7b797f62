import Foundation

/// Two sorted segments as one.
enum SegmentMerge {
  static func merge(_ older: IndexSegment, _ newer: IndexSegment, to url: URL) throws {
    try IndexSegment.write(count: older.entryCount + newer.entryCount, to: url) { take in
      var old = SegmentCursor(older)
      var new = SegmentCursor(newer)
      while true {
        switch (old.current, new.current) {
        case (let left?, let right?):
          if (left.fingerprint, left.paper) < (right.fingerprint, right.paper) {
            try take(left)
            old.advance()
          } else {
            try take(right)
            new.advance()
          }
        case (let left?, nil):
          try take(left)
          old.advance()
        case (nil, let right?):
          try take(right)
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
  private var slot = 0
  private var entries: [IndexSegment.Entry] = []
  private var position = 0

  init(_ segment: IndexSegment) {
    self.segment = segment
    entries = segment.entries(ofSlot: 0)
    skipEmptySlots()
  }

  var current: IndexSegment.Entry? { position < entries.count ? entries[position] : nil }

  mutating func advance() {
    position += 1
    skipEmptySlots()
  }

  private mutating func skipEmptySlots() {
    while position >= entries.count, slot < segment.slotCount {
      slot += 1
      entries = segment.entries(ofSlot: slot)
      position = 0
    }
  }
}
