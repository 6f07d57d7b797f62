# A paper that tells who wrote it in every place the format has for it. Each place holds its own CANARY.
import struct, sys
objs = []
def obj(n, body): objs.append((n, body))
def stream(d, data): return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (d, len(data), data)
def seg(m, data): return bytes([0xFF, m]) + struct.pack(">H", len(data) + 2) + data
jpeg = (b"\xff\xd8" + seg(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + seg(0xE1, b"Exif\0\0CANARYexif") + seg(0xED, b"Photoshop 3.0\0CANARYiptc") + seg(0xFE, b"CANARYjpegcomment")
  + seg(0xDB, bytes(65)) + seg(0xC0, bytes([8,0,1,0,1,1,1,0x11,0])) + seg(0xDA, bytes([1,1,0,0,63,0])) + b"\x00" + b"\xff\xd9")
obj(1, b"""<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R /OpenAction << /S /URI /URI (https://track.example/CANARYopen) >>
 /AA << /WC << /S /JavaScript /JS (CANARYcatalogaa) >> >> /PieceInfo << /App << /LastModified (D:2026) /Private (CANARYpiece) >> >>
 /Names << /Dests << /Names [ (section.1) [3 0 R /Fit] ] >> /EmbeddedFiles << /Names [ (CANARYname) 8 0 R ] >> /JavaScript << /Names [ (go) << /S /JavaScript /JS (CANARYjs) >> ] >> >>
 /AcroForm << /Fields [ 14 0 R ] /XFA (CANARYxfa) >> /Threads [ << /I << /Author (CANARYthread) >> >> ] /Outlines 10 0 R
 /OCProperties << /OCGs [ 15 0 R ] /D << /Creator (CANARYoccreator) /Order [ 15 0 R ] >> >> /Lang (en) >>""")
obj(2, b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /CANARYkept null >>")
obj(3, b"""<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Thumb 16 0 R /LastModified (D:CANARYlast)
 /PieceInfo << /X << /Private (CANARYpagepiece) >> >> /AA << /O << /S /Launch /F (CANARYlaunch) >> >> /Metadata 7 0 R
 /Resources << /Font << /F1 5 0 R /Author 5 0 R >> /XObject << /Im1 6 0 R /Fig 9 0 R >> /Properties << /MC0 15 0 R >> >>
 /Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (https://doi.org/10.1/kept) /Next << /S /JavaScript /JS (CANARYnext) >> >> /NM (CANARYnm) /T (CANARYlinkt) >>
   << /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (mailto:CANARYmail@example.org) >> >>
   << /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (file:///home/CANARYhome/paper.pdf) >> >>
   << /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /GoTo /D [3 0 R /Fit] >> >>
   << /Type /Annot /Subtype /Text /Rect [0 0 10 10] /T (CANARYnoteauthor) /Contents (CANARYnote) >>
   << /Type /Annot /Subtype /Highlight /Rect [0 0 10 10] /QuadPoints [0 0 1 0 0 1 1 1] /T (CANARYhighlighter) /Contents (CANARYremark) /M (D:2026) >>
   << /Type /Annot /Subtype /FileAttachment /Rect [0 0 10 10] /FS 8 0 R >> 14 0 R ] >>""")
obj(4, stream(b"", b"BT /F1 12 Tf 72 720 Td (The text stays) Tj ET /Im1 Do /Fig Do"))
obj(5, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
obj(6, stream(b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Metadata 7 0 R", jpeg))
obj(7, stream(b"/Type /Metadata /Subtype /XML", b"<x:xmpmeta>CANARYxmp</x:xmpmeta>"))
obj(8, b"<< /Type /Filespec /F (CANARYattached.tex) /EF << /F 12 0 R >> >>")
obj(9, stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /PTEX.FileName (/home/CANARYptex/fig.pdf) /PTEX.InfoDict 13 0 R /Ref << /F (CANARYref.pdf) /Page 0 >>", b"0 0 9 9 re f"))
obj(10, b"<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>")
obj(11, b"<< /Title (Introduction) /Parent 10 0 R /A << /S /Launch /F (CANARYoutline) >> >>")
obj(12, stream(b"/Type /EmbeddedFile", b"CANARYembedded"))
obj(13, b"<< /Author (CANARYfigureauthor) /Creator (CANARYfigurecreator) >>")
obj(14, b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (CANARYfield) /V << /Type /Sig /Name (CANARYsigner) >> /Rect [0 0 1 1] >>")
obj(15, b"<< /Type /OCG /Name (Layer) /Usage << /CreatorInfo << /Creator (CANARYlayer) >> >> >>")
obj(16, stream(b"/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /CANARYthumb 1", b"x"))
obj(17, b"<< /Author (CANARYinfo) /Title (CANARYtitle) /Producer (CANARYproducer) >>")
obj(18, b"(CANARYunreferenced)")
out = b"%PDF-1.7\n%CANARYcomment\n"; places = {}
for n, body in objs:
    places[n] = len(out); out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
start = len(out); top = max(places) + 1
out += b"xref\n0 %d\n0000000000 65535 f \n" % top + b"".join(b"%010d 00000 n \n" % places[n] for n in range(1, top))
out += b"trailer\n<< /Size %d /Root 1 0 R /Info 17 0 R /ID [ <43414E4152596964> <43414E4152596964> ] /DocChecksum /CANARYchecksum >>\nstartxref\n%d\n%%%%EOF\n" % (top, start)
sys.stdout.buffer.write(out)
