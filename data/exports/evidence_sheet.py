"""Second sheet, Danh mục tài liệu kiểm chứng: one row a leaf and document, under the numbers that the first prints."""

from data.exports.assessment import Assessment, EvidenceRow
from data.exports.heading import criterion_code, heading
from data.exports.paper import Paper
from data.language import translator

COLUMNS = (6, 13, 20, 13, 50, 28, 34, 10, 16, 36)
SHOWN = 12  # characters of the checksum: enough to compare by eye; the JSON export has it whole


def write_evidence(paper: Paper, assessment: Assessment, lang: str) -> None:
    """The list; an office without evidence gets the empty form."""
    t = translator(lang)
    head = heading(paper, assessment, t("List of evidence"), lang)
    paper.head(
        head,
        [
            t("No."),
            criterion_code(assessment, lang),
            t("Number of the document"),
            t("Issued on"),
            t("Abstract"),
            t("Issuer"),
            t("File"),
            t("Page"),
            t("SHA-256 (first {count} characters)", count=SHOWN),
            t("Notes"),
        ],
    )
    for at, row in enumerate(assessment.evidence, start=head + 1):
        document = row.document
        paper.sheet.write_number(at, 0, row.number, paper.style("middle"))
        paper.text(at, 1, row.leaf.id, "middle")
        paper.text(at, 2, document.description.number)
        paper.day(at, 3, document.description.issued_on)
        paper.text(at, 4, document.description.abstract)
        paper.text(at, 5, document.description.issuer)
        paper.text(at, 6, document.file_name)
        paper.text(at, 7, "; ".join(dict.fromkeys(link.page for link in row.links if link.page)), "middle")
        paper.text(at, 8, document.sha256[:SHOWN], "middle")
        paper.text(at, 9, _notes(row, lang))


def _notes(row: EvidenceRow, lang: str) -> str:
    t = translator(lang)
    needs = row.leaf.evidence
    found = [needs[link.need].title for link in row.links if link.need is not None and link.need < len(needs)]
    said = found or [t("Additional evidence")]
    if row.document.revision > 1:
        said.append(t("Replacement no. {number}", number=str(row.document.revision - 1)))
    if row.document.demo:
        said.append(t("DEMO DATA – invented figures"))
    return "; ".join(said)
