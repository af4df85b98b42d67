"""One file a benchmark; each runs its peer, or the physical limit, beside it in the same run."""
