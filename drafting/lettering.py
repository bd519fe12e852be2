"""How sub-paragraphs are counted: in letters, small Roman numerals, the digits of Arabic."""


def letters(step: int) -> str:
    """Count in letters: a … z, aa, ab …"""
    return _counted(step, "abcdefghijklmnopqrstuvwxyz")


def roman(step: int) -> str:
    """Count in small Roman numerals: i, ii, iii, iv …"""
    word = ""
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    for value, sign in signs:
        word += sign * (step // value)
        step %= value
    return word


def abjad(step: int) -> str:
    """Count in Arabic letters in their old order: أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ."""
    return _counted(step, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")


def _counted(step: int, alphabet: str) -> str:
    word = ""
    while step:
        step, digit = divmod(step - 1, len(alphabet))
        word = alphabet[digit] + word
    return word


def arabic_digits(step: int) -> str:
    """Count in the digits of Arabic: ١ ٢ ٣."""
    return str(step).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
