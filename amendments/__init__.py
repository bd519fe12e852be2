"""What is proposed about a draft: amendments, how they collide, merge and are carried to the next text.

A change is a value (``changes``). What several of them do to the same words is computed, never stored:
``collisions`` says which exclude each other, ``merge`` puts the chosen ones into the text, ``rebase``
carries the others onto what comes out, ``formal_wording`` says each as the printed document does.
``division`` divides one where its mover asks for it, ``voting_order`` says in which order to vote on those
that exclude each other. ``subamendments`` does all that with amendments to an amendment.
``alignment`` finds the changes between two texts that nobody kept a record of.
"""
