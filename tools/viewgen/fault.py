"""fault.py: what stops a build: a place and a sentence."""


class Fault(Exception):
    """Raised with the place (file, line) and a sentence for the author."""

    def __init__(self, at, sentence):
        super().__init__(f"{at[0]}:{at[1]}: {sentence}")
        self.at = at
        self.sentence = sentence
