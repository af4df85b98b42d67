"""Old FIRs brought in from other systems: kept as they were, marked as legacy, and graded."""
