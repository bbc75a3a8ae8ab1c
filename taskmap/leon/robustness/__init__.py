"""How a plan stands when figures are other than thought, and what it trades off."""
