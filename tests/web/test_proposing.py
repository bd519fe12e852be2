"""Amending through the forms, as a browser without JavaScript does."""

WORDS = "*Invites* all States and donors to support small harbours;"


def test_an_amendment_is_kept_as_a_private_draft_and_then_submitted(room):
    norway, kenya = room.person("Norway"), room.person("Kenya")
    assert norway.amend(WORDS).status_code == 303
    assert "seen by Norway only" in norway.get("/drafts/1").text
    assert "donors" not in kenya.get("/drafts/1").text
    assert norway.post("/drafts/1/proposal/submit", revision=0, saves=1).status_code == 303
    assert "after “States”, insert “and donors”" in kenya.get("/drafts/1").text
    assert room.record()[-1] == ("Norway", "submitted", 1)


def test_the_preview_shows_redline_wording_and_whom_it_collides_with(room):
    room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    page = (
        room.person("Norway").amend("*Invites* rich States to support small harbours;", act="/preview").text
    )
    assert "<ins>rich</ins>" in page
    assert "In operative paragraph 1, replace “all” with “rich”." in page
    assert "No. 1 (Kenya) changes the same words: “all”." in page


def test_a_paragraph_is_inserted_and_another_deleted_in_one_amendment(room):
    norway = room.person("Norway")
    norway.amend("*Urges* States to dredge;", provision="", mode="insert", after="o1", kind="operative")
    norway.amend("", provision="p2", mode="delete", saves=1)
    assert norway.post("/drafts/1/proposal/submit", revision=0, saves=2).status_code == 303
    page = norway.get("/drafts/1/amendments/1").text
    assert "Delete the second preambular paragraph." in page
    assert "insert a new operative paragraph" in page
    assert "Urges" in page


def test_a_form_that_a_revision_overtook_is_answered_409_with_the_text_and_the_typing(room):
    kenya, fiji, norway = room.person("Kenya"), room.person("Fiji"), room.person("Norway")
    number = room.submit("Kenya", "o1", "*Invites* Member States to support small harbours;")
    fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=0)
    assert fiji.post("/drafts/1/desk/issue", revision=0, taken=number).status_code == 303
    late = norway.amend("*Invites* all States to pay for small harbours;")
    assert late.status_code == 409
    assert "Rev.1 has been issued" in late.text
    assert "to pay for small harbours;</textarea>" in late.text  # what was typed
    assert "Member States to support" in late.text  # the text as it is
    assert "Our draft amendment" not in norway.get("/drafts/1").text
    again = norway.amend("*Invites* all States to pay for small harbours;", revision=1)
    assert again.status_code == 303
    assert kenya.get("/drafts/1").status_code == 200


def test_a_form_that_a_colleague_overtook_is_answered_409_and_changes_nothing(room):
    elin, jonas = room.person("Norway", "Elin"), room.person("Norway", "Jonas")
    assert elin.amend(WORDS).status_code == 303
    late = jonas.amend("*Invites* no State to support small harbours;")
    assert late.status_code == 409
    assert "Changed by Elin." in late.text
    assert "no State to support" in late.text
    assert "and donors" in elin.get("/drafts/1/edit?provision=o1").text


def test_a_reference_to_a_note_that_is_not_there_is_refused_and_the_typing_kept(room):
    answer = room.person("Norway").amend("*Invites* all States[^n9] to support small harbours;")
    assert answer.status_code == 404
    assert "There is no note [^n9] in the text" in answer.text
    assert "*Invites* all States[^n9] to support small harbours;" in answer.text


def test_what_somebody_types_is_never_taken_for_html(room):
    norway = room.person("Norway")
    evil = "*Invites* <script>alert(1)</script> [all](javascript:alert) States to support small harbours;"
    assert norway.amend(evil).status_code == 303
    norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    for path in ("/drafts/1", "/drafts/1/amendments", "/drafts/1/amendments/1", "/drafts/1/log"):
        page = room.person("Kenya").get(path).text
        assert "<script>alert" not in page
        assert 'href="javascript' not in page


def test_an_amendment_is_withdrawn_by_its_mover_only_and_stays_on_the_record(room):
    number = room.submit("Norway", "o1", WORDS)
    assert room.person("Kenya").post(f"/drafts/1/amendments/{number}/withdraw").status_code == 409
    assert room.person("Norway").post(f"/drafts/1/amendments/{number}/withdraw").status_code == 303
    assert "withdrawn" in room.person("Kenya").get(f"/drafts/1/amendments/{number}").text
    assert room.record()[-1] == ("Norway", "withdrew", number)


