"""Direct speech that goes on in the next paragraph: opened anew there, or as a paragraph of its own."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.parsed_text import ParsedText
from core.quotes import rules
from core.quotes.finding import Finding


def across_paragraphs(parsed: ParsedText, found: list[Finding]) -> list[Finding]:
    """The findings, with speech joined that a paragraph leaves open and the next one opens anew; and with its speaker
    for a quotation without a speaker right behind another, with only white space between."""
    result: list[Finding] = []
    for finding in found:
        last = result[-1] if result else None
        if last is None or not _follows(parsed, last, finding):
            result.append(finding)
        elif last.rule == rules.MARK_MISSING:
            result[-1] = _joined(last, finding)
        elif finding.rule == rules.ALONE and last.speaker:
            rule = rules.RULES[rules.CARRIED_OVER]
            carried = replace(
                finding, rule=rule.name, confidence=rule.confidence, speaker=last.speaker, carried=True
            )
            result.append(carried)
        else:
            result.append(finding)
    return result


def _follows(parsed: ParsedText, one: Finding, other: Finding) -> bool:
    """Whether two direct quotations have nothing but white space between them."""
    if one.type is not QuoteType.DIRECT or other.type is not QuoteType.DIRECT:
        return False
    return one.end <= other.start and not parsed.text[one.end : other.start].strip()


def _joined(one: Finding, other: Finding) -> Finding:
    """One quotation from two, with the attribution of the one that has a cue, else a speaker."""
    attributed = max(
        one, other, key=lambda finding: (bool(finding.cue), bool(finding.speaker) and not finding.carried)
    )
    return replace(attributed, spans=(*one.spans, *other.spans))
