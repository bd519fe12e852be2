"""What each page shows: from a seat and what was asked to the values that a template takes.

A page of a draft is made here for whoever asks for it and, after an act, for everybody who has it open.
"""
