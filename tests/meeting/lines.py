"""Lines as people type them, and as they shouldn't, for the property tests."""

from hypothesis import strategies as st

WORDS = (
    "MT NS PJH Pike Tom Gwen Chair Clerk the The and to by , : / + & asked said proposed seconded for against votes 7 "
    "six bench hedge @NS @MT @Nemo @all ^Friday ^ ^April B1 B2 <B1 <B2 [[ ]] "
    "[[secret]] *bold* ?? 10^6 a@b.org in a month "
    "meeting next . , : ALL ACTION: Both unanimous all agreed \\ % s/ É 9"
).split(" ")
WORDS += ['@"Finance team"', "@“Tree wardens”", '@"']
MARKED = ["", "", "?", ">", "-", "+", "!", "!", "! ", "=", "~", "~B2 ", "&", "#", "%", "%!", "\\", "??", "%\\"]
COMMANDS = [
    *"/next /prev /defer /skip /undo /redo /undo /redo /restrict /start /close /bogus /done /drop / /rename".split(),
    *("/go 2", "/go zzz", "/section 4 Trees", "/subsection Oaks", "/rename Ponds", "/arrive Lil Oddy, Warden (LO)"),
    *("/arrive Pike", "/arrive Tom Orchard", "/leave NS", "/leave Gwen", "/apologies PJH", "/absent Clerk"),
    *("/done B1", "/drop A1", "/drop B3"),
]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
line_of_words = st.builds(str.__add__, st.sampled_from(MARKED), words)
correction = st.builds(
    "s{0}{1}{0}{2}{0}".format, st.sampled_from("/|,"), st.sampled_from(WORDS), st.sampled_from(WORDS)
)
line_of_any_sort = line_of_words | st.builds(str.__add__, st.sampled_from(MARKED), st.text(max_size=20))
any_line = line_of_words | line_of_words | st.sampled_from([*COMMANDS, "", ""]) | correction | st.text(max_size=12)
