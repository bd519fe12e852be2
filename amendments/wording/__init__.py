"""What formal wording is made of: sentences and their parts in each language, and how they agree.

``amendments.formal_wording`` is the door.
"""
