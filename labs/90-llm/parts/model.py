import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

WORD = re.compile(r"[a-z0-9]+")
PIECE = re.compile(r" ?[A-Za-z0-9]+| ?[^A-Za-z0-9 \n]")
# Stands before a text begins and after it ends.
END_TOKEN = 0
# How much a line of the corpus gains by a keyword that the prompt has too.
KEYWORD_GAIN = 500
# The share of what followed the last two tokens; the rest goes to what followed the last one.
PAIR_SHARE = 0.9


class LanguageModel:
    """A language model of the oldest kind: it has counted which token follows which two, and which one, in a
    page of text. What a prompt changes is how much each line of that page counts."""

    def __init__(self, corpus: str):
        # All tokens that it knows, each at its number. As text, the end is a new line.
        self.pieces = ["\n"]
        self.numbers: dict[str, int] = {}
        self.longest: dict[str, int] = {}
        self.lines: list[list[str]] = []
        self.line_counts: Counter[str] = Counter()
        # For each pair and each single token: which token followed, and in which line.
        self.after_pair: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self.after_one: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in corpus.strip().split("\n"):
            keywords, text = row.split(" | ")
            self.learn(keywords.split(" "), PIECE.findall(text))

    # region learn
    def learn(self, keywords: list[str], pieces: list[str]) -> None:
        line = len(self.lines)
        self.lines.append(keywords)
        self.line_counts.update(keywords)
        first = second = END_TOKEN
        for token in [*(self.number_of(text) for text in pieces), END_TOKEN]:
            self.after_pair[first, second].append((token, line))
            self.after_one[second].append((token, line))
            first, second = second, token
    # endregion

    # region tokens
    def count_tokens(self, text: str) -> int:
        """How many tokens a text is: the longest pieces that the model knows, and of all else each byte for itself."""
        count = at = 0
        while at < len(text):
            known = self.find_piece(text, at)
            count += 1 if known else count_bytes(ord(text[at]))
            at += len(known) if known else 1
        return count
    # endregion

    # region generate
    def generate(self, prompt: str, temperature: float, seed: int) -> Iterator[int]:
        """Draws one token after another, without end unless END_TOKEN is where the caller stops."""
        weights = self.weigh_lines(prompt)
        random = create_random(seed)
        first = second = END_TOKEN
        while True:
            chances = self.find_chances(first, second, weights)
            token = likeliest(chances) if temperature == 0 else draw(chances, temperature, random())
            yield token
            first, second = (END_TOKEN, END_TOKEN) if token == END_TOKEN else (second, token)

    def find_chances(self, first: int, second: int, weights: list[float]) -> dict[int, float]:
        """The probability of each token that may come after these two."""
        chances: dict[int, float] = defaultdict(float)

        def add(sightings: list[tuple[int, int]], share: float) -> None:
            total = 0.0
            for _, line in sightings:
                total += weights[line]
            for token, line in sightings:
                chances[token] += share * weights[line] / total

        if pairs := self.after_pair.get((first, second)):
            add(pairs, PAIR_SHARE)
        add(self.after_one[second], 1 - PAIR_SHARE)
        return chances

    def weigh_lines(self, prompt: str) -> list[float]:
        """How much each line counts for a prompt: a keyword that few lines have says most."""
        asked = set(WORD.findall(prompt.lower()))
        weights = []
        for keywords in self.lines:
            weight = 1.0
            for keyword in keywords:
                if keyword in asked:
                    weight += KEYWORD_GAIN / self.line_counts[keyword]
            weights.append(weight)
        return weights
    # endregion

    def number_of(self, text: str) -> int:
        if text not in self.numbers:
            self.numbers[text] = len(self.pieces)
            self.pieces.append(text)
            self.longest[text[0]] = max(self.longest.get(text[0], 0), len(text))
        return self.numbers[text]

    def find_piece(self, text: str, at: int) -> str | None:
        for length in range(self.longest.get(text[at], 0), 0, -1):
            if text[at : at + length] in self.numbers:
                return text[at : at + length]
        return None


def load_model(file: Path) -> LanguageModel:
    return LanguageModel(file.read_text("utf-8"))


def likeliest(chances: dict[int, float]) -> int:
    return max(chances, key=lambda token: chances[token])


def draw(chances: dict[int, float], temperature: float, random: float) -> int:
    """Takes the token at `random`, from 0 to 1, when the chances are laid side by side; a high temperature evens
    them out."""
    # Measured by the highest, which stays 1: at a low temperature all of them would shrink to 0.
    highest = max(chances.values())
    sizes = [(token, (chance / highest) ** (1 / temperature)) for token, chance in chances.items()]
    total = 0.0
    for _, size in sizes:
        total += size
    rest = random * total
    for token, size in sizes:
        rest -= size
        if rest < 0:
            return token
    return sizes[-1][0]


def create_random(seed: int) -> Callable[[], float]:
    """Numbers from 0 to 1, the same ones for the same seed. Python and JavaScript both reckon this exactly."""
    state = seed

    def step() -> float:
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return state / 2**32

    # Seeds side by side begin with numbers side by side.
    for _ in range(5):
        step()
    return step


def count_bytes(character: int) -> int:
    if character < 0x80:
        return 1
    if character < 0x800:
        return 2
    return 3 if character < 0x10000 else 4
