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
    assert (
        "Kenya and Chile" in kenya.get("/drafts/1").text
    )  # who stood behind the whole stands behind the parts
    assert kenya.get("/drafts/1/amendments?show=all").text.count("Kenya and Chile") == 3
    fiji.post("/drafts/1/desk", amendment=2, choice="take", revision=0)
    fiji.post("/drafts/1/desk/issue", revision=0, taken=2)
    assert room.text("p2") == "Noting that harbours are the only door of an island,"
    assert room.text("o1") == "Invites all States to support small and remote harbours;"
    assert (
        "carried over: No. 3" in kenya.get("/drafts/1/log").text
        or "Carried over: No. 3" in kenya.get("/drafts/1/log").text
    )
    assert kenya.post("/drafts/1/amendments/1/withdraw").status_code == 409
