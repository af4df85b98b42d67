"""The inbox of an office, one alert with its answers, and the lookouts in force."""
