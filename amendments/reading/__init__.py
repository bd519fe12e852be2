"""How instructions are read: their patterns, and which paragraphs and words of a text they mean.

``amendments.instructions`` is the door.
"""
