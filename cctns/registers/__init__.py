"""The registers of a police station: General Diary and complaints."""
