from .store import FOLLOWER, recompute

__all__ = ["FOLLOWER", "recompute"]