def test_an_observer_reads_but_may_not_amend(room):
    from drafting.permissions import Role

    observer = room.person("International Harbour Union", role=Role.OBSERVER)
    assert observer.get("/drafts/1").status_code == 200
    assert observer.get("/drafts/1/edit?provision=o1").status_code == 403
    assert observer.amend(WORDS).status_code == 403
    assert "Amend" not in observer.get("/drafts/1").text.replace("Amendments", "").replace("amendment", "")


def test_an_amendment_is_divided_by_its_mover_or_the_penholder_and_each_part_is_taken_alone(room):
    kenya, fiji, norway = room.person("Kenya"), room.person("Fiji"), room.person("Norway")
    kenya.amend("*Noting* that harbours are the only door of an island,", "p2")
    kenya.amend("*Invites* Member States to support small and remote harbours;", saves=1, act="/submit")
    room.person("Chile").post("/drafts/1/amendments/1/join")
    assert "Divide the amendment" not in norway.get("/drafts/1/amendments/1").text
    refused = norway.post("/drafts/1/amendments/1/divide", revision=0, part=0)
    assert "Only its mover or the penholder can divide No. 1." in refused.text
    page = fiji.get("/drafts/1/amendments/1").text
    assert page.count('name="part"') == 3
    for part, why in (([], "Choose some"), ([0, 1, 2], "but not all")):
        assert why in fiji.post("/drafts/1/amendments/1/divide", revision=0, part=part).text
    assert fiji.post("/drafts/1/amendments/1/divide", revision=0, part=[0, 2]).status_code == 303
    page = kenya.get("/drafts/1/amendments/1").text
    assert "It was divided (rule 129)." in page
    assert "Fiji divided No. 1 into Nos. 2, 3" in page
    assert "Kenya and Chile" in kenya.get("/drafts/1").text
    assert kenya.get("/drafts/1/amendments?show=all").text.count("Kenya and Chile") == 3
    fiji.post("/drafts/1/desk", amendment=2, choice="take", revision=0)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=2)
    assert room.text("p2") == "Noting that harbours are the only door of an island,"
    assert room.text("o1") == "Invites all States to support small and remote harbours;"
    assert "Carried over: No. 3." in kenya.get("/drafts/1/log").text
    assert kenya.post("/drafts/1/amendments/1/withdraw").status_code == 409


NOTED = "*Invites* all States[^: *See* resolution [70/1](https://undocs.org/A/RES/70/1).] to support small harbours;"


def made(room, path="/drafts/1/amendments/1"):
    return room.person("Kenya").get(path).text


def merge(room, *numbers):
    fiji = room.person("Fiji")
    with room.reading() as session:
        from drafting import queries

        on = queries.draft(session, 1).revision
    for number in numbers:
        fiji.post("/drafts/1/desk", amendment=number, choice="take", revision=on)
    answer = fiji.post("/drafts/1/desk/issue", revision=on, taken=list(numbers))
    assert answer.status_code == 303, answer.text


def test_a_new_note_is_written_where_it_is_referred_to_and_goes_with_its_reference(room):
    norway = room.person("Norway")
    shown = norway.amend(NOTED, act="/preview").text
    assert "after “States”, insert “*”." in shown
    assert "Insert a new footnote, reading:" in shown
    assert shown.count("undocs.org/A/RES/70/1") >= 2  # the note's own redline, and what was typed
    assert norway.amend(NOTED).status_code == 303
    assert NOTED in norway.get("/drafts/1/edit?provision=o1").text  # to be written on
    norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    assert room.record()[-1] == ("Norway", "submitted", 1)
    assert "Insert a new footnote" in made(room)
    assert "a1.1n1</a>" not in made(room) + made(room, "/drafts/1")
    merge(room, 1)
    page = made(room, "/drafts/1")
    assert 'States</span><sup><a href="#a1.1n1">2</a></sup>' in page or '<a href="#a1.1n1">2</a>' in page
    assert 'id="a1.1n1"' in page


def test_a_new_note_is_rewritten_and_left_out_again_before_it_is_submitted(room):
    norway = room.person("Norway")
    norway.amend(NOTED)
    norway.amend(NOTED.replace("*See*", "Cf."), saves=1)
    assert "[^: Cf. resolution" in norway.get("/drafts/1/edit?provision=o1").text
    norway.amend(WORDS, saves=2)
    norway.post("/drafts/1/proposal/submit", revision=0, saves=3)
    assert "footnote" not in made(room)


def test_a_new_note_without_words_is_refused_with_the_typing_kept(room):
    answer = room.person("Norway").amend("*Invites* all States[^: ] to support small harbours;")
    assert answer.status_code == 409
    assert "The new note has no words yet." in answer.text
    assert "[^: ]" in answer.text


