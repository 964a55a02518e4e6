"""Who was there: the lists of people in minutes, however they are labelled, parted and set."""
