"""Password hashing that costs next to nothing, where a test is not about its cost."""

from argon2 import PasswordHasher

from src.infrastructure.security.passwords import Argon2PasswordHasher


def quick_password_hasher() -> Argon2PasswordHasher:
    """The real one, with the smallest memory and a single pass."""
    return Argon2PasswordHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
