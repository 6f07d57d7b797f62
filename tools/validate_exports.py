"""Holds the XML of exported proceedings against what has a schema: `oai_dc.xml` against OAI-PMH's, all else that it is well-formed.

    lectern proceedings export --data DIR --call CALL --out SITE
    python3 tools/validate_exports.py SITE

Needs xmllint (Debian: libxml2-utils) and pip, which fetches the schema of OAI-PMH 2.0 in the sources of a package that ships it. The
schema of Dublin Core's fifteen elements is written here. Exit code 1 when a file is not valid.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

SHIPS_SCHEMA = "pyoai==2.5.0"
XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
DC = "http://purl.org/dc/elements/1.1/"
OAI = "http://www.openarchives.org/OAI/2.0/"
ELEMENTS = ("title creator subject description publisher contributor date type format identifier source language relation "
            "coverage rights").split()


def schemas(folder):
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-binary", ":all:",
                    "--dest", folder, SHIPS_SCHEMA], check=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        member = next(name for name in archive.getnames() if name.endswith("/OAI-PMH.xsd"))
        (folder / "OAI-PMH.xsd").write_bytes(archive.extractfile(member).read())
    (folder / "dc.xsd").write_text(
        f'<xs:schema {XS} targetNamespace="{DC}" elementFormDefault="qualified">'
        + "".join(f'<xs:element name="{name}" type="xs:string"/>' for name in ELEMENTS) + "</xs:schema>")
    (folder / "oai_dc.xsd").write_text(
        f'<xs:schema {XS} targetNamespace="{OAI}oai_dc/" xmlns:dc="{DC}" elementFormDefault="qualified">'
        f'<xs:import namespace="{DC}" schemaLocation="dc.xsd"/><xs:element name="dc"><xs:complexType>'
        '<xs:choice minOccurs="0" maxOccurs="unbounded">' + "".join(f'<xs:element ref="dc:{name}"/>' for name in ELEMENTS)
        + "</xs:choice></xs:complexType></xs:element></xs:schema>")
    both = folder / "both.xsd"
    both.write_text(
        f'<xs:schema {XS}><xs:import namespace="{OAI}" schemaLocation="OAI-PMH.xsd"/>'
        f'<xs:import namespace="{OAI}oai_dc/" schemaLocation="oai_dc.xsd"/></xs:schema>')
    return both


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1], "oai_dc.xml").exists():
        sys.exit("usage: validate_exports.py SITE   (a folder that `lectern proceedings export` wrote)")
    site = Path(sys.argv[1])
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        schema = schemas(Path(folder))
        for file in sorted(path for path in site.rglob("*") if path.suffix in (".xml", ".html")):
            asked = ["--schema", schema] if file.name == "oai_dc.xml" else []
            failed += subprocess.run(["xmllint", "--noout", *asked, file]).returncode != 0
    sys.exit(f"{failed} files are not valid" if failed else 0)


if __name__ == "__main__":
    main()
