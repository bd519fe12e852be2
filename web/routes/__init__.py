"""The addresses: each says who may come, does one act or shows one page, and says where to go next."""
