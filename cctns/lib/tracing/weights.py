"""Every number that weighs, in one place. All are natural logarithms of likelihood ratios, or
parts of the curves that give them.

India publishes no file of solved pairs from which they could be learnt, so they are reasoned
assumptions unless a source stands beside them; a State that has decided some hundred candidates
should count its own decisions and correct them. The shares of words stand in words.csv and are
assumptions as well: the part of descriptions in which somebody would name that mark or garment.
"""

from __future__ import annotations

# Sex. Two known and different ones exclude each other (match.py); agreement halves the field.
SEX_SAME = 0.7  # ln(1 / 0.5)
SEX_OF_TRANSGENDER = -1.0  # written male or female by whoever did not know: possible, seldom

# Age. Doctors give adults' ages from bone and teeth within five to ten years, children's within
# one or two; inquests guess worse. The error grows with the age between these bounds.
AGE_ERROR_LEAST = 1.5  # years, standard deviation, of small children
AGE_ERROR_SHARE = 0.18  # of the age
AGE_ERROR_MOST = 6.5
AGE_APART = 24.0  # of two people taken at random: 17 years each, 17 * sqrt(2)
AGE_LEAST = -7.0  # no guess alone may bury a pair for ever

# Height. Families remember, mortuaries measure lying down: some centimetres each.
HEIGHT_ERROR = 5.5  # cm
HEIGHT_APART = 13.0  # of two people of any age and sex taken at random
HEIGHT_LEAST = -4.0
GROWING_UNTIL = 18  # years: a child's height of a year ago says nothing

# Place. Most are found near, some at the other end of a railway line.
NEAR_SHARE, NEAR_KM = 0.85, 120.0  # so many, at this mean distance
FAR_KM = 2000.0  # the others: anywhere within this
LAND_KM = 1000.0  # radius of a disc as large as India, over which strangers are spread
PLACE_BLUR_KM = 25.0  # nearer than this is not nearer: people and records crowd in towns
DISTRICT_SAME = 3.0  # a district is about 50 km across: the curve above at that distance
DISTRICT_OTHER = -0.5  # the next district is another district, too
PLACE_WORD = 1.5  # one name in both texts, where nothing better is known

# Days from last seen to found: (share, mean days) of two kinds of cases, soon and late.
DAYS_DEAD = ((0.75, 15.0), (0.25, 400.0))
DAYS_ALIVE = ((0.6, 30.0), (0.4, 500.0))
DAYS_OPEN = 1000.0  # strangers' days are spread over about so long a register
DAY_LEAST = -2.5

# Marks and dress: how often what the one says is said of the same person again.
MARK_AGAIN = 0.6
PART_AGAIN = 0.75
SIDE_AGAIN = 0.4  # ln(0.75 / 0.5): left and right are mixed up, and seen from the other side
TOGETHER = 0.5  # the same mark at the same part, not one here and the other there
WORD_AGAIN = 4.0  # a name in a tattoo: ln(0.5 / 0.01)
MARKS_NONE = -1.2  # both told of marks, none in common: bodies decay, families forget
GARMENT_AGAIN = 0.5
COLOUR_AGAIN = 0.5  # cloth fades, and blue is green to the next
DRESS_NONE = -0.4  # people change their clothes

# Looks: the same code or another one, (same, other). Complexion says least: bodies darken.
LOOKS = {"build": (0.5, -0.5), "hair": (0.6, -0.4), "complexion": (0.3, -0.2)}
