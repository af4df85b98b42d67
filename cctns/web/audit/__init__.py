"""Pages for anybody: is this paper genuine?"""
