"""Entity resolution: which mentions may be one person. Candidates with reasons; nobody's word."""