def test_a_note_goes_with_its_last_reference_and_the_author_is_told_before(room):
    norway = room.person("Norway")
    words = "*Recalling* its resolution 64/293 of 28 July 2010 on water,"
    shown = norway.amend(words, provision="p1", act="/preview").text
    assert "Note 1 goes too" in shown
    assert "<q" in shown
    norway.amend(words, provision="p1")
    norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    merge(room, 1)
    assert 'id="n1"' not in made(room, "/drafts/1")


def test_to_delete_a_note_is_to_strike_every_reference_to_it(room):
    norway = room.person("Norway")
    norway.amend("*Invites* all States[^n1] to support small harbours;")
    norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    merge(room, 1)
    assert "delete=1" in norway.get("/drafts/1/edit?provision=n1").text
    asked = {"provision": "n1", "mode": "delete", "revision": 1}
    assert "Note 1 goes too" in norway.amend("", act="/preview", **asked).text
    norway.amend("", **asked)
    norway.post("/drafts/1/proposal/submit", revision=1, saves=1)
    page = made(room, "/drafts/1/amendments/2")
    assert "In the first preambular paragraph" in page
    assert "operative paragraph 1" in page
    merge(room, 2)
    assert 'id="n1"' not in made(room, "/drafts/1")


def test_the_words_of_a_note_are_amended_where_it_is_printed(room):
    norway = room.person("Norway")
    shown = norway.amend("Resolution 64/293, annex.", provision="n1", act="/preview").text
    assert "In footnote 1, after “64/293”, insert “, annex”." in shown


def test_a_paragraph_is_deleted_with_its_sub_paragraphs_and_that_is_taken_back_whole(room):
    norway = room.person("Norway")
    asked = {"provision": "o2", "mode": "delete"}
    shown = norway.amend("", act="/preview", **asked).text
    assert "Their depth and their cranes;</del>" in shown
    norway.amend(WORDS)
    norway.amend("", saves=1, **asked)
    assert norway.post("/drafts/1/proposal/discard", provision="o2").status_code == 303
    norway.post("/drafts/1/proposal/submit", revision=0, saves=3)
    assert "deleted" not in made(room)
    assert "and donors" in made(room)


def test_the_title_is_amended_but_not_deleted(room):
    norway = room.person("Norway")
    assert "In the title, delete “small”." in norway.amend("Harbours of islands", "t", act="/preview").text
    assert norway.amend("", provision="t").status_code == 409


def test_new_paragraphs_at_one_place_keep_their_order_when_the_first_is_written_again(room):
    norway = room.person("Norway")
    new = {"provision": "", "mode": "insert", "after": "o1", "kind": "operative"}
    norway.amend("*Urges* one;", **new)
    norway.amend("*Urges* two;", saves=1, **new)
    norway.amend("*Urges* the first;", saves=2, **{**new, "provision": "a1.1"})
    norway.post("/drafts/1/proposal/submit", revision=0, saves=3)
    page = made(room)
    assert page.index("the first;") < page.index("two;")
    assert "Urges</em> one;" not in page


def test_each_kind_of_new_paragraph_and_of_marks_is_shown_with_its_consequence(room):
    norway = room.person("Norway")
    new = {"provision": "", "mode": "insert", "act": "/preview"}
    sub = norway.amend("Their quays;", after="o2a", kind="subparagraph 1", **new).text
    assert "After operative paragraph 2 (a), insert a new subparagraph" in sub
    assert "insert a new heading" in norway.amend("Finance", after="o1", kind="heading", **new).text
    italics = norway.amend("*Invites* all States to support *small* harbours;", act="/preview").text
    assert "<ins><em>small</em></ins>" in italics
    link = norway.amend("*Invites* all States to support [small](https://un.org) harbours;", act="/preview")
    assert '<ins><a href="https://un.org">small</a></ins>' in link.text


def test_what_could_never_be_merged_is_refused_to_its_author_and_not_to_the_penholder(room):
    norway, fiji = room.person("Norway"), room.person("Fiji")
    norway.amend("", mode="move", behind="o3")
    refused = norway.amend("*Invites* all States; ¶ *Supports* small harbours;", saves=1)
    assert refused.status_code == 409
    assert "OP1: your amendment would do two things at once" in refused.text
    assert "¶" in refused.text  # what was typed
    new = {"provision": "", "mode": "insert", "after": "nowhere", "kind": "operative"}
    assert norway.amend("*Urges* all;", saves=1, **new).status_code == 404
    norway.post("/drafts/1/proposal/submit", revision=0, saves=1)
    fiji.post("/drafts/1/desk", amendment=1, choice="take", revision=0)
    assert fiji.get("/drafts/1/desk/issue").status_code == 200
