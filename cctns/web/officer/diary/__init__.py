"""The General Diary (BNSS 174, Police Act 1861 s.44): the station's day, entry by entry."""
