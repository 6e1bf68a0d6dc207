"""Plain English-like sentences from a small stock of words: the text around a flag."""

SUBJECTS = (
    "the harbour master,a night clerk,our courier,the second engineer,the old librarian,the baker,a tired pilot,"
    "the gardener,the new tenant,the watchmaker"
).split(",")
VERBS = (
    "counted,repaired,forgot,carried,painted,returned,borrowed,measured,locked,described,ordered,replaced"
).split(",")
OBJECTS = (
    "the brass lamp,seven wooden boxes,the evening ledger,a broken compass,the spare keys,an empty cabinet,"
    "the northern map,two heavy ropes,the copper kettle,the garden gate,a letter of thanks,the morning paper"
).split(",")
PLACES = (
    "behind the station,near the river,before the first frost,in the upper hall,after a long quarrel,"
    "at the end of the pier,without a word,during the storm,on the second floor,beside the quiet market"
).split(",")


def sentence(stream):
    return f"{stream.choice(SUBJECTS)} {stream.choice(VERBS)} {stream.choice(OBJECTS)} {stream.choice(PLACES)}"


def text(stream, sentences):
    return ". ".join(sentence(stream).capitalize() for _ in range(sentences)) + "."
