"""What other people's columns are called, by what they mean; words of bokmål, svenska, English."""

from typing import Final

from taskmap.yamltext import fold

_MEANS: Final = {
    "name": "oppgave|oppgaver|oppgavenavn|aktivitet|aktiviteter|arbeidsoppgave|arbeidsoppgaver|"
    "gjøremål|tiltak|tjeneste|prosedyre|hva|uppgift|uppgifter|arbetsuppgift|arbetsuppgifter|"
    "insats|åtgärd|vad|task|tasks|task name|activity|activities|work|what",
    "id": "id|nr|oppgaveid|oppgave-id|uppgiftsid|task id|kode|kod|code",
    "minutes.likely": "minutter|minutt|min|tid|tidsbruk|varighet|tid per gang|minutter per gang|"
    "minutter pr gang|tid pr gang|tid i minutter|minuter|tidsåtgång|minuter per gång|"
    "tid per gång|hvor lenge|hvor lang tid|hur länge|hur lång tid|how long|minutes|duration|time|"
    "time per occurrence|minutes each|minutes per time",
    "minutes.low": "minst|minimum|korteste|kortest|kortaste|lav|lägst|low|shortest",
    "minutes.high": "mest|maksimum|lengste|lengst|längst|høy|högst|high|longest",
    "count": "antall|antal|ganger|gånger|frekvens|hyppighet|hvor ofte|hur ofta|antall ganger|"
    "antal gånger|count|times|frequency|how often|number|number of times",
    "hours": "timer|timmar|hours|antall timer|antal timmar|tid (timer)|timer brukt|timeforbruk|"
    "registrerte timer|registrerade timmar|registered hours|time spent|ukeverk timer",
    "total": "sum|totalt|total|i alt|summa|til sammen|sum timer|totalt timer|summa timmar|"
    "total hours",
    "today": "hvem|utføres av|utført av|gjøres av|hvem gjør det|rolle|roller|yrkesgruppe|"
    "yrkesgrupper|profesjon|stilling|ansvarlig|vem|utförs av|görs av|roll|yrkesgrupp|"
    "yrkeskategori|ansvarig|who|done by|performed by|role|profession|staff group",
    "band": "tidsrom|vakt|tid på døgnet|døgndel|skift|tidsperiod|pass|tid på dygnet|band|shift|"
    "time of day|period",
    "group": "gruppe|oppgavegruppe|kategori|område|grupp|uppgiftsgrupp|group|task group|category|"
    "area",
    "parent": "hovedoppgave|del av|overordnet|huvuduppgift|överordnad|part of|parent",
    "competences": "kompetanse|kompetansekrav|krav|kompetens|kompetenskrav|competence|"
    "competences|requirement",
    "missed": "ikke gjort|utelatt|blir ikke gjort|ogjort|uteblir|missed|not done",
    "note": "merknad|merknader|kommentar|kommentarer|anmerkning|notat|anteckning|anteckningar|"
    "note|notes|comment|comments|remark",
}

MEANING: Final = {fold(word): name for name, words in _MEANS.items() for word in words.split("|")}

TOTALS: Final = frozenset(
    fold(word)
    for word in (
        "sum",
        "totalt",
        "total",
        "i alt",
        "til sammen",
        "sum totalt",
        "totalsum",
        "summa",
        "totalt antall timer",
        "grand total",
        "sum timer",
        "summa timmar",
        "sum hours",
        "total hours",
    )
)
SUBTOTALS: Final = ("sum ", "delsum", "delsumma", "summa ", "subtotal", "herav ", "därav ")
