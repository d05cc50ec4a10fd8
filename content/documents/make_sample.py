"""Build the sample PDF from sample.html and sample.css.

A maintainer's tool, not needed at run time: the built PDF is in the repository.
It needs weasyprint 70.0, Pango and the Open Sans font (Debian: libpango-1.0-0,
libpangoft2-1.0-0, fonts-open-sans). Dates and identifier are fixed, so with the
same versions and fonts the same source gives the same bytes. Run:

    python content/documents/make_sample.py [output.pdf]
"""

import sys
from pathlib import Path

import pydyf
import weasyprint

HERE = Path(__file__).resolve().parent
OUTPUT = HERE / "national-strategic-assessment-2020-sample.pdf"


def finish(document, pdf):
    """Name header cells, list marks and links; make running headers page furniture."""
    objects = {item.reference: item for item in pdf.objects}
    dictionaries = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]
    for tag in dictionaries:
        if tag.get("S") == "/TH":  # weasyprint's id ends in "-row-column"; row 0 is the head
            head = tag["ID"].string.split("-")[-2] == "0"
            tag["A"]["Scope"] = "/Column" if head else "/Row"
        elif tag.get("S") == "/L":
            tag["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Disc"})
        elif tag.get("Subtype") == "/Link" and "Dest" in tag:
            tag["Contents"] = pydyf.String("Go to: " + tag["Dest"].string.replace("-", " "))

    reached, queue = set(), list(objects[pdf.catalog["StructTreeRoot"]]["K"])
    while queue:
        reference = queue.pop()
        reached.add(reference)
        queue += [kid for kid in objects.get(reference, {}).get("K", []) if kid in objects]

    # weasyprint numbers the text of page margins but leaves it out of the tree.
    numbers = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    pages = [objects[reference] for reference in pdf.page_references]
    for page, owners in zip(pages, numbers[1::2], strict=False):
        ops = objects[page["Contents"]].stream
        for i, op in enumerate(ops):
            if op == b"BDC" and owners[ops[i - 1]["MCID"]] not in reached:
                owners[ops[i - 1]["MCID"]] = "null"
                ops[i - 2 : i] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


if __name__ == "__main__":
    weasyprint.HTML(HERE / "sample.html").write_pdf(
        Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT,
        finisher=finish,
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        pdf_identifier=b"soc-portal-sample-1",
    )
