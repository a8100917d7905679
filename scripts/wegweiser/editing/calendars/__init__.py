"""A calendar of a house, read into records of events: what can be taken, and in words what cannot."""

from wegweiser.editing.calendars.calendar import ReadCalendar, ReadEvent, Untaken, read_calendar
from wegweiser.editing.calendars.faults import UnreadableCalendarError

__all__ = ["ReadCalendar", "ReadEvent", "UnreadableCalendarError", "Untaken", "read_calendar"]
